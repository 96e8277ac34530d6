"""Where `planc` starts: answers `--version` at once, and loads the rest only if it is needed."""

import sys

from planc import __version__


def main() -> None:
    """Runs planc on the arguments of the process."""
    if sys.argv[1:] == ["--version"]:
        print(f"planc {__version__}")  # noqa: T201
        return
    from planc.cli.app import run

    run()


if __name__ == "__main__":
    main()
