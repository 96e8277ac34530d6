"""What papers for the police say of themselves at their end: that they are material, and kept."""

from planc.model.paper import Paragraph, para


def to_keep() -> Paragraph:
    """The duty to keep and reveal."""
    return para(
        "Plans, decisions and their history are potentially relevant material under the Criminal"
        " Procedure and Investigations Act 1996. Tell the disclosure officer, and keep them.",
        small=True,
    )
