"""`planc house`: a force's own Word file as the style of its papers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from planc.cli.printing import say
from planc.cli.writing import written
from planc.errors import PlancError
from planc.model.house_style import Remark
from planc.passes.load_source import load_source
from planc.wording.text import visible

house = typer.Typer(help="Use the force's own Word file as the style of the papers.")

File = Annotated[Path, typer.Argument(help="A Word file (.docx).")]


@house.command()
def check(file: File) -> None:
    """Say whether a Word file will do as a house style: what is taken of it, and what is not."""
    from planc.formats.word.house_style import read

    name = visible(str(file))
    source = load_source(file, name)
    if source.raw is None:
        raise PlancError(f"{name} cannot be opened: {source.trouble}.")
    style = read(source.raw)
    if style.refused:
        say(f"{name} cannot be the house style:")
        _list("Refused", style.refused)
    else:
        say(f"{name} will do. Name it in planc.yaml: house: {visible(file.name)}")
        say(f"Taken: {', '.join(map(visible, style.taken))}.")
    _list("Left behind", style.dropped)
    _list("Taken otherwise than it stands there", style.changed)
    if style.refused:
        raise typer.Exit(1)


def _list(title: str, remarks: Sequence[Remark]) -> None:
    """What there is to say of one kind, each with the menu of Word's where it is mended."""
    if remarks:
        say(f"{title}:")
        say("\n".join(f"  {visible(str(remark))}" for remark in remarks))


@house.command()
def eject(file: File) -> None:
    """Write planc's own style to a Word file, as a start for the force's."""
    from planc.formats.word.house_style import ours

    if file.exists():
        raise PlancError(f"{file} is there already: name another file.")
    if not written(file, ours().base):
        raise typer.Exit(2)
    say(f"Wrote {visible(str(file))}. Change its styles in Word, then: planc house check {file}")
