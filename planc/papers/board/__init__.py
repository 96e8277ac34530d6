"""The sections of the board's edition, a file each; their order is in board_edition.py."""
