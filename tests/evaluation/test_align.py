"""Which predicted claim answers which gold claim."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.evaluation.align import Footprint, align

Edges = dict[tuple[int, int], Fraction]


def footprint(content: str, signal: str = "") -> Footprint:
    """Make a footprint; a letter stands for a token."""
    return Footprint(frozenset(map(ord, content)), frozenset(map(ord, signal)))


def pairs(gold: list[Footprint], predicted: list[Footprint]) -> list[tuple[int, int]]:
    return [(link.gold, link.predicted) for link in align(gold, predicted)]


def test_the_sum_counts_and_not_the_best_single_pair() -> None:
    # The best single pair, 4/5, leaves little for the other two; 3/5 + 4/7 is more.
    gold = [footprint("abcde"), footprint("bcdefgh")]
    predicted = [footprint("bcde"), footprint("abc")]
    overlaps = [link.overlap for link in align(gold, predicted)]
    assert pairs(gold, predicted) == [(0, 1), (1, 0)]
    assert overlaps == [3 / 5, 4 / 7]


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [("abc", [(0, 0)]), ("ab", [])],
    ids=["3 of 10 counts", "2 of 10 does not"],
)
def test_an_overlap_under_three_tenths_is_none(
    predicted: str, expected: list[tuple[int, int]]
) -> None:
    assert pairs([footprint("abcdefghij")], [footprint(predicted)]) == expected


def test_a_low_overlap_adds_nothing_to_the_sum() -> None:
    # Crosswise 4/7 + 2/7 would be more than 4/5; but 2/7 is under the floor.
    gold = [footprint("abcd"), footprint("abxy")]
    predicted = [footprint("abcde"), footprint("abcdefg")]
    assert pairs(gold, predicted) == [(0, 0)]


def test_source_and_cue_decide_between_equal_sums() -> None:
    gold = [footprint("abcd", "x")]
    predicted = [footprint("abc", "y"), footprint("bcd", "xy")]
    assert pairs(gold, predicted) == [(0, 1)]


def test_file_order_decides_between_claims_that_are_alike() -> None:
    same = [footprint("abcd", "x")] * 3
    assert pairs(same, same) == [(0, 0), (1, 1), (2, 2)]
    assert pairs(same[:1], same) == [(0, 0)]
    assert pairs(same, same[:1]) == [(0, 0)]


def test_claims_without_tokens_answer_nothing() -> None:
    assert pairs([footprint("")], [footprint("")]) == []
    assert pairs([], [footprint("a")]) == pairs([footprint("a")], []) == []


def test_a_long_document_is_paired_part_by_part() -> None:
    claims = [
        Footprint(frozenset(range(first, first + 8)), frozenset({first}))
        for part in range(0, 40_000, 16)
        for first in (part, part + 4)
    ]
    assert pairs(claims, claims) == [(place, place) for place in range(len(claims))]


tokens = st.frozensets(st.integers(0, 5), max_size=6)
claims = st.lists(
    st.builds(Footprint, tokens, st.frozensets(st.integers(0, 2), max_size=2)), max_size=4
)


@settings(max_examples=300, deadline=None)
@given(gold=claims, predicted=claims)
def test_no_pairing_is_better(gold: list[Footprint], predicted: list[Footprint]) -> None:
    edges: Edges = {}
    for i, one in enumerate(gold):
        for j, other in enumerate(predicted):
            overlap = share(one.content, other.content)
            if overlap >= Fraction(3, 10):
                edges[i, j] = overlap

    def merit(pairing: dict[int, int]) -> tuple[Fraction, Fraction, list[int]]:
        return (
            sum((edges[pair] for pair in pairing.items()), Fraction(0)),
            sum(
                (share(gold[i].signal, predicted[j].signal) for i, j in pairing.items()),
                Fraction(0),
            ),
            [-pairing.get(i, len(predicted)) for i in range(len(gold))],
        )

    best = max(pairings(0, len(gold), frozenset(), edges), key=merit)
    assert dict(pairs(gold, predicted)) == best


def share(one: frozenset[int], other: frozenset[int]) -> Fraction:
    return Fraction(len(one & other), len(one | other)) if one | other else Fraction(0)


def pairings(row: int, rows: int, taken: frozenset[int], edges: Edges) -> Iterator[dict[int, int]]:
    """Try every way to pair the claims from this row on."""
    if row == rows:
        yield {}
        return
    yield from pairings(row + 1, rows, taken, edges)
    for i, j in edges:
        if i == row and j not in taken:
            for rest in pairings(row + 1, rows, taken | {j}, edges):
                yield {row: j, **rest}
