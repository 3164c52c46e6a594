"""What does each rule, and each frame, contribute to the detection of attributions?

The second path is the page whose table is written anew; without it the table is printed alone::

    python -m benchmarks.ablation ../shared/polnear/dev.jsonl docs/attribution.md
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.findings import Findings, find
from benchmarks.page import fill, table
from claimx.stages.attribution import Attribution

Group = Callable[[Attribution], str]


def main(path: str, page: str | None = None) -> None:
    documents = list(find(path))
    for name, group in (("rule", rule), ("frame", frame)):
        text = table(
            [name, "claims", "right", "false alarms", "precision", "F1 without it", "it adds"],
            rows(documents, group),
        )
        print(text)
        if page:
            fill(Path(page), f"ablation by {name}", text)


def rule(attribution: Attribution) -> str:
    """Return the name of the rule that found an attribution."""
    return attribution.rule


def frame(attribution: Attribution) -> str:
    """Return the frame of an attribution's cue."""
    return "none" if attribution.entry is None else attribution.entry.frame


def rows(documents: Sequence[Findings], group: Group) -> list[list[str]]:
    """Return a row a group, the most frequent first: its claims, and F1 when they are left out."""
    gold = sum(len(document.gold.claims) for document in documents)
    everything = [document.scored() for document in documents]
    right = [sum(finding.is_right for finding in found) for found in everything]
    size = sum(len(document.attributions) for document in documents)
    whole = 2 * sum(right) / (gold + size)
    found_by: dict[str, list[bool]] = {}
    for found in everything:
        for attribution, is_right in found:
            found_by.setdefault(group(attribution), []).append(is_right)
    marks_of_all = [mark for marks in found_by.values() for mark in marks]
    lines = [["all", *_counts(marks_of_all), "0", f"{whole:+.4f}"]]
    for name, marks in sorted(found_by.items(), key=lambda item: -len(item[1])):
        left = sum(
            before if all(group(a) != name for a in document.attributions)
            else _right_without(document, group, name)
            for document, before in zip(documents, right, strict=True)
        )  # fmt: skip
        without = 2 * left / (gold + size - len(marks))
        lines.append([name, *_counts(marks), f"{without:.4f}", f"{whole - without:+.4f}"])
    return lines


def _counts(marks: Sequence[bool]) -> list[str]:
    right = sum(marks)
    return [str(len(marks)), str(right), str(len(marks) - right), f"{right / len(marks):.2f}"]


def _right_without(document: Findings, group: Group, name: str) -> int:
    kept = [a for a in document.attributions if group(a) != name]
    return sum(finding.is_right for finding in document.scored(kept))


if __name__ == "__main__":
    main(*sys.argv[1:3])
