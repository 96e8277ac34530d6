"""What docxtpl is given: the words of planc's own Word papers, and a template that places them."""

import json
from pathlib import Path
from typing import Any

from docx import Document
from docx.table import Table


def blocks(paper: Path) -> list[dict[str, Any]]:
    """Each paragraph of a Word paper as its words, each table as the words of its cells."""
    return [
        {"rows": [[cell.text for cell in row.cells] for row in block.rows]}
        if isinstance(block, Table)
        else {"words": block.text}
        for block in Document(str(paper)).iter_inner_content()
    ]


def write_blocks(papers: Path, folder: Path) -> list[str]:
    """Writes the words of each paper of a folder; returns the files."""
    written = []
    for paper in sorted(papers.glob("*.docx")):
        target = folder / f"{paper.stem}.json"
        target.write_text(json.dumps(blocks(paper)), encoding="utf-8")
        written.append(str(target))
    return written


def write_template(path: Path) -> None:
    """A template with a paragraph or a table for each block, as docxtpl has them."""
    document = Document()
    for words in ("{%p for block in blocks %}", "{%p if block.rows %}"):
        document.add_paragraph(words)
    table = document.add_table(rows=3, cols=3)
    table.style = "Table Grid"
    table.cell(0, 0).text = "{%tr for row in block.rows %}"
    for place, words in enumerate(("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}")):
        table.cell(1, place).text = words
    table.cell(2, 0).text = "{%tr endfor %}"
    for words in ("{%p else %}", "{{ block.words }}", "{%p endif %}", "{%p endfor %}"):
        document.add_paragraph(words)
    document.save(str(path))
