"""What stops planc itself. What is wrong in a plan is a finding, never one of these."""


class PlancError(Exception):
    """planc cannot do what was asked, in words for the person who asked.

    Shown as one line on standard error; the exit status is 2.
    """


class EditRefusedError(PlancError):
    """A file cannot be changed as asked without risk to the rest of it. Nothing was written."""


class NobodyAnsweredError(PlancError):
    """A question was asked, and what is typed had ended."""
