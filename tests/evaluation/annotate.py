"""Documents for tests, their spans given by the words themselves."""

import re
from typing import Any

from claimx.claims import SPAN_FIELDS, Claim, Document


def spans(text: str, words: str) -> list[list[int]]:
    """Find the first place of each piece; pieces are parted by `` … ``."""
    return [
        [text.index(piece), text.index(piece) + len(piece)] for piece in words.split(" … ") if words
    ]


def claim(text: str, identity: str, **fields: Any) -> Claim:
    """Make a claim that holds just the fields that are given."""
    record = {
        name: spans(text, value) if name in SPAN_FIELDS else value for name, value in fields.items()
    }
    return Claim.from_record({"id": identity, **record})


def document(text: str, *claims: Claim, name: str = "a") -> Document:
    """Make a document."""
    return Document(name, text, claims)


def words(count: int) -> tuple[str, list[tuple[int, int]]]:
    """Make a text of so many different words, and where each stands."""
    text = " ".join(f"w{number}" for number in range(count))
    return text, [match.span() for match in re.finditer(r"\w+", text)]
