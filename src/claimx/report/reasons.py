"""Why a text's claims were found and its other cues refused, on a terminal."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimx.analysis import Analysis
from claimx.claims import Claim, Document, Spans
from claimx.report.console import stance_text
from claimx.report.visible import one_line


@dataclass(frozen=True, slots=True)
class _Decision:
    """What was decided at a place of the text, and why."""

    place: int
    shown: RenderableType


def print_reasons(analysis: Analysis, console: Console) -> None:
    """Print, sentence by sentence, which cues were seen, what they attribute, and why or why not.

    Args:
        analysis: What ``explain`` returned.
        console: Where to print.
    """
    tree = analysis.tree
    decisions: dict[int, list[_Decision]] = defaultdict(list)
    for decision in (*_attributed(analysis), *_refused(analysis), *_asserted(analysis)):
        decisions[_sentence(analysis, decision.place)].append(decision)
    nothing = [_Decision(0, Text("no cue seen, nothing asserted", "dim"))]
    for number, (first, last) in enumerate(tree.sentences):
        start, end = tree.span(first, last - 1)
        text = one_line(tree.text[start:end])
        if text:
            console.print(Text(text, "bold"))
            for decision in sorted(decisions[number] or nothing, key=lambda found: found.place):
                console.print(Padding(decision.shown, (0, 0, 0, 2)))
            console.print()


def _attributed(analysis: Analysis) -> Iterator[_Decision]:
    claims = {(c.source, c.cue, c.content): c for c in analysis.claims if c.kind == "attributed"}
    found = zip(analysis.attributions, analysis.speakers, analysis.judgements, strict=True)
    for attribution, speaker, judgement in found:
        claim = claims[attribution.source, attribution.cue, attribution.content]
        entry = attribution.entry
        frame = f" · {entry.word_class} “{entry.lemma}” · frame {entry.frame}" if entry else ""
        inside = f" · inside {claim.nested_in}" if claim.nested_in else ""
        rows = [
            ("source", f"{_words(analysis, claim.source)} → {speaker.name} ({speaker.kind})"),
            ("cue", _words(analysis, claim.cue)),
            ("content", f"{_words(analysis, claim.content)} ({attribution.complement})"),
            *_judged(analysis, claim),
            ("because", "; ".join(judgement.reasons) or "–"),
        ]
        heading = f"rule {attribution.rule}{frame}{inside}"
        place = (claim.cue or claim.content)[0][0]
        yield _Decision(place, _block(claim, heading, rows))


def _refused(analysis: Analysis) -> Iterator[_Decision]:
    tree = analysis.tree
    for refusal in analysis.refusals:
        word = one_line(tree.word[refusal.head])
        line = Text.assemble(("✗   ", "yellow"), (word, "italic"), f": {one_line(refusal.reason)}")
        yield _Decision(tree.start[refusal.head], line)


def _asserted(analysis: Analysis) -> Iterator[_Decision]:
    for claim in analysis.claims:
        if claim.kind == "author":
            rows = [("content", _words(analysis, claim.content)), *_judged(analysis, claim)]
            yield _Decision(claim.start, _block(claim, "asserted by the article itself", rows))


def _judged(analysis: Analysis, claim: Claim) -> list[tuple[str, str | Text]]:
    entity = f" → {claim.target_entity}" if claim.target_entity else ""
    return [
        ("target", f"{_words(analysis, claim.target)}{entity}"),
        ("stance", stance_text(claim.stance)),
    ]


def _block(claim: Claim, heading: str, rows: list[tuple[str, str | Text]]) -> Group:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in rows:
        grid.add_row(label, Text(one_line(value)) if isinstance(value, str) else value)
    first = Text.assemble((f"{claim.id:<4}", "bold cyan"), one_line(heading))
    return Group(first, Padding(grid, (0, 0, 0, 4)))


def _words(analysis: Analysis, spans: Spans) -> str:
    return Document("", analysis.tree.text).words(spans) or "–"


def _sentence(analysis: Analysis, place: int) -> int:
    token = bisect_right(analysis.tree.start, place) - 1
    return analysis.tree.sentence[token]
