"""Why a text's claims were found and its other cues refused, on a terminal."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from claimx.claims import Claim, Document, Spans
from claimx.pipeline import Analysis
from claimx.report.console import stance_text
from claimx.report.visible import one_line


def print_reasons(analysis: Analysis, console: Console) -> None:
    """Print, sentence by sentence, which cues were seen, what they attribute, and why or why not.

    Args:
        analysis: What ``explain`` returned.
        console: Where to print.
    """
    tree = analysis.tree
    lines: dict[int, list[Text]] = defaultdict(list)
    for sentence, line in (*_attributed(analysis), *_refused(analysis), *_asserted(analysis)):
        lines[sentence].append(line)
    for number, (first, last) in enumerate(tree.sentences):
        start, end = tree.span(first, last - 1)
        text = one_line(tree.text[start:end])
        if text:
            console.print(Text(f"{number + 1}  {text}", "bold"))
            for line in lines[number] or [Text("no cue seen, nothing asserted", "dim")]:
                console.print(Padding(line, (0, 0, 0, 3)))
            console.print()


def _attributed(analysis: Analysis) -> Iterator[tuple[int, Text]]:
    claims = {(c.source, c.cue, c.content): c for c in analysis.claims if c.kind == "attributed"}
    found = zip(analysis.attributions, analysis.speakers, analysis.judgements, strict=True)
    for attribution, speaker, judgement in found:
        claim = claims[attribution.source, attribution.cue, attribution.content]
        entry = attribution.entry
        frame = f" · {entry.word_class} “{entry.lemma}” · frame {entry.frame}" if entry else ""
        inside = f" · inside {claim.nested_in}" if claim.nested_in else ""
        rows = [
            ("cue", _words(analysis, claim.cue)),
            ("content", f"{_words(analysis, claim.content)}  [{attribution.complement}]"),
            ("source", f"{_words(analysis, claim.source)} → {speaker.name} ({speaker.type})"),
            ("target", f"{_words(analysis, claim.target)}{_entity(claim)}"),
            ("because", "; ".join(judgement.reasons) or "nothing evaluates it"),
        ]
        block = Text.assemble((claim.id, "bold cyan"), f"  rule {attribution.rule}{frame}{inside}")
        yield _sentence(analysis, claim), _with_rows(block, claim, rows)


def _refused(analysis: Analysis) -> Iterator[tuple[int, Text]]:
    for refusal in analysis.refusals:
        word = one_line(analysis.tree.word[refusal.head])
        line = Text.assemble("✗  ", (word, "italic"), f": {one_line(refusal.reason)}")
        line.stylize("yellow", 0, 1)
        yield analysis.tree.sentence[refusal.head], line


def _asserted(analysis: Analysis) -> Iterator[tuple[int, Text]]:
    for claim in analysis.claims:
        if claim.kind == "author":
            block = Text.assemble((claim.id, "bold cyan"), "  asserted by the article itself")
            rows = [
                ("content", _words(analysis, claim.content)),
                ("target", f"{_words(analysis, claim.target)}{_entity(claim)}"),
            ]
            yield _sentence(analysis, claim), _with_rows(block, claim, rows)


def _with_rows(block: Text, claim: Claim, rows: list[tuple[str, str]]) -> Text:
    for label, value in rows:
        block.append(f"\n    {label:<8} ", "bright_black").append(one_line(value))
    return block.append(f"\n    {'stance':<8} ", "bright_black").append(stance_text(claim.stance))


def _entity(claim: Claim) -> str:
    return f" → {claim.target_entity}" if claim.target_entity else ""


def _words(analysis: Analysis, spans: Spans) -> str:
    return Document("", analysis.tree.text).words(spans) or "–"


def _sentence(analysis: Analysis, claim: Claim) -> int:
    place = (claim.cue or claim.content)[0][0]
    token = bisect_right(analysis.tree.start, place) - 1
    return analysis.tree.sentence[token]
