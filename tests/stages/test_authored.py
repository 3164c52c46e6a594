"""What the article asserts itself: tables of texts, a section a phenomenon."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marks import unmarked
from spacy.language import Language

from claimx.claims import Claim
from claimx.lexicon import default_lexicon
from claimx.stages.annotated import annotated_attributions
from claimx.stages.authored import find_assertions
from claimx.stages.quotations import find_quotations
from claimx.tree import Tree

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "author_claims.toml").read_text("utf8")
)
ROWS = [(section, *row) for section, rows in CASES.items() for row in rows]


def asserted(nlp: Language, text: str, claims: list[Claim]) -> list[str]:
    with nlp.select_pipes(disable="claimx"):
        tree = Tree.of(nlp(text))
    attributions = annotated_attributions(tree, default_lexicon(), claims)
    found = find_assertions(tree, find_quotations(tree), attributions)
    return [" … ".join(text[first:end] for first, end in each.content) for each in found]


@pytest.mark.parametrize(("section", "marked", "expected"), [(s, m, e) for s, m, *e in ROWS])
def test_author_claims(
    nlp: Language, section: str, marked: str | list[str], expected: list[str]
) -> None:
    copies = [marked] if isinstance(marked, str) else marked
    texts = [unmarked(copy) for copy in copies]
    claims = [
        Claim(f"c{number}", spans["content"], source=spans["source"], cue=spans["cue"])
        for number, (_, spans) in enumerate(texts)
        if spans["content"]
    ]
    assert asserted(nlp, texts[0][0], claims) == expected


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=" \n\"“”()[]:;,.?!–-aSaysthat1\t’'", max_size=80))
def test_spans_of_any_text_stand_in_order_inside_it(nlp: Language, text: str) -> None:
    with nlp.select_pipes(disable="claimx"):
        tree = Tree.of(nlp(text))
    found = find_assertions(tree, find_quotations(tree), [])
    ends = [offset for each in found for span in each.content for offset in span]
    assert ends == sorted(set(ends))
    assert all(0 <= offset <= len(text) for offset in ends)
