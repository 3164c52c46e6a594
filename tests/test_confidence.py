"""What confidence promises: the measured precision of a rule, and a threshold on it."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files

import pytest
from spacy.language import Language
from typer.testing import CliRunner

import claimx
from claimx.cli import app
from claimx.confidence import confidence, word_rule
from claimx.lexicon.entries import Entry
from claimx.stages.attribution import Attribution

TEXT = "Ann Lee said Bo Ortiz thinks the toll is too high. The toll rose in May."


def attribution(lemma: str, rule: str) -> Attribution:
    word_class, complement = rule.split("/")
    entry = Entry(lemma, word_class, "state", (complement,))
    return Attribution(((0, 3),), ((4, 8),), ((9, 20),), 1, entry, complement, rule)


@pytest.fixture(scope="module")
def values() -> dict[str, dict[str, float]]:
    text = (files("claimx.lexicon") / "confidence.toml").read_text("utf8")
    found: dict[str, dict[str, float]] = tomllib.loads(text)
    return found


def test_the_values_are_shares(values: dict[str, dict[str, float]]) -> None:
    for table in values.values():
        assert table
        assert all(0 < value < 1 for value in table.values())


def test_each_word_has_its_rule(values: dict[str, dict[str, float]]) -> None:
    for word in values["words"]:
        assert any(word.endswith(f" {rule}") for rule in values["rules"]), word


def test_a_frequent_word_has_a_value_of_its_own(values: dict[str, dict[str, float]]) -> None:
    said = attribution("say", "verbs/clause")
    assert confidence(said) == values["words"][word_rule(said)]


def test_a_rare_word_has_its_rules_value(values: dict[str, dict[str, float]]) -> None:
    assert confidence(attribution("yodel", "verbs/clause")) == values["rules"]["verbs/clause"]


def test_an_unmeasured_rule_has_none() -> None:
    assert confidence(attribution("yodel", "verbs/upon a time")) is None


def test_a_nested_attribution_has_none() -> None:
    assert confidence(attribution("say", "verbs/clause").nested(0)) is None


def test_claims_carry_it(nlp: Language) -> None:
    outer, inner, author = claimx.extract(TEXT, nlp=nlp).claims
    assert outer.confidence is not None
    assert inner.nested_in == outer.id
    assert inner.confidence is None
    assert author.confidence is None


def test_a_threshold_leaves_claims_without_confidence(nlp: Language) -> None:
    document = claimx.extract(TEXT, nlp=nlp)
    assert document.confident(0.0) == document
    inner, author = document.confident(1.0).claims
    assert (inner.speaker, inner.nested_in) == ("Bo Ortiz", None)
    assert author.kind == "author"


@pytest.mark.parametrize(("bar", "expected"), [("0", 3), ("1", 2)])
def test_extract_takes_a_threshold(bar: str, expected: int) -> None:
    options = ["extract", "-", "--format", "jsonl", "--min-confidence", bar]
    result = CliRunner().invoke(app, options, input=TEXT)
    assert result.exit_code == 0, result.output
    assert len(json.loads(result.stdout)["claims"]) == expected


@pytest.mark.parametrize("bar", ["-0.1", "1.5", "high"])
def test_a_threshold_lies_between_0_and_1(bar: str) -> None:
    result = CliRunner().invoke(app, ["extract", "-", "--min-confidence", bar], input=TEXT)
    assert result.exit_code == 2


def test_evaluate_takes_a_threshold(tmp_path: object, nlp: Language) -> None:
    path = f"{tmp_path}/gold.jsonl"
    claimx.write_jsonl([claimx.extract(TEXT, nlp=nlp)], path)
    command = ["evaluate", path, path, "--format", "json", "--min-confidence", "1"]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    scores = json.loads(result.stdout)["attributed"]
    assert (scores["gold"], scores["predicted"]) == (2, 1)


def test_a_confidence_that_is_no_number_is_refused() -> None:
    with pytest.raises(claimx.ClaimxError, match="confidence"):
        claimx.Claim.from_record({"id": "c1", "content": [[0, 4]], "confidence": "high"})
