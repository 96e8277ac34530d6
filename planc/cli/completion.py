"""`planc completion`."""

from typing import Annotated

import typer
from typer import completion as shells

from planc.cli.options import one_of
from planc.cli.printing import put

SHELLS = ("bash", "zsh", "fish", "powershell")
VARIABLE = "_PLANC_COMPLETE"
_WHERE = {
    "bash": "~/.bashrc",
    "zsh": "~/.zshrc",
    "fish": "~/.config/fish/completions/planc.fish",
    "powershell": "$PROFILE",
}


def prepare() -> None:
    """Makes planc answer a shell that asks what could come next."""
    shells.completion_init()  # type: ignore[attr-defined]


def completion(
    shell: Annotated[str, typer.Argument(help=f"{', '.join(SHELLS[:-1])} or {SHELLS[-1]}")],
) -> None:
    """Print what lets a shell complete planc's commands and options.

    For example: planc completion bash >> ~/.bashrc
    """
    name = one_of(shell, SHELLS, "a shell")
    # nowhere else does typer offer it
    script = shells.get_completion_script(  # type: ignore[attr-defined]
        prog_name="planc", complete_var=VARIABLE, shell=name
    )
    put(f"# To be added to {_WHERE[name]}\n{script}")
