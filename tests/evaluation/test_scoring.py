"""Figures on documents whose scores were worked out by hand, a test a rule of docs/format.md."""

import json
from dataclasses import replace
from typing import Any

import pytest
from annotate import claim, document, words

from claimx.claims import Claim, Document
from claimx.errors import ClaimxError
from claimx.evaluation import Evaluation, evaluate

TEXT = (
    "Ann Lee of the Transit Union said that the new line “will fail.” "
    "Bo Park, the mayor, praised the plan. The council met on Monday."
)


def gold_claim(**fields: Any) -> Claim:
    given = {
        "kind": "attributed",
        "speaker": "Ann Lee",
        "source": "Ann Lee of the Transit Union",
        "cue": "said",
        "content": "that the new line “will fail.”",
        "stance": "oppose",
        "target": "the new line",
        "target_entity": None,
        "nested_in": None,
    }
    return claim(TEXT, "c1", **{**given, **fields})


def score(
    gold: Claim | list[Claim], predicted: Claim | list[Claim], text: str = TEXT
) -> Evaluation:
    sides = [[side] if isinstance(side, Claim) else side for side in (gold, predicted)]
    return evaluate([document(text, *sides[0])], [document(text, *sides[1])])


def contents(text: str, spans: list[tuple[int, int]], *ranges: tuple[int, int]) -> list[Claim]:
    """Make claims whose contents are ranges of tokens."""
    return [
        Claim(f"c{number}", ((spans[first][0], spans[last - 1][1]),))
        for number, (first, last) in enumerate(ranges, 1)
    ]


def test_precision_recall_and_f1_at_each_threshold() -> None:
    text, spans = words(60)
    gold = contents(text, spans, (0, 10), (10, 20), (20, 30), (30, 40))
    # Overlaps: 10/10, 8/10, 5/10, 3/10; and two false alarms.
    predicted = contents(text, spans, (0, 10), (10, 18), (20, 25), (30, 33), (40, 45), (50, 55))
    found = score(gold, predicted, text)
    for name, hits in (
        ("content_0.3", 4),
        ("content", 3),
        ("content_0.8", 2),
        ("content_exact", 1),
    ):
        assert found.figure(f"{name}_precision") == pytest.approx(hits / 6)
        assert found.figure(f"{name}_recall") == pytest.approx(hits / 4)
        assert found.figure(f"{name}_f1") == pytest.approx(2 * hits / 10)
    assert (found.on["attributed"].gold, found.on["attributed"].predicted) == (4, 6)
    assert found.on["attributed"].matched == 3


def test_counts_are_summed_over_documents() -> None:
    text, spans = words(20)
    one, two = contents(text, spans, (0, 5), (5, 10))
    gold = [document(text, one, two, name="a"), document(text, one, name="b")]
    predicted = [document(text, name="b"), document(text, one, two, name="a")]
    assert evaluate(gold, predicted).figure("content_recall") == pytest.approx(2 / 3)


def test_a_token_counts_only_if_it_lies_wholly_inside() -> None:
    text = "one two three four"
    found = score([Claim("c1", ((0, 13),))], [Claim("c1", ((0, 12),))], text)
    assert found.figure("content_f1") == 1  # "thre" is no token: 2 of 3
    assert found.figure("content_0.8_f1") == 0


@pytest.mark.parametrize(
    ("content", "exact"),
    [
        ("that the new line “will fail.”", 1),
        ("the new line “will fail.”", 1),
        ("the new line “will fail", 1),
        ("said that the new line “will fail.”", 0),
        ("that the new line “will", 0),
    ],
)
def test_exact_content_drops_marks_then_punctuation_then_that(content: str, exact: int) -> None:
    assert score(gold_claim(), gold_claim(content=content)).figure("content_exact_f1") == exact


@pytest.mark.parametrize(
    ("gold", "predicted", "agrees"),
    [
        ("Ann Lee of the Transit Union", "Ann Lee", 1),
        ("Ann Lee of the Transit Union", "Transit Union", 1),
        ("Ann Lee of the Transit Union", "of the", 0),
        ("Bo Park, the mayor,", ", the", 0),
        ("Ann Lee of the Transit Union", "Bo Park", 0),
        ("Ann Lee of the Transit Union", "", 0),
        ("", "Ann Lee", 0),
        ("", "", 1),
    ],
)
def test_attribution_wants_a_telling_word_of_the_source(
    gold: str, predicted: str, agrees: int
) -> None:
    found = score(gold_claim(source=gold), gold_claim(source=predicted))
    assert found.figure("attribution_f1") == agrees


