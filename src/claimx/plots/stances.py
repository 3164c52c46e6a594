"""Plots of who is for or against whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pandas
from matplotlib import colormaps
from matplotlib.colors import to_hex
from numpy import sign

from claimx.claims import STANCE_SIGNS, STANCES, Document
from claimx.formats.tables import to_frame
from claimx.plots.drawing import bare, ink, new_axes, square
from claimx.report.visible import one_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MARKERS = {1: "^", -1: "v", 0: "o"}
_LONGEST_LABEL = 30


def standings(documents: Iterable[Document]) -> pandas.DataFrame:
    """Count who is for or against whom.

    Args:
        documents: Documents with their claims; those of the articles' own authors are left out, and
            those without a target entity.

    Returns:
        A row for each speaker and target entity, the most frequent first; the columns
        ``support``, ``oppose`` and ``neutral`` hold counts, ``balance`` is support minus oppose in
        parts of all: 1 where all is support, -1 where all is opposition.

    >>> from claimx.claims import Claim
    >>> claim = Claim("c1", ((0, 9),), speaker="Ann Lee", stance="oppose", target_entity="Bo Ray")
    >>> counts = standings([Document("a", "A fraud. ", (claim,))])
    >>> counts.loc[("Ann Lee", "Bo Ray"), "oppose"].item()
    1
    """
    claims = to_frame(documents)
    claims = claims[(claims["kind"] == "attributed") & claims["target_entity"].notna()]
    return _counted(claims, ["speaker", "target_entity"])


def matrix(
    documents: Iterable[Document],
    *,
    speakers: int = 12,
    targets: int = 10,
    ax: Axes | None = None,
) -> Axes:
    """Draw who is for or against whom, coloured by the balance of stances, with counts.

    Each cell bears a link (``artist.get_url()``) that filters the claims where the page that shows
    the plot knows how, as claimx's report does.

    Args:
        documents: Documents with their claims.
        speakers: How many speakers to show, the most frequent.
        targets: How many target entities to show, the most frequent.
        ax: Where to draw; by default a new figure as large as its rows and columns need.

    Returns:
        The axes that were drawn on.

    >>> from matplotlib.figure import Figure
    >>> from claimx.claims import Claim
    >>> claim = Claim("c1", ((0, 9),), speaker="Ann Lee", stance="oppose", target_entity="Bo Ray")
    >>> axes = matrix([Document("a", "A fraud. ", (claim,))], ax=Figure().subplots())
    >>> [label.get_text() for label in axes.get_yticklabels()]
    ['Ann Lee']
    """
    counts = standings(documents).reset_index()
    columns = _most_frequent(counts, "target_entity", targets)
    counts = counts[counts["target_entity"].isin(columns)]
    rows = _most_frequent(counts, "speaker", speakers)
    counts = counts[counts["speaker"].isin(rows)]
    axes = ax or new_axes(2.6 + 0.8 * len(columns), 1.4 + 0.46 * len(rows))
    for x, y in product(range(len(columns)), range(len(rows))):
        axes.add_patch(square(x, y, "#8a8a8a14"))
    for cell in _cells(counts):
        _draw_cell(axes, (columns.index(cell.target_entity), rows.index(cell.speaker)), cell)
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.xaxis.tick_top()
    axes.set_xticks(range(len(columns)), [_label(name) for name in columns], parse_math=False)
    axes.set_yticks(range(len(rows)), [_label(name) for name in rows], parse_math=False)
    axes.tick_params("x", labelrotation=35)
    for label in axes.get_xticklabels():
        label.set(ha="left", rotation_mode="anchor")
    bare(axes)
    return axes


def timeline(documents: Iterable[Document], *, targets: int = 8, ax: Axes | None = None) -> Axes:
    """Draw over time how the articles' speakers stand to the entities that they talk about.

    A marker stands for one day's claims about an entity: its size for their number, its colour and
    shape for the balance of stances. Each bears a link, as in ``matrix``.

    Args:
        documents: Documents with their claims and, in their metadata, a ``date`` (ISO 8601); those
            without one are left out.
        targets: How many target entities to show, the most frequent.
        ax: Where to draw; by default a new figure.

    Returns:
        The axes that were drawn on.

    >>> from matplotlib.figure import Figure
    >>> from claimx.claims import Claim
    >>> claim = Claim("c1", ((0, 9),), speaker="Ann Lee", stance="oppose", target_entity="Bo Ray")
    >>> document = Document("a", "A fraud. ", (claim,), {"date": "2024-04-26"})
    >>> axes = timeline([document], ax=Figure().subplots())
    >>> [label.get_text() for label in axes.get_yticklabels()]
    ['Bo Ray']
    """
    dated = [document for document in documents if day(document)]
    claims = to_frame(dated)
    days = {document.id: day(document) for document in dated}
    claims["day"] = claims["document"].map(days)
    claims = claims[(claims["kind"] == "attributed") & claims["target_entity"].notna()]
    counts = _counted(claims, ["target_entity", "day"]).reset_index()
    rows = _most_frequent(counts, "target_entity", targets)
    axes = ax or new_axes(8, 1.2 + 0.4 * len(rows))
    axes.grid(axis="y", color="#8a8a8a", alpha=0.35)
    axes.set_axisbelow(True)
    shown = counts[counts["target_entity"].isin(rows)]
    for direction, marker in _MARKERS.items():
        _draw_markers(axes, rows, shown[sign(shown["balance"]) == direction], marker)
    axes.set_yticks(range(len(rows)), [_label(name) for name in rows], parse_math=False)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.margins(x=0.06)
    axes.tick_params("x", labelrotation=30)
    bare(axes)
    return axes


def day(document: Document) -> date | None:
    """Return the day of a document's date, None if it has none that can be read.

    >>> day(Document("a", "", metadata={"date": "2024-04-26T10:00:00Z"}))
    datetime.date(2024, 4, 26)
    """
    try:
        return date.fromisoformat(str(document.metadata.get("date"))[:10])
    except ValueError:
        return None


def _counted(claims: pandas.DataFrame, keys: list[str]) -> pandas.DataFrame:
    counts = claims.groupby([*keys, "stance"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=list(STANCES), fill_value=0)
    order = counts.sum(axis=1).sort_values(ascending=False, kind="stable").index
    counts = counts.loc[order]
    counts["balance"] = (counts["support"] - counts["oppose"]) / counts.sum(axis=1)
    return counts


def _most_frequent(counts: pandas.DataFrame, name: str, number: int) -> list[str]:
    totals = counts.set_index(name)[list(STANCES)].sum(axis=1).groupby(level=0).sum()
    return list(totals.sort_values(ascending=False, kind="stable").index[:number])


def _cells(counts: pandas.DataFrame) -> Iterable[Any]:
    return counts.itertuples()


def _draw_cell(axes: Axes, place: tuple[int, int], cell: Any) -> None:
    colour = _colour(cell.balance)
    ground = square(*place, colour)
    ground.set_url(_link(speaker=cell.speaker, target=cell.target_entity, kind="attributed"))
    axes.add_patch(ground)
    counts = {stance: getattr(cell, stance) for stance in STANCES}
    axes.text(
        *place,
        " ".join(f"{STANCE_SIGNS[stance]}{count}" for stance, count in counts.items() if count),
        ha="center",
        va="center",
        fontsize=8,
        color=ink(colour),
    )


def _draw_markers(axes: Axes, rows: list[str], counts: pandas.DataFrame, marker: str) -> None:
    drawn = axes.scatter(
        list(counts["day"]),
        [rows.index(target) for target in counts["target_entity"]],
        s=60 + 40 * counts[list(STANCES)].sum(axis=1),
        c=[_colour(balance) for balance in counts["balance"]],
        edgecolors="#555555",
        marker=marker,
    )
    drawn.set_urls(
        [
            _link(target=cell.target_entity, date=cell.day.isoformat(), kind="attributed")
            for cell in _cells(counts)
        ]
    )


def _colour(balance: float) -> str:
    # The ends of the scale are so dark that white words on them would look like holes in the plot.
    return to_hex(colormaps["RdBu"](0.5 + 0.38 * balance))


def _label(name: str) -> str:
    shown = one_line(name)
    return shown if len(shown) <= _LONGEST_LABEL else f"{shown[: _LONGEST_LABEL - 1]}…"


def _link(**wanted: str) -> str:
    return f"#{urlencode(wanted)}"
