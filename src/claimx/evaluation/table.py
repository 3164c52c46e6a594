"""An evaluation on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimx.claims import STANCES, Claim
from claimx.evaluation.labels import TITLES
from claimx.evaluation.mistakes import Mistake
from claimx.evaluation.results import Evaluation, Figure, Scores
from claimx.report.visible import one_line

_MEASURES = {
    "claim": "Claim",
    "attribution": "Attribution",
    "content": "Content, overlap ≥ 0.5",
    "content_0.3": "Content, overlap ≥ 0.3",
    "content_0.8": "Content, overlap ≥ 0.8",
    "content_exact": "Content, exact",
}
_FIELDS = {
    "cue": "Cue",
    "speaker": "Speaker",
    "stance": "Stance",
    "stance_macro_f1": "Stance, macro-F1",
    "stance_kappa": "Stance, Cohen's κ",
    "target": "Target, overlap ≥ 0.5",
    "target_exact": "Target, exact",
    "target_entity": "Target entity",
    "nested_in": "Nested in",
}
_TYPES = {"recall_direct": "direct", "recall_mixed": "mixed", "recall_indirect": "indirect"}


def table(evaluation: Evaluation) -> Group:
    """Lay out all figures for a terminal, a part for each kind of claims.

    Args:
        evaluation: What ``evaluate`` found.

    Returns:
        Something that a rich console prints; what could not be counted is a dash.
    """
    number = evaluation.documents
    intro = Text(
        f"{number} document{'' if number == 1 else 's'}. In brackets: 95 % intervals from 1,000 "
        f"bootstrap resamples over {'documents' if number > 1 else 'the claims'}.",
        "bright_black",
    )
    parts = [_part(kind, scores) for kind, scores in evaluation.on.items()]
    return Group(intro, *parts)


def errors_table(mistakes: Iterable[Mistake]) -> Group:
    """Lay out mistakes for a terminal, those of one claim together above its sentence.

    Args:
        mistakes: What ``errors`` found.

    Returns:
        Something that a rich console prints.
    """
    blocks: list[RenderableType] = []
    for document, found in groupby(mistakes, key=lambda mistake: mistake.document):
        blocks.append(Text(f"\n{one_line(document)}", "bold"))
        for _, same in groupby(found, key=lambda mistake: (mistake.gold, mistake.predicted)):
            blocks.append(Padding(_block(list(same)), (1, 0, 0, 2)))
    return Group(*blocks)


def _part(kind: str, scores: Scores) -> Group:
    heading = Text.assemble(
        (TITLES[kind], "bold"),
        f"  {scores.gold} in the gold, {scores.predicted} predicted, {scores.matched} matched",
    )
    small = [_types(scores)] if kind == "attributed" else []
    if any(map(any, scores.confusion)):
        small.append(_confusion(scores))
    parts = (heading, _measures(scores), _fields(scores), Columns(small, padding=(0, 4)))
    return Group(*(Padding(part, (1, 0, 0, 0)) for part in parts))


def _measures(scores: Scores) -> Table:
    found = _table("", "Precision", "Recall", "F1", "")
    for name, label in _MEASURES.items():
        precision, recall, f1 = (
            scores.figures[f"{name}_{part}"] for part in ("precision", "recall", "f1")
        )
        cells = (label, _value(precision), _value(recall), _value(f1), _interval(f1))
        found.add_row(*cells, style="bold" if name == "claim" else "")
    return found


def _fields(scores: Scores) -> Table:
    found = _table("On matched pairs", "Figure", "", "Of")
    for name, label in _FIELDS.items():
        figure = scores.figures[name]
        found.add_row(label, _value(figure), _interval(figure), str(figure.of))
    return found


def _types(scores: Scores) -> Table:
    found = _table("By type", "Recall", "Of")
    for name, label in _TYPES.items():
        figure = scores.figures[name]
        found.add_row(label, _value(figure), str(figure.of))
    return found


def _confusion(scores: Scores) -> Table:
    found = _table("Gold stance", *(f"as {stance}" for stance in STANCES))
    for stance, row in zip(STANCES, scores.confusion, strict=True):
        found.add_row(stance, *(str(cell) for cell in row))
    return found


def _table(first: str, *numbers: str) -> Table:
    found = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold", pad_edge=False)
    found.add_column(first, no_wrap=True)
    for title in numbers:
        found.add_column(title, justify="right", no_wrap=True)
    return found


def _value(figure: Figure) -> str:
    return "–" if figure.value is None else f"{figure.value:.3f}"


def _interval(figure: Figure) -> Text:
    if figure.low is None or figure.high is None:
        return Text()
    return Text(f"[{figure.low:.3f}, {figure.high:.3f}]", "bright_black")


def _block(same: Sequence[Mistake]) -> Table:
    block = Table.grid(padding=(0, 2))
    block.add_column(style="bold", no_wrap=True)
    block.add_column(no_wrap=True)
    block.add_column(overflow="fold")
    for row in _rows(same):
        block.add_row(*row)
    block.add_row("", Text("in"), Text(one_line(same[0].sentence), "bright_black"))
    return block


def _rows(same: Sequence[Mistake]) -> Iterator[tuple[str, Text, Text]]:
    for mistake in same:
        label = mistake.what
        if mistake.gold:
            yield label, _side("gold", mistake.gold), Text(one_line(mistake.expected), "green")
            label = ""
        if mistake.predicted:
            yield label, _side("found", mistake.predicted), Text(one_line(mistake.found), "red")


def _side(name: str, claim: Claim) -> Text:
    return Text(f"{name} {one_line(claim.id)}")
