"""Where `planc` starts: answers `--version` at once, and loads the rest only if it is needed."""

import sys

from planc import __version__

_NO_MESSAGES = (
    "planc: Python was told to leave out the text of planc's messages. "
    "Start it without -OO, and without PYTHONOPTIMIZE in the environment."
)


def main() -> None:
    """Runs planc on the arguments of the process."""
    if sys.flags.optimize > 1:
        # what a rule says is its module's docstring, and findings without words would be passed on
        print(_NO_MESSAGES, file=sys.stderr)  # noqa: T201
        sys.exit(2)
    if sys.argv[1:] == ["--version"]:
        print(f"planc {__version__}")  # noqa: T201
        return
    # the module itself: what the one of the library adds takes longer to load than to be broken off
    import _signal as signal  # type: ignore[import-not-found]

    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:  # broken off while it loads, it ends without a word
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from planc.cli.app import load, run

    load()
    signal.signal(signal.SIGINT, before)
    run()


if __name__ == "__main__":
    main()
