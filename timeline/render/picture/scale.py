"""From moments to pixels."""

from __future__ import annotations

from typing import NamedTuple


class Scale(NamedTuple):
    """Where a moment stands in the picture.

    Attributes:
        start, end: of the time that is shown, in seconds as in `timeline.dates`; end is later.
        left, right: where they stand, in pixels.
    """

    start: int
    end: int
    left: float
    right: float

    @property
    def per_pixel(self) -> float:
        """How many seconds a pixel is."""
        return (self.end - self.start) / (self.right - self.left)

    def x(self, moment: int) -> float:
        """Give the place of a moment, in pixels; of what is not shown that of the nearer edge."""
        share = (min(max(moment, self.start), self.end) - self.start) / (self.end - self.start)
        return self.left + share * (self.right - self.left)

    def shows(self, moment: int) -> bool:
        """Whether a moment lies within the time that is shown."""
        return self.start <= moment <= self.end
