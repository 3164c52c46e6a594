"""What the plots share: squares, words on them, axes without a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SIGNS = {"support": "▲", "oppose": "▼", "neutral": "●"}


def square(x: int, y: int, colour: str) -> Rectangle:
    """Return a square of a matrix, its middle at a place."""
    return Rectangle((x - 0.46, y - 0.43), 0.92, 0.86, facecolor=colour, edgecolor="none")


def ink(dark_ground: bool) -> str:
    """Return the colour of words on a ground."""
    return "#ffffff" if dark_ground else "#050505"


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
