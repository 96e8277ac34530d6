"""`planc house`: a force's own Word file as the style of its papers."""

from pathlib import Path
from typing import Annotated

import typer

from planc.cli.printing import say
from planc.cli.writing import written
from planc.errors import PlancError
from planc.wording.text import visible
from planc.wording.words import count

house = typer.Typer(help="Use the force's own Word file as the style of the papers.")

File = Annotated[Path, typer.Argument(help="A Word file (.docx).")]


@house.command()
def check(file: File) -> None:
    """Say whether a Word file will do as a house style, and which styles it lacks."""
    from planc.formats.word.house_style import read

    try:
        found = read(file.read_bytes())
    except OSError as error:
        raise PlancError(f"{file} cannot be opened: {(error.strerror or '').lower()}.") from None
    name = visible(str(file))
    if found.refused:
        say(f"{name} cannot be the house style:")
        say("\n".join(f"  {visible(words)}" for words in found.refused))
        raise typer.Exit(1)
    say(f"{name} will do. Name it in planc.yaml: house: {visible(file.name)}")
    if found.added:
        say(f"It has not got {count(len(found.added), 'style')}; planc's own are used:")
        say("\n".join(f"  {visible(style)}" for style in found.added))
    if found.pale:
        say("The text of these styles is too pale to be read by everybody:")
        say("\n".join(f"  {visible(style)}" for style in found.pale))


@house.command()
def eject(file: File) -> None:
    """Write planc's own style to a Word file, as a start for the force's."""
    from planc.formats.word.house_style import ours

    if file.exists():
        raise PlancError(f"{file} is there already: name another file.")
    if not written(file, ours().base):
        raise typer.Exit(2)
    say(f"Wrote {visible(str(file))}. Change its styles in Word, then: planc house check {file}")
