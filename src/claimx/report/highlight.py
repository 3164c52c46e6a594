"""An article with its claims highlighted, as HTML for notebooks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, Template

from claimx.claims import STANCE_SIGNS, Claim, Document
from claimx.report.pieces import pieces
from claimx.report.visible import visible


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text under the same spans throughout."""

    text: str
    classes: str
    title: str
    opened: Sequence[Claim]


def document_html(document: Document) -> str:
    """Return an HTML fragment: the article with its claims highlighted, and their table.

    Source, cue, content and target differ in line, weight and slant as well as in colour; where
    claims are nested, the ground grows darker. Everything from the text is escaped.

    Args:
        document: A document with its claims.

    >>> "&lt;script&gt;" in document_html(Document("a", "<script>"))
    True
    """
    rows = [
        {
            "claim": claim,
            "sign": STANCE_SIGNS[claim.stance],
            "target": visible(document.words(claim.target)),
            "words": visible(document.words((*claim.cue, *claim.content))),
        }
        for claim in document.claims
    ]
    return _template().render(
        document=document, pieces=list(_pieces(document)), rows=rows, signs=STANCE_SIGNS
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("claimx", "report"), autoescape=True, trim_blocks=True
    )
    environment.filters["visible"] = visible
    return environment.get_template("highlight.html")


def _pieces(document: Document) -> Iterator[_Piece]:
    seen: set[str] = set()
    for piece in pieces(document.text, document.claims):
        over = piece.parts
        opened = [claim for name, claim in over if name == "content" and claim.id not in seen]
        seen.update(claim.id for claim in opened)
        words = visible(document.text[piece.start : piece.end])
        yield _Piece(words, _classes(over), _title(over), opened)


def _classes(over: Sequence[tuple[str, Claim]]) -> str:
    attributed = sum(name == "content" and claim.kind == "attributed" for name, claim in over)
    names = {name if claim.kind == "attributed" else f"author-{name}" for name, claim in over}
    if attributed > 1:
        names.add("nested")
    return " ".join(sorted(names))


def _title(over: Sequence[tuple[str, Claim]]) -> str:
    return visible("\n".join(f"{claim.id} {name}: {_summary(claim)}" for name, claim in over))


def _summary(claim: Claim) -> str:
    about = f" ({claim.target_entity})" if claim.target_entity else ""
    return f"{claim.speaker}, {claim.stance}{about}"
