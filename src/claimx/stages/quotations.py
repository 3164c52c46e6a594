"""Which stretches stand in quotation marks?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimx.paragraphs import paragraph_breaks
from claimx.tree import Tree

# A set of marks comes first, so that the search skips what is none at once.
_DOUBLE = re.compile(r"[“”„«»\"″'`](?:(?<=[“”„«»\"″])|(?<=')'|(?<=`)`)")
_SINGLE = re.compile(r"[‘’'](?!')")
_OPENING = frozenset("“„«") | {"``"}
_CLOSING = frozenset("”»")
_SENTENCE_ENDS = frozenset(".!?…\"”’'")
_STOPS = frozenset(".,!?…;—-")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks.

    Args:
        start: Character offset of the opening mark.
        end: Character offset behind the closing mark, or behind the last character where the
            quotation goes on in the next paragraph.
        depth: 0 for an outermost quotation, 1 for one inside it.
        goes_on: The paragraph ends without a closing mark and the next one opens with a mark.
    """

    start: int
    end: int
    depth: int = 0
    goes_on: bool = False


def find_quotations(tree: Tree) -> list[Quotation]:
    """Find all quotations of a text; a mark that is never closed opens none.

    Args:
        tree: The text; its parse is not looked at.

    Returns:
        Quotations in the order of their opening marks, those inside others included.
    """
    paragraphs = _paragraphs(tree.text)
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else len(tree.text)
        found += _in_paragraph(tree.text, start, end, following)
    return found


def _paragraphs(text: str) -> list[tuple[int, int]]:
    bounds = []
    start = 0
    for first, last in paragraph_breaks(text):
        bounds.append((start, first))
        start = last
    bounds.append((start, len(text)))
    return [(start, end) for start, end in bounds if start < end]


def _in_paragraph(text: str, start: int, end: int, following: int) -> list[Quotation]:
    doubles = _doubles(text, start, end, following)
    found: list[Quotation] = []
    place = 0
    for first, last in _singles(text, start, end):
        while place < len(doubles) and doubles[place].end <= first:
            place += 1
        inside = place < len(doubles) and doubles[place].start < first
        if inside and last > doubles[place].end:
            continue
        inner = place
        while not inside and inner < len(doubles) and doubles[inner].start < last:
            doubles[inner] = Quotation(doubles[inner].start, doubles[inner].end, 1)
            inner += 1
        found.append(Quotation(first, last, depth=int(inside)))
    return sorted([*doubles, *found], key=lambda quotation: quotation.start)


def _doubles(text: str, start: int, end: int, following: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    for match in _DOUBLE.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        mark = match.group()
        if mark == "''" and before.isalnum() and opened is None:
            continue
        if mark in '"″' and before.isdigit() and opened is None:
            continue
        if opened is None:
            if not after.isspace() and (mark not in _CLOSING or before.isspace()):
                opened = match.start()
        elif mark in _OPENING and before.isspace() and not after.isspace():
            opened = match.start()
        elif mark not in _OPENING or after.isspace() or after in _STOPS:
            found.append(Quotation(opened, match.end()))
            opened = None
    if opened is not None:
        goes_on = _DOUBLE.match(text, following) is not None
        if goes_on or _opens_sentence(text, start, opened):
            stop = opened + len(text[opened:end].rstrip())
            found.append(Quotation(opened, stop, goes_on=goes_on))
    return found


def _opens_sentence(text: str, start: int, opened: int) -> bool:
    before = text[start:opened].rstrip()
    return not before or before[-1] in _SENTENCE_ENDS


def _singles(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: int | None = None
    candidate: int | None = None
    for match in _SINGLE.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        if not before.isalnum() and before not in _STOPS and (after.isalpha() or after in '“"['):
            if opened is not None and candidate is not None:
                found.append((opened, candidate))
            opened, candidate = match.start(), None
        elif opened is not None and not before.isspace() and not after.isalnum():
            if before == "s" and match.group() != "‘" and after == " ":
                candidate = match.end()
                continue
            found.append((opened, match.end()))
            opened = candidate = None
    if opened is not None and candidate is not None:
        found.append((opened, candidate))
    return found