def test_pronouns_count_as_sources_at_their_own_place_alone() -> None:
    text = "He said he knew."
    gold = Claim("c1", ((8, 15),), source=((0, 2),))
    assert score([gold], [gold], text).figure("attribution_f1") == 1
    other = replace(gold, source=((8, 10),))
    assert score([gold], [other], text).figure("attribution_f1") == 0


def test_a_cue_agrees_if_it_shares_a_token_and_counts_where_the_gold_has_one() -> None:
    assert score(gold_claim(), gold_claim(cue="said that")).figure("cue") == 1
    assert score(gold_claim(), gold_claim(cue="praised")).figure("cue") == 0
    assert score(gold_claim(cue=""), gold_claim()).on["attributed"].figures["cue"].value is None


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        ("Ann Lee", "ann lee", 1),
        ("The People’s Bank", "people's bank", 1),
        ("an Oregon farmer", "Oregon farmer", 1),
        ("Theo Wolf", "o Wolf", 0),
        ("Ann Lee", "Lee", 0),
        ("a Theban", "Theban", 1),
    ],
)
def test_names_are_compared_without_case_and_article(gold: str, predicted: str, right: int) -> None:
    found = score(
        gold_claim(speaker=gold, target_entity=gold),
        gold_claim(speaker=predicted, target_entity=predicted),
    )
    assert found.figure("speaker") == found.figure("target_entity") == right


@pytest.mark.parametrize(("predicted", "right"), [(None, 1), ("Peru", 0)])
def test_no_entity_equals_no_entity(predicted: str | None, right: int) -> None:
    found = score(gold_claim(target_entity=None), gold_claim(target_entity=predicted))
    assert found.figure("target_entity") == right


@pytest.mark.parametrize(
    ("predicted", "half", "exact"),
    [
        ("the line", 1, 1),
        ("“the line”", 1, 1),
        ("line", 1, 0),
        ("that “the line” will", 0, 0),
        ("will fail", 0, 0),
        ("", 0, 0),
    ],
)
def test_a_target_is_right_from_half_an_overlap(predicted: str, half: int, exact: int) -> None:
    text = "Ann Lee said that “the line” will fail."
    gold = claim(text, "c1", content="that “the line” will fail", target="the line")
    other = claim(text, "c1", content="that “the line” will fail", target=predicted)
    found = score(gold, other, text)
    assert (found.figure("target"), found.figure("target_exact")) == (half, exact)


def test_no_target_equals_no_target() -> None:
    found = score(gold_claim(target=""), gold_claim(target=""))
    assert found.figure("target") == found.figure("target_exact") == found.figure("claim_f1") == 1


def test_stances_by_accuracy_macro_f1_kappa_and_confusion() -> None:
    text, spans = words(100)
    bare = contents(text, spans, *((first, first + 5) for first in range(0, 100, 5)))
    gold_stances = ["support"] * 10 + ["oppose"] * 6 + ["neutral"] * 4
    found_stances = (
        ["support"] * 8 + ["oppose", "neutral"]
        + ["support"] + ["oppose"] * 4 + ["neutral"]
        + ["oppose"] + ["neutral"] * 3
    )  # fmt: skip
    gold = [replace(c, stance=s) for c, s in zip(bare, gold_stances, strict=True)]  # type: ignore[arg-type]
    found = [replace(c, stance=s) for c, s in zip(bare, found_stances, strict=True)]  # type: ignore[arg-type]
    scores = score(gold, found, text)
    assert scores.figure("stance") == pytest.approx(15 / 20)
    f1s = (2 * 8 / (10 + 9), 2 * 4 / (6 + 6), 2 * 3 / (4 + 5))
    assert scores.figure("stance_macro_f1") == pytest.approx(sum(f1s) / 3)
    assert scores.figure("stance_kappa") == pytest.approx((0.75 - 0.365) / (1 - 0.365))
    assert scores.on["attributed"].confusion == ((8, 1, 1), (1, 4, 1), (0, 1, 3))


@pytest.mark.parametrize(
    ("fields", "right"),
    [
        ({}, 1),
        ({"cue": "praised", "source": "", "target_entity": "Peru", "nested_in": "c9"}, 1),
        ({"speaker": "Bo Park"}, 0),
        ({"stance": "neutral"}, 0),
        ({"target": "will fail"}, 0),
    ],
)
def test_a_claim_is_right_with_speaker_stance_and_target(
    fields: dict[str, Any], right: int
) -> None:
    assert score(gold_claim(), gold_claim(**fields)).figure("claim_f1") == right


