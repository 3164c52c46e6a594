"""Make one word in the tree of what hyphens join without space ("co-founder")."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.parse import Parse, children_of


def hyphens_within(word: list[str], start: list[int], end: list[int]) -> list[int]:
    """Find the hyphens that stand between two words without space.

    >>> hyphens_within(["ex", "-", "wife", "-", "so"], [0, 2, 3, 8, 10], [2, 3, 7, 9, 12])
    [1]
    """
    return [
        token
        for token in range(1, len(word) - 1)
        if word[token] == "-" and end[token - 1] == start[token] and end[token] == start[token + 1]
    ]


def mend_compounds(parse: Parse, hyphens: Sequence[int]) -> Parse:
    """Hang the parts of a halved noun on its last part.

    A word has one governor: where the parser has hung both parts beside a hyphen on the same word
    outside, or the second on the first or the hyphen as an apposition, the first is a compound of
    the second, and so is whatever hangs on the first.

    Args:
        parse: What the parser made of the text.
        hyphens: The hyphens that join two words without space, in text order.

    >>> head, dep = [1, 4, 4, 4, 4], ["poss", "nsubj", "nsubj", "nsubj", "ROOT"]
    >>> words = ["Her", "co", "-", "worker", "spoke"]
    >>> parse = Parse(head, dep, ["PRP$", "NN", "NN", "NN", "VBD"], words)
    >>> mend_compounds(parse, [2]).head
    [3, 3, 3, 4, 4]
    """
    halved = [hyphen for hyphen in hyphens if _is_halved(parse, hyphen)]
    if not halved:
        return parse
    head, dep = list(parse.head), list(parse.dep)
    children = children_of(parse.head)
    for hyphen in halved:
        first, last = hyphen - 1, hyphen + 1
        head[last], dep[last] = head[first], dep[first]
        for child in (*children[first], *children[hyphen]):
            if child != last:
                head[child] = last
        head[first], dep[first] = last, "compound"
        head[hyphen], dep[hyphen] = last, "punct"
    return Parse(head, dep, parse.tag, parse.word)


def _is_halved(parse: Parse, hyphen: int) -> bool:
    first, last = hyphen - 1, hyphen + 1
    outside, governor = parse.head[first], parse.head[last]
    if not parse.tag[last].startswith("NN") or parse.head[hyphen] not in (first, outside):
        return False
    if outside in (first, hyphen, last) or governor == last:
        return False
    return governor == outside or (parse.dep[last] == "appos" and governor in (first, hyphen))
