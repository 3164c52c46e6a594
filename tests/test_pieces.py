"""Long texts: cut, parsed in pieces, put together, as though they had never been cut."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

import claimx
from claimx import Document
from claimx.claims import SPAN_FIELDS, Claim
from claimx.pieces import cut, parsed
from claimx.tree import Tree

STORY = (
    "The mayor of Arden, Ann Lee, said the harbour would close on Monday.\n\n"
    "“Nobody asked us,” said Tom Hale, who leads the dockers' union.\n\n"
    "Lee told reporters that the plan was a success. Hale called it a disgrace.\n\n"
    "She said the town would pay for the boats.\n"
)
WIRE = Path("corpus/blinken-china-2024-04-26.txt").read_text("utf8")


@pytest.fixture
def short(nlp: Language) -> Iterator[Language]:
    """Return a pipeline that takes 100 characters at once."""
    before = nlp.max_length
    nlp.max_length = 100
    yield nlp
    nlp.max_length = before


def test_the_claims_are_those_of_the_whole(nlp: Language) -> None:
    whole = claimx.extract(STORY, nlp=nlp)
    before, nlp.max_length = nlp.max_length, 150
    try:
        in_pieces = claimx.extract(STORY, nlp=nlp)
        (among_others, _) = claimx.extract_many([Document("text", STORY), Document("b", "Hm.")])
    finally:
        nlp.max_length = before
    assert len(cut(STORY, 150)) == 2
    assert in_pieces == whole
    assert among_others == whole


def test_names_are_known_from_piece_to_piece(short: Language) -> None:
    found = claimx.extract(STORY, nlp=short)
    assert [claim.speaker for claim in found.claims if claim.kind == "attributed"] == [
        "Ann Lee", "Tom Hale", "Ann Lee", "Tom Hale", "Ann Lee"
    ]  # fmt: skip


def test_offsets_count_in_the_whole_text(short: Language) -> None:
    found = claimx.extract(STORY, nlp=short)
    assert found.words(found.claims[-1].content).startswith("the town would pay")


@pytest.mark.parametrize("longest", [400, 1000, 3000])
def test_a_parse_in_pieces_is_the_parse_of_the_text(nlp: Language, longest: int) -> None:
    (whole,) = parsed([WIRE], nlp)
    before, nlp.max_length = nlp.max_length, longest
    try:
        (joined,) = parsed([WIRE], nlp)
    finally:
        nlp.max_length = before
    one, other = Tree.of(whole), Tree.of(joined)
    assert other.text == WIRE
    assert other.start == one.start
    starts = {start for start, _ in cut(WIRE, longest)}
    assert starts <= {other.start[first] for first, _ in other.sentences}
    same = sum(a == b for a, b in zip(one.dep, other.dep, strict=True))
    assert same >= 0.97 * len(one)


def test_order_is_kept_among_long_and_short_texts(short: Language) -> None:
    texts = ["Hm.", STORY, "", "It rained.", STORY * 2, " "]
    assert [doc.text for doc in parsed(texts, short)] == texts


CUTS = [
    ("One.\n\nTwo two.\n\nThree.", 17, ["One.\n\nTwo two.\n\n", "Three."]),
    ("One two. Three. Four five six.", 20, ["One two. Three. ", "Four five six."]),
    ("He said “no.” Then he left.", 20, ["He said “no.” ", "Then he left."]),
    ("one two three four", 10, ["one two ", "three four"]),
    ("onetwothreefour", 6, ["onetwo", "threef", "our"]),
    ("One.", 4, ["One."]),
    ("", 4, [""]),
    ("   \n\n   ", 3, ["   ", "\n\n ", "  "]),
]


@pytest.mark.parametrize(("text", "longest", "pieces"), CUTS)
def test_a_text_is_cut_where_it_matters_least(text: str, longest: int, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in cut(text, longest)] == pieces


@given(st.text("ab. \n”", max_size=200), st.integers(1, 50))
def test_pieces_are_short_enough_and_lose_nothing(text: str, longest: int) -> None:
    pieces = cut(text, longest)
    assert pieces == cut(text, longest)
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(before[1] == after[0] for before, after in pairwise(pieces))
    assert all(end - start <= longest for start, end in pieces)


@pytest.mark.parametrize(
    "text",
    [STORY, WIRE, "\ufeff" * 2000, '"It will rain," Ann Lee said.', "ARDEN, Maine -- It rains"],
)
def test_a_byte_order_mark_changes_no_claim(nlp: Language, text: str) -> None:
    plain, marked = (claimx.extract(given, nlp=nlp) for given in (text, f"\ufeff{text}"))
    assert marked.text == f"\ufeff{text}"
    assert list(marked.claims) == [_moved(claim) for claim in plain.claims]


def _moved(claim: Claim) -> Claim:
    spans: dict[str, Any] = {
        name: tuple((start + 1, end + 1) for start, end in getattr(claim, name))
        for name in SPAN_FIELDS
    }
    return replace(claim, **spans)


def test_a_byte_order_mark_is_white_space_to_the_component(nlp: Language) -> None:
    doc = nlp("\ufeffAnn Lee said it would rain.")
    assert doc.text == "\ufeffAnn Lee said it would rain."
    assert [token.text for token in doc[:2]] == ["\ufeff", "Ann"]
    assert [(claim["speaker"], claim["source"]) for claim in doc._.claims] == [
        ("Ann Lee", [[1, 8]])
    ]
    assert [token.text for token in nlp("\ufeff")] == ["\ufeff"]