class TestNesting:
    """Nested claims, and golds that mark none."""

    text = "Ann Lee said Bo Park told her that it rained."

    def claims(self, outer: str, inner: str, nested: str | None) -> list[Claim]:
        return [
            claim(self.text, outer, content="Bo Park told her that it rained", nested_in=None),
            claim(self.text, inner, content="that it rained", nested_in=nested),
        ]

    def test_nested_in_is_right_if_the_outer_claims_are_a_matched_pair(self) -> None:
        found = score(self.claims("c1", "c2", "c1"), self.claims("p7", "p8", "p7"), self.text)
        assert found.figure("nested_in") == 1

    @pytest.mark.parametrize("outer", [None, "p8", "unknown"])
    def test_nested_in_is_wrong_elsewhere(self, outer: str | None) -> None:
        found = score(self.claims("c1", "c2", "c1"), self.claims("p7", "p8", outer), self.text)
        assert found.figure("nested_in") == 0.5

    def test_a_gold_without_nesting_puts_nested_predictions_aside(self) -> None:
        gold = [claim(self.text, "c1", content="Bo Park told her that it rained")]
        found = score(gold, self.claims("p7", "p8", "p7"), self.text)
        assert found.on["attributed"].predicted == 1
        assert found.figure("content_precision") == 1
        assert found.on["attributed"].figures["nested_in"].value is None

    def test_a_gold_with_nesting_counts_them(self) -> None:
        gold = self.claims("c1", "c2", None)[:1]
        found = score(gold, self.claims("p7", "p8", "p7"), self.text)
        assert found.figure("content_precision") == 0.5


class TestKinds:
    """Attributed and author claims."""

    author = claim(TEXT, "c2", kind="author", speaker="author", content="The council met on Monday")

    def test_apart_and_together(self) -> None:
        found = score([gold_claim(), self.author], [gold_claim()])
        assert list(found.on) == ["attributed", "author", "all"]
        recalls = [found.figure("content_recall", kind) for kind in found.on]
        assert recalls == [1, 0, 0.5]

    def test_claims_of_different_kinds_are_never_paired(self) -> None:
        other = replace(self.author, kind="attributed")
        found = score([gold_claim(), self.author], [gold_claim(), other])
        assert found.figure("content_precision", "attributed") == 0.5
        assert found.figure("content_recall", "author") == 0

    @pytest.mark.parametrize("kind", [{"kind": "attributed"}, {}], ids=["no author", "no kind"])
    def test_a_gold_without_author_claims_puts_predicted_ones_aside(
        self, kind: dict[str, str]
    ) -> None:
        gold = claim(TEXT, "c1", content="that the new line “will fail.”", **kind)
        found = score([gold], [gold_claim(), self.author])
        assert list(found.on) == ["attributed"]
        assert found.on["attributed"].predicted == 1
        with pytest.raises(ClaimxError, match="marks no author claims"):
            found.figure("content_f1", "author")

    def test_types_count_attributed_claims_alone(self) -> None:
        found = score([gold_claim(), self.author], [gold_claim()])
        assert found.figure("recall_mixed", "all") == found.figure("recall_mixed") == 1
        assert found.on["author"].figures["recall_indirect"].of == 0


def test_recall_by_type() -> None:
    text = "“It works,” said Ann. “It does,” said Bo. Cy said it “works.” Di said it was true."
    pieces = ["“It works,”", "“It does,”", "it “works.”", "it was true"]
    gold = [claim(text, f"c{n}", content=piece) for n, piece in enumerate(pieces)]
    found = score(gold, gold[1:3], text)
    assert found.figure("recall_direct") == 0.5
    assert found.figure("recall_mixed") == 1
    assert found.figure("recall_indirect") == 0


