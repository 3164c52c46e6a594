"""Who says what, by which words: one table of texts a phenomenon, through the whole pipeline."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from claimx.analysis import analyse
from claimx.claims import Claim, Span
from claimx.lexicon import default_lexicon

FOLDER = Path(__file__).parents[1] / "cases" / "attributions"
MARKS = {"source": ("{", "}"), "cue": ("<", ">"), "content": ("[", "]")}

# A case is its text, with {source}, <cue> and [content] of its claim marked. Where there are more
# claims, a list holds a copy of the text for each, in text order; the copies of the claims inside
# another's content stand in a list behind it. A text without marks attributes nothing.
Copies = list["str | Copies"]


def cases() -> list[tuple[str, Copies]]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for section, rows in tomllib.loads(path.read_text("utf8")).items():
            for row in rows:
                copies: Copies = [row] if isinstance(row, str) else row
                found.append((f"{path.stem}/{section}", copies))
    return found


def unmarked(copy: str) -> str:
    return re.sub(r"[{}<>\[\]]", "", copy)


def marked(text: str, claim: Claim) -> str:
    marks: list[tuple[Span, tuple[str, str]]] = [
        (span, pair) for name, pair in MARKS.items() for span in getattr(claim, name)
    ]
    for (start, end), (opening, closing) in sorted(marks, reverse=True):
        text = f"{text[:start]}{opening}{text[start:end]}{closing}{text[end:]}"
    return text


def attributed(doc: Doc, inside: str | None = None) -> Copies:
    """Return the attributed claims as marked copies, each with those inside it behind it."""
    copies: Copies = []
    for claim in map(Claim.from_record, doc._.claims):
        if claim.kind == "attributed" and claim.nested_in == inside:
            copies.append(marked(doc.text, claim))
            inner = attributed(doc, claim.id)
            copies += [inner] if inner else []
    return copies


@pytest.mark.parametrize(("section", "copies"), cases())
def test_attributions(nlp: Language, section: str, copies: Copies) -> None:
    text = unmarked(str(copies[0]))
    expected = [] if copies == [text] else copies
    doc = nlp(text)
    found = attributed(doc)
    if found != expected:
        analysis = analyse(doc, default_lexicon())
        refused = [f"{analysis.tree.word[r.head]}: {r.reason}" for r in analysis.refusals]
        lines = ["expected:", *map(str, expected), "found:", *map(str, found)]
        pytest.fail("\n".join([section, *lines, "refused:", *refused]))
