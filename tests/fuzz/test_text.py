"""Any text at all: no crash, claims that lie in it, the same ones each time, in linear time."""

from collections.abc import Iterator
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from texts import TEXTS

import claimx
from claimx import ClaimxError, Document
from claimx.claims import SPAN_FIELDS
from claimx.formats.plain import check_text


@given(TEXTS)
def test_claims_lie_in_the_text_and_are_the_same_each_time(text: str) -> None:
    document = claimx.extract(text)
    assert claimx.extract(text) == document
    assert Document.from_record(document.to_record()).claims == document.claims
    for claim in document.claims:
        for name in SPAN_FIELDS:
            spans = getattr(claim, name)
            assert all(text[start:end].strip() for start, end in spans)
            assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(TEXTS, st.sampled_from("\ud800\udbff\udc00\udfff"), TEXTS)
def test_half_a_surrogate_pair_is_refused_with_the_reason(
    before: str, half: str, after: str
) -> None:
    text = before + half + after
    with pytest.raises(ClaimxError, match="half a surrogate pair"):
        claimx.extract(text)
    with pytest.raises(ClaimxError, match="half a surrogate pair"):
        list(claimx.extract_many([Document("a", text)]))
    with pytest.raises(ClaimxError):
        check_text(text, "a.txt")


@pytest.mark.parametrize("unit", ["“", "'", "‘ “a” ’", "😀", "said that", "told", "says “", "Ann,"])
def test_the_stages_take_linear_time(nlp: Language, unit: str) -> None:
    # The tokenizer is left out: it has limits of its own.
    words = (unit.split() or [unit]) * 400
    times = []
    for count in (20, 100, 400):
        doc = Doc(nlp.vocab, words=words[:count])
        for name in nlp.pipe_names[:-1]:
            doc = nlp.get_pipe(name)(doc)
        start = process_time()
        nlp.get_pipe("claimx")(doc)
        times.append(process_time() - start)
    # Four times the text: sixteen times the time would be quadratic.
    assert times[2] < 9 * times[1] + 0.05


_ENDLESS = [
    '"a," said B. ',
    "he said that ",
    "said he said ",
    "according to Bo, ",
    "“a,” he said, ",
]


@pytest.mark.parametrize("unit", _ENDLESS)
def test_no_claim_reaches_through_a_sentence_without_end(nlp: Language, unit: str) -> None:
    # Many claims that each reach to the end take quadratic time.
    doc = nlp(unit * (3000 // len(unit)))
    reach = [claim["content"][-1][1] - claim["content"][0][0] for claim in doc._.claims]
    assert 0 < max(reach) < 2000


def test_one_long_name_takes_linear_time(nlp: Language) -> None:
    def times_of(docs: list[Doc]) -> Iterator[float]:
        for doc in docs:
            start = process_time()
            nlp.get_pipe("claimx")(doc)
            yield process_time() - start

    docs = [nlp("President " * count, disable=["claimx"]) for count in (500, 2000)]
    # Other work on the machine slows some measurements, but not all three.
    measured = (tuple(times_of(docs)) for _ in range(3))
    assert any(long < 6 * short + 0.02 for short, long in measured)


@pytest.mark.parametrize("character", ["a", "\n"])
def test_a_million_of_one_character(nlp: Language, character: str) -> None:
    text = character * nlp.max_length
    start = process_time()
    assert len(nlp(text).text) == len(text)
    assert process_time() - start < 10
