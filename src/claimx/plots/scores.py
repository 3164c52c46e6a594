"""Plots of an evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib import colormaps
from matplotlib.colors import to_hex

from claimx.claims import STANCE_SIGNS, STANCES
from claimx.plots.drawing import bare, ink, new_axes, square

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from claimx.evaluation import Evaluation


def scores(evaluation: Evaluation, *, on: str = "attributed", ax: Axes | None = None) -> Axes:
    """Draw each figure of an evaluation with its 95 % interval.

    Args:
        evaluation: What ``claimx.evaluate`` returned.
        on: ``"attributed"``, ``"author"`` or ``"all"``.
        ax: Where to draw; by default a new figure.

    Returns:
        The axes that were drawn on; figures that had nothing to count are left out.

    >>> from matplotlib.figure import Figure
    >>> from claimx import Claim, Document, evaluate
    >>> gold = [Document("a", "It rained.", (Claim("c1", ((0, 9),)),))]
    >>> axes = scores(evaluate(gold, gold), ax=Figure().subplots())
    >>> [label.get_text() for label in axes.get_yticklabels()][:2]
    ['content precision', 'content recall']
    """
    found = evaluation.on[on].figures
    shown = [name for name, figure in found.items() if figure.value is not None]
    axes = ax or new_axes(7, 0.8 + 0.26 * len(shown))
    for y, name in enumerate(shown):
        figure: Any = found[name]
        axes.plot([figure.low, figure.high], [y, y], color="#4a7fb5", linewidth=4, alpha=0.5)
        axes.plot([figure.value], [y], marker="o", color="#1f4e79")
    axes.set_yticks(range(len(shown)), [name.replace("_", " ") for name in shown])
    axes.set(xlim=(0, 1.02), ylim=(len(shown) - 0.5, -0.5))
    axes.grid(axis="x", alpha=0.35)
    bare(axes)
    return axes


def confusion(evaluation: Evaluation, *, on: str = "attributed", ax: Axes | None = None) -> Axes:
    """Draw which stances were taken for which.

    Args:
        evaluation: What ``claimx.evaluate`` returned.
        on: ``"attributed"``, ``"author"`` or ``"all"``.
        ax: Where to draw; by default a new figure.

    Returns:
        The axes that were drawn on: a row a gold stance, a column a predicted one, the darker the
        larger its share of the row.

    >>> from matplotlib.figure import Figure
    >>> from claimx import Claim, Document, evaluate
    >>> gold = [Document("a", "It rained.", (Claim("c1", ((0, 9),)),))]
    >>> axes = confusion(evaluate(gold, gold), ax=Figure().subplots())
    >>> [count.get_text() for count in axes.texts][-1]
    '1'
    """
    axes = ax or new_axes(4, 3.2)
    for y, row in enumerate(evaluation.on[on].confusion):
        for x, count in enumerate(row):
            share = count / (sum(row) or 1)
            colour = to_hex(colormaps["Blues"](0.8 * share))
            axes.add_patch(square(x, y, colour))
            axes.text(x, y, str(count), ha="center", va="center", color=ink(colour))
    names = [f"{STANCE_SIGNS[stance]} {stance}" for stance in STANCES]
    axes.set_xticks(range(len(names)), names)
    axes.set_yticks(range(len(names)), names)
    axes.set(xlim=(-0.5, 2.5), ylim=(2.5, -0.5), xlabel="predicted", ylabel="gold")
    bare(axes)
    return axes
