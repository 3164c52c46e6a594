"""Two runs on one gold."""

from dataclasses import replace

import pytest
from annotate import words

from claimx.claims import Claim, Document
from claimx.evaluation.differences import compare_runs

TEXT, PLACES = words(40)
GOLD = [Claim(f"c{n}", ((PLACES[3 * n][0], PLACES[3 * n + 1][1]),)) for n in range(10)]
FALSE = Claim("f", ((PLACES[35][0], PLACES[36][1]),))


def run(*claims: Claim, documents: int = 1) -> list[Document]:
    return [Document(str(number), TEXT, claims) for number in range(documents)]


@pytest.mark.parametrize("documents", [1, 5])
def test_equal_runs_do_not_differ(documents: int) -> None:
    gold = run(*GOLD, documents=documents)
    found = compare_runs(gold, gold, gold)
    assert {one.p for one in found.on["attributed"].values()} == {1.0}
    assert found.changes == ()


def test_a_clear_difference_is_significant_and_a_small_one_is_not() -> None:
    gold = run(*GOLD)
    clear = compare_runs(gold, run(*GOLD[:2]), run(*GOLD)).on["attributed"]["content_recall"]
    small = compare_runs(gold, run(*GOLD[:9]), run(*GOLD)).on["attributed"]["content_recall"]
    assert (clear.first, clear.second) == (0.2, 1.0)
    assert clear.low > 0
    assert clear.p < 0.01
    # With one claim of ten, resamples without it have no difference: (9/10)^10 = 0.349.
    assert small.p == pytest.approx(2 * 0.349, abs=0.08)


def test_the_sides_may_be_exchanged() -> None:
    gold, first, second = run(*GOLD), run(*GOLD[:4], FALSE), run(*GOLD[2:])
    there = compare_runs(gold, first, second).on["attributed"]["claim_f1"]
    back = compare_runs(gold, second, first).on["attributed"]["claim_f1"]
    assert (there.first, there.second) == (back.second, back.first)


def test_documents_are_resampled_whole() -> None:
    gold = run(*GOLD, documents=6)
    better = [*gold[:3], *(replace(document, claims=()) for document in gold[3:])]
    worse = [replace(document, claims=()) for document in gold]
    found = compare_runs(gold, worse, better).on["attributed"]["content_recall"]
    # No resample without one of the three better documents has a difference: (1/2)^6 = 0.016.
    assert found.p == pytest.approx(2 * 0.016, abs=0.02)


def test_claims_won_and_lost() -> None:
    gold = run(GOLD[0], replace(GOLD[1], stance="oppose"))
    found = compare_runs(gold, run(GOLD[0], GOLD[1]), run(replace(GOLD[1], stance="oppose"), FALSE))
    assert [(change.what, change.claim.id) for change in found.changes] == [
        ("lost", "c0"),
        ("won", "c1"),
        ("new false alarm", "f"),
    ]
    assert found.to_dict()["changes"][2]["words"] == "w35 w36"