class TestWhatCannotBeCounted:
    """None, never 0 or 1."""

    def test_fields_that_the_gold_leaves_out_are_not_scored(self) -> None:
        gold = claim(TEXT, "c1", content="that the new line “will fail.”")
        figures = score([gold], [gold_claim()]).on["attributed"].figures
        scored = {name for name, figure in figures.items() if figure.value is not None}
        assert scored == {
            f"{name}_{part}"
            for name in ("content", "content_0.3", "content_0.8", "content_exact")
            for part in ("precision", "recall", "f1")
        } | {"recall_mixed"}

    def test_false_alarms_do_not_bring_an_unmarked_field_back(self) -> None:
        gold = claim(TEXT, "c1", content="that the new line “will fail.”")
        alarm = gold_claim(content="the plan")
        figures = score([gold], [gold_claim(), replace(alarm, id="c2")]).on["attributed"].figures
        assert figures["claim_f1"].value is figures["attribution_precision"].value is None
        assert figures["content_precision"].value == 0.5

    def test_a_claim_that_leaves_a_field_out_is_not_counted_for_it(self) -> None:
        bare = claim(TEXT, "c2", content="praised the plan")
        found = score([gold_claim(), bare], [gold_claim(), bare])
        assert found.on["attributed"].figures["speaker"].of == 1
        assert found.figure("claim_f1") == found.figure("attribution_f1") == 1

    def test_no_predictions(self) -> None:
        found = score([gold_claim()], [])
        assert found.on["attributed"].figures["content_precision"].value is None
        assert found.figure("content_recall") == found.figure("content_f1") == 0

    def test_nothing_at_all(self) -> None:
        for found in (score([], []), evaluate([], [])):
            assert all(f.value is None for f in found.on["attributed"].figures.values())


class TestIntervals:
    """95 % from 1,000 resamples."""

    text, spans = words(100)

    def test_over_documents(self) -> None:
        # A resample of two documents holds the perfect one 0, 1 or 2 times, in 1/4, 1/2, 1/4.
        one = contents(self.text, self.spans, (0, 5))[0]
        gold = [document(self.text, one, name=name) for name in "ab"]
        predicted = [gold[0], document(self.text, name="b")]
        figure = evaluate(gold, predicted).on["attributed"].figures["content_f1"]
        assert (figure.low, figure.high) == (0, 1)
        assert figure.value == pytest.approx(2 / 3)

    def test_of_one_document_over_its_pairs_misses_and_false_alarms(self) -> None:
        claims = contents(self.text, self.spans, *((n, n + 5) for n in range(0, 100, 5)))
        figure = score(claims, claims[:10], self.text).on["attributed"].figures["content_recall"]
        assert figure.value == 0.5
        # Binomial with n = 20, p = 1/2: the middle 95 % run from 6 to 14.
        assert figure.low == pytest.approx(0.3, abs=0.051)
        assert figure.high == pytest.approx(0.7, abs=0.051)

    def test_are_the_same_each_time(self) -> None:
        claims = contents(self.text, self.spans, (0, 5), (5, 10), (10, 15))
        assert score(claims, claims[:2], self.text) == score(claims, claims[:2], self.text)


class TestInput:
    """Golds and predictions that do not belong together."""

    @pytest.mark.parametrize(
        ("gold", "predicted", "message"),
        [
            (["a", "b"], ["a"], "document b: the predictions lack it"),
            (["a"], ["a", "b"], "document b: the gold lacks it"),
            (["a", "a"], ["a"], "document a: the id stands twice in the gold"),
            (["a"], ["a", "a"], "document a: the id stands twice in the predictions"),
        ],
    )
    def test_documents_must_be_the_same(
        self, gold: list[str], predicted: list[str], message: str
    ) -> None:
        with pytest.raises(ClaimxError, match=message):
            evaluate(
                [Document(name, "text") for name in gold],
                [Document(name, "text") for name in predicted],
            )

    def test_texts_must_be_the_same(self) -> None:
        with pytest.raises(ClaimxError, match=r"document a: .* different texts"):
            evaluate([Document("a", "text")], [Document("a", "text\n")])

    @pytest.mark.parametrize(
        ("metric", "on", "message"),
        [
            ("beauty", "attributed", "no figure 'beauty': give one of content_precision, "),
            ("claim_f1", "everyone", "no kind of claims 'everyone'"),
            ("claim_f1", "all", "claim_f1 on all claims: the gold marks no author claims"),
            ("recall_direct", "attributed", "recall_direct .*: there is nothing to count"),
        ],
    )
    def test_a_figure_that_there_is_not(self, metric: str, on: str, message: str) -> None:
        with pytest.raises(ClaimxError, match=message):
            score(gold_claim(), gold_claim()).figure(metric, on)


def test_a_record_is_json_and_holds_every_figure() -> None:
    found = score(gold_claim(), gold_claim())
    record = json.loads(json.dumps(found.to_dict(), allow_nan=False))
    figures = record["attributed"]["figures"]
    assert figures["claim_f1"] == {"value": 1, "low": 1, "high": 1, "of": 2}
    assert figures["recall_direct"] == {"value": None, "low": None, "high": None, "of": 0}
    assert record["attributed"]["confusion"]["oppose"] == {"support": 0, "oppose": 1, "neutral": 0}
    assert list(figures) == list(found.on["attributed"].figures)
