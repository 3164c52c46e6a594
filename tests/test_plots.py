"""Plots: matplotlib's own objects that show what was counted."""

from collections.abc import Iterator

import matplotlib
import pytest
from matplotlib import pyplot
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb

import claimx
from claimx import Claim, Document, plots
from claimx.plots.drawing import ink
from claimx.plots.stances import _colour


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    matplotlib.use("Agg")
    yield
    pyplot.close("all")


def _document(name: str, date: str, *claims: tuple[str, str, str]) -> Document:
    made = tuple(
        Claim(f"c{number}", ((0, 4),), speaker=speaker, stance=stance, target_entity=target)  # type: ignore[arg-type]
        for number, (speaker, stance, target) in enumerate(claims)
    )
    return Document(name, "Rain.", made, {"date": date} if date else {})


DOCUMENTS = [
    _document("a", "2025-01-02", ("Ann", "oppose", "Town"), ("Ann", "support", "Town")),
    _document("b", "2025-02-03T10:00", ("Ann", "oppose", "Town"), ("Bo", "support", "Port")),
    _document("c", "", ("Bo", "neutral", "Port")),
]


def test_standings_count_and_balance() -> None:
    counts = plots.standings(DOCUMENTS)
    assert list(counts.index) == [("Ann", "Town"), ("Bo", "Port")]
    assert counts.to_dict("records") == [
        {"support": 1, "oppose": 2, "neutral": 0, "balance": pytest.approx(-1 / 3)},
        {"support": 1, "oppose": 0, "neutral": 1, "balance": 0.5},
    ]


def test_the_article_s_own_claims_and_claims_without_an_entity_do_not_count() -> None:
    own = Claim("c1", ((0, 4),), kind="author", speaker="author", target_entity="Town")
    bare = Claim("c2", ((0, 4),), speaker="Ann")
    assert plots.standings([Document("a", "Rain.", (own, bare))]).empty


def test_the_matrix_shows_counts_and_links() -> None:
    axes = plots.matrix(DOCUMENTS)
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Ann", "Bo"]
    assert [text.get_text() for text in axes.texts] == ["▲1 ▼2", "▲1 ●1"]
    links = [patch.get_url() for patch in axes.patches if patch.get_url()]
    assert links[0] == "#speaker=Ann&target=Town&kind=attributed"


def test_the_matrix_keeps_to_the_most_frequent() -> None:
    axes = plots.matrix(DOCUMENTS, speakers=1, targets=1)
    assert [text.get_text() for text in axes.texts] == ["▲1 ▼2"]


def test_the_timeline_leaves_out_what_has_no_date() -> None:
    axes = plots.timeline(DOCUMENTS)
    links = [url for drawn in axes.collections for url in drawn.get_urls() if url]
    assert sorted(links) == [
        "#target=Port&date=2025-02-03&kind=attributed",
        "#target=Town&date=2025-01-02&kind=attributed",
        "#target=Town&date=2025-02-03&kind=attributed",
    ]


def test_plots_draw_on_axes_that_are_given() -> None:
    evaluation = claimx.evaluate(DOCUMENTS, DOCUMENTS)
    _, given = pyplot.subplots(2, 2)
    drawn: list[Axes] = [
        plots.matrix(DOCUMENTS, ax=given[0, 0]),
        plots.timeline(DOCUMENTS, ax=given[0, 1]),
        plots.scores(evaluation, ax=given[1, 0]),
        plots.confusion(evaluation, ax=given[1, 1]),
    ]
    assert drawn == list(given.flat)
    assert len(pyplot.get_fignums()) == 1


def test_the_confusion_shows_the_counts() -> None:
    axes = plots.confusion(claimx.evaluate(DOCUMENTS, DOCUMENTS))
    assert [text.get_text() for text in axes.texts] == ["2", "0", "0", "0", "2", "0", "0", "0", "1"]


@pytest.mark.parametrize("step", range(-20, 21))
def test_words_on_a_cell_have_contrast_aa(step: int) -> None:
    ground = _colour(step / 20)
    lighter, darker = sorted((_luminance(ground), _luminance(ink(ground))), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in to_rgb(to_hex(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
