"""Agreement between annotators, and what is left to decide."""

from dataclasses import replace
from typing import Any

import pytest
from annotate import claim, document

from claimx.claims import Claim, Document
from claimx.errors import ClaimxError
from claimx.evaluation.adjudication import KEY, adjudicate
from claimx.evaluation.between import agreement
from claimx.evaluation.reliability import mean_kappa, nominal_alpha

TEXT = (
    "Ann Lee said that the line will fail. Bo Park praised the plan. "
    "Cy Ray warned of delays. The council met."
)


def said(identity: str, content: str, **fields: Any) -> Claim:
    given = {
        "kind": "attributed",
        "speaker": "Ann Lee",
        "source": "Ann Lee",
        "cue": "said",
        "content": content,
        "stance": "oppose",
        "target": "",
        "target_entity": None,
        "nested_in": None,
    }
    return claim(TEXT, identity, **{**given, **fields})


FAIL = said("c1", "that the line will fail")
PLAN = said("c2", "the plan", speaker="Bo Park", source="Bo Park", cue="praised", stance="support")
DELAYS = said("c3", "delays", speaker="Cy Ray", source="Cy Ray", cue="warned of")


def rated(*rows: str) -> list[dict[str, str]]:
    """Read a row of labels an annotator, a dot for none."""
    return [
        {str(annotator): label for annotator, label in enumerate(column) if label != "."}
        for column in zip(*rows, strict=True)
    ]


@pytest.mark.parametrize(
    ("rows", "alpha"),
    [
        (("0100000010", "1110010000"), 0.095),
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    ],
    ids=["two labels", "five labels", "four annotators, labels missing"],
)
def test_alpha_of_krippendorff_s_examples(rows: tuple[str, ...], alpha: float) -> None:
    # Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, examples A, B and C.
    assert nominal_alpha(rated(*rows)) == pytest.approx(alpha, abs=0.0006)


def test_alpha_and_kappa_are_undefined_without_variety() -> None:
    same = rated("aaa", "aaa")
    assert (mean_kappa(same), nominal_alpha(same)) == (None, None)
    assert (mean_kappa([]), nominal_alpha([])) == (None, None)


def test_kappa_of_several_is_the_mean_over_pairs() -> None:
    # Pairs agree in 3 of 4, 3 of 4 and 2 of 4; by chance in 1/2 each.
    assert mean_kappa(rated("aabb", "abbb", "aaab")) == pytest.approx(
        (0.5 + 0.5 + 0.2) / 3, abs=0.01
    )


def test_figures_of_two_annotators() -> None:
    other = [FAIL, replace(PLAN, stance="neutral")]
    found = agreement({"a": [document(TEXT, FAIL, PLAN, DELAYS)], "b": [document(TEXT, *other)]})
    accords = found.on["attributed"]
    assert accords["content_f1"].share == pytest.approx(4 / 5)
    assert accords["claim_f1"].share == pytest.approx(2 / 5)
    assert accords["stance"].share == pytest.approx(1 / 2)
    # oppose-oppose, support-neutral: by chance 1/4, so κ = (1/2 - 1/4) / (3/4).
    assert accords["stance"].kappa == pytest.approx(1 / 3)
    assert accords["content_f1"].kappa is None
    assert [(m.what, m.gold and m.gold.id) for m in found.disagreements["b"]] == [
        ("stance", "c2"),
        ("miss", "c3"),
    ]


def test_what_one_never_marks_is_left_out_of_all() -> None:
    author = said("c4", "The council met", kind="author", speaker="author", source="", cue="")
    nested = said("c5", "the line will fail", nested_in="c1")
    bare = Claim("c1", FAIL.content, source=FAIL.source, marked=frozenset({"content", "source"}))
    for pair in (
        {"a": [document(TEXT, FAIL, author, nested)], "b": [document(TEXT, bare)]},
        {"b": [document(TEXT, bare)], "a": [document(TEXT, FAIL, author, nested)]},
    ):
        found = agreement(pair)
        assert list(found.on) == ["attributed"]
        assert found.on["attributed"]["content_f1"].share == 1
        assert found.on["attributed"]["speaker"].share is None
        assert not any(found.disagreements.values())


def test_an_empty_annotation_agrees_on_nothing() -> None:
    found = agreement({"a": [document(TEXT, FAIL)], "b": [document(TEXT)]})
    assert found.on["attributed"]["content_f1"].share == 0


def test_three_annotators() -> None:
    sides = {name: [document(TEXT, FAIL, PLAN)] for name in "abc"}
    sides["c"] = [document(TEXT, FAIL, replace(PLAN, stance="oppose"))]
    found = agreement(sides)
    assert found.on["attributed"]["stance"].share == pytest.approx((1 + 0.5 + 0.5) / 3)
    # Items ooo and sso: 4 of 12 ordered pairs differ, 16 of 30 by chance.
    assert found.on["attributed"]["stance"].alpha == pytest.approx(1 - (4 / 12) / (16 / 30))


def test_one_annotation_is_not_enough() -> None:
    with pytest.raises(ClaimxError, match="two annotations or more"):
        agreement({"a": [document(TEXT)]})


class TestAdjudication:
    def adjudicated(self, *sides: list[Claim]) -> Document:
        named = zip(("a", "b", "c"), sides, strict=False)
        (found,) = adjudicate({name: [document(TEXT, *claims)] for name, claims in named})
        return found

    def test_agreed_claims_are_taken_over(self) -> None:
        found = self.adjudicated([FAIL, PLAN], [replace(PLAN, id="x"), replace(FAIL, id="y")])
        assert found == document(TEXT, FAIL, PLAN)

    def test_the_rest_is_marked(self) -> None:
        found = self.adjudicated([FAIL, PLAN, DELAYS], [FAIL, replace(PLAN, stance="neutral")])
        assert [made.id for made in found.claims] == ["c1", "a:c2", "b:c2", "a:c3"]
        assert found.metadata[KEY] == [
            {"claims": ["a:c2", "b:c2"], "missing_in": [], "fields": ["stance"]},
            {"claims": ["a:c3"], "missing_in": ["b"], "fields": []},
        ]

    def test_nesting_follows_the_new_ids(self) -> None:
        inner = said("c4", "the line", nested_in="c1")
        other = [replace(FAIL, id="d1"), replace(inner, id="d4", nested_in="d1", speaker="Bo Park")]
        found = self.adjudicated([FAIL, inner], other)
        assert {made.id: made.nested_in for made in found.claims} == {
            "c1": None,
            "a:c4": "c1",
            "b:d4": "c1",
        }

    def test_nothing_that_only_one_marks_gets_lost(self) -> None:
        author = said("c4", "The council met", kind="author", speaker="author", source="", cue="")
        found = self.adjudicated([FAIL, author], [FAIL])
        assert [made.id for made in found.claims] == ["c1", "a:c4"]
        bare = Claim("c1", FAIL.content, marked=frozenset({"content"}))
        assert self.adjudicated([FAIL], [bare]).claims == (FAIL,)

    def test_three_must_agree(self) -> None:
        found = self.adjudicated([FAIL], [FAIL], [replace(FAIL, speaker="Bo Park")])
        assert [made.id for made in found.claims] == ["a:c1", "b:c1", "c:c1"]
