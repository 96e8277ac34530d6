"""What stands on page one, a file each; their order is that of the table in page_one.py."""
