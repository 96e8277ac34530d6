"""Where `planc` starts: answers `--version` at once, and loads the rest only if it is needed."""

import os
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
    if _is_plain_check(sys.argv[1:]):
        from planc.cli.plain_check import plain_check

        signal.signal(signal.SIGINT, before)
        status = plain_check(sys.argv[2:])
        if status is not None:
            sys.exit(status)
    from planc.cli.app import load, run

    load()
    signal.signal(signal.SIGINT, before)
    run()


def _is_plain_check(words: list[str]) -> bool:
    """Whether it is `planc check PATH...`, which most runs are, and nobody completes its words."""
    completing = any(name.endswith("_COMPLETE") for name in os.environ)
    plain = words[:1] == ["check"] and not any(word[:1] in ("", "-") for word in words)
    # the shells of Windows leave * to the program, and the library sees to that
    return plain and not completing and sys.platform != "win32"


if __name__ == "__main__":
    main()
