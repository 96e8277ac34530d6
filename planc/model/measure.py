"""What is measured, as a number where it is one."""

from planc.model.noun import noun


@noun(frozen=True)
class Course:
    """From where a measure is to go to where, as numbers."""

    baseline: float
    target: float

    @property
    def is_upward(self) -> bool:
        """Whether more is better."""
        return self.target > self.baseline

    def is_worse(self, value: float) -> bool:
        """Whether a value lies on the far side of the baseline."""
        return value < self.baseline if self.is_upward else value > self.baseline

    def is_met(self, value: float) -> bool:
        """Whether a value is at the target, or beyond it."""
        return value >= self.target if self.is_upward else value <= self.target


def number(text: str | None) -> float | None:
    """The number that a figure is: `46`, `1,200`, `£96,000`, `62%`; None for any other text."""
    if text is None:
        return None
    bare = text.strip().lstrip("£€$").rstrip("%").replace(",", "").strip()
    digits = bare.lstrip("-").replace(".", "", 1)
    return float(bare) if digits.isascii() and digits.isdigit() else None


def course(baseline: str | None, target: str | None) -> Course | None:
    """The course of a measure; None where it is not told in numbers, or leads nowhere."""
    start, end = number(baseline), number(target)
    return None if start is None or end is None or start == end else Course(start, end)
