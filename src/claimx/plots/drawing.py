"""What the plots share: squares, words on them, axes without a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def square(x: int, y: int, colour: str) -> Rectangle:
    """Return a square of a matrix, its middle at a place."""
    return Rectangle((x - 0.46, y - 0.43), 0.92, 0.86, facecolor=colour, edgecolor="none")


def ink(ground: str) -> str:
    """Return the colour of words on a ground, black or white, whichever has more contrast.

    >>> ink("#98c8e0"), ink("#b82531")
    ('#010101', '#ffffff')
    """
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in to_rgb(ground)
    ]
    # WCAG's relative luminance; black and white have the same contrast with a ground of 0.179. The
    # black is none quite: SVG leaves the colour of black words to the page around it.
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#010101" if luminance > 0.179 else "#ffffff"


def bare(axes: Axes) -> None:
    """Take the frame and the tick marks away."""
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)


def new_axes(width: float, height: float) -> Axes:
    """Return the axes of a new figure, its size in inches."""
    # Imported here: pyplot chooses how figures are shown, which only whoever asks for one needs.
    from matplotlib import pyplot

    _, axes = pyplot.subplots(figsize=(width, height), layout="constrained")
    return axes
