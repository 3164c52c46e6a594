"""Claims on a terminal: tables as wide as it is, stances in colour and in words."""

from __future__ import annotations

from collections import Counter

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.styled import Styled
from rich.table import Table
from rich.text import Text

from claimx.claims import STANCE_SIGNS, Claim, Document, Stance
from claimx.report.visible import one_line

STANCE_STYLES = {"support": "green", "oppose": "red", "neutral": ""}
_NARROW = 64


def print_claims(document: Document, console: Console) -> None:
    """Print a document's claims: a table, or one below the other where the terminal is narrow.

    Args:
        document: A document with its claims.
        console: Where to print.
    """
    console.print(_heading(document))
    if console.width < _NARROW:
        console.print(Group(*(_block(document, claim) for claim in document.claims)))
    else:
        console.print(_table(document, console.width))


def stance_text(stance: Stance) -> Text:
    """Return a stance as a sign and a word, in its colour.

    >>> stance_text("oppose").plain
    '▼ oppose'
    """
    return Text(f"{STANCE_SIGNS[stance]} {stance}", STANCE_STYLES[stance])


def claim_text(document: Document, claim: Claim) -> Text:
    """Return a claim's cue and content on one line, the cue in italics.

    >>> claim = Claim("c1", cue=((4, 8),), content=((9, 17),))
    >>> claim_text(Document("a", "Ann said it rains."), claim).plain
    'said it rains'
    """
    cue = one_line(document.words(claim.cue))
    content = one_line(document.words(claim.content))
    return Text.assemble((f"{cue} " if cue else "", "italic cyan"), content)


def _heading(document: Document) -> Text:
    counts = Counter(claim.kind for claim in document.claims)
    title = document.metadata.get("title")
    return Text.assemble(
        (one_line(document.id), "bold"),
        f"  {one_line(title)}" if isinstance(title, str) else "",
        (
            f"  {counts['attributed']} attributed, {counts['author']} by the author",
            "dim",
        ),
    )


def _table(document: Document, width: int) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, width=width, header_style="bold")
    table.add_column("Speaker", max_width=max(16, width // 6), overflow="fold")
    table.add_column("Stance", no_wrap=True)
    table.add_column("Target", width=width // 4 - 1, overflow="fold")
    table.add_column("Claim", ratio=1, overflow="fold")
    for claim in document.claims:
        table.add_row(
            _speaker(claim),
            stance_text(claim.stance),
            Text(one_line(document.words(claim.target))),
            claim_text(document, claim),
            style=_row_style(claim),
        )
    return table


def _block(document: Document, claim: Claim) -> RenderableType:
    target = one_line(document.words(claim.target))
    first = Text.assemble(_speaker(claim), "  ", stance_text(claim.stance), "  ", target)
    block = Group(Text(), first, Padding(claim_text(document, claim), (0, 0, 0, 2)))
    return Styled(block, _row_style(claim))


def _speaker(claim: Claim) -> Text:
    # A claim made inside another's content stands below it.
    arrow = "↳ " if claim.nested_in else ""
    return Text(f"{arrow}{one_line(claim.speaker)}", "bold" if claim.kind == "attributed" else "")


def _row_style(claim: Claim) -> str:
    return "dim" if claim.kind == "author" else ""
