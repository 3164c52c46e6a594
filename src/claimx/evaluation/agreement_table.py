"""Agreement between annotators on a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimx.evaluation.between import Accord, Agreement
from claimx.evaluation.labels import FIGURES, TITLES
from claimx.evaluation.mistakes import Mistake
from claimx.report.visible import one_line


def agreement_table(agreement: Agreement) -> Group:
    """Lay out agreement and disagreements for a terminal.

    Args:
        agreement: What ``agreement`` found.

    Returns:
        Something that a rich console prints; what could not be counted is a dash.
    """
    several = ", shares and κ are means over their pairs" if len(agreement.names) > 2 else ""
    number = agreement.documents
    documents = f"{number} document{'' if number == 1 else 's'}"
    intro = Text(f"{len(agreement.names)} annotators, {documents}{several}.", "bright_black")
    parts: list[RenderableType] = [intro]
    for kind, accords in agreement.on.items():
        parts.append(Padding(_part(kind, agreement.claims[kind], accords), (1, 0, 0, 0)))
    for name, found in agreement.disagreements.items():
        if found:
            sides = one_line(agreement.names[0]), one_line(name)
            parts += [Text(f"\nDisagreements of {sides[0]} and {sides[1]}", "bold")]
            parts.append(_disagreements(found, *sides))
    return Group(*parts)


def _part(kind: str, claims: Mapping[str, int], accords: Mapping[str, Accord]) -> Group:
    counts = ", ".join(f"{count} by {one_line(name)}" for name, count in claims.items())
    table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold", pad_edge=False)
    table.add_column("")
    for title in ("Agreement", "Cohen's κ", "Krippendorff's α"):
        table.add_column(title, justify="right", no_wrap=True)
    for name, accord in accords.items():
        table.add_row(FIGURES[name], *map(_value, (accord.share, accord.kappa, accord.alpha)))
    return Group(Text.assemble((TITLES[kind], "bold"), f"  {counts}"), Padding(table, (1, 0, 0, 0)))


def _disagreements(found: Sequence[Mistake], first: str, other: str) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for mistake in found:
        sides = [
            (name, claim, words)
            for name, claim, words in (
                (first, mistake.gold, mistake.expected),
                (other, mistake.predicted, mistake.found),
            )
            if claim
        ]
        label = mistake.what if len(sides) == 2 else "only one"
        for name, claim, words in sides:
            grid.add_row(label, Text(f"{name} {one_line(claim.id)}"), Text(one_line(words)))
            label = ""
        place = f"{one_line(mistake.document)}: {one_line(mistake.sentence)}"
        grid.add_row("", Text("in", "bright_black"), Text(place, "bright_black"))
    return grid


def _value(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
