"""Where does a content end, once its complement is found?"""

from __future__ import annotations

from claimx.claims import Spans
from claimx.stages.quoted import Quoted
from claimx.tree import Tree

_CONTRASTS = frozenset(("while", "whereas"))


def before_contrast(tree: Tree, head: int, tokens: list[int]) -> list[int]:
    """Leave out a clause behind a content that sets something beside it (", while …")."""
    for place, token in enumerate(tokens):
        if (
            place > 1
            and token > head
            and tree.lower[token] in _CONTRASTS
            and tree.word[token - 1] == ","
            and tree.dep[token] == "mark"
        ):
            return tokens[: place - 1]
    return tokens


def content_spans(tree: Tree, quoted: Quoted, head: int, tokens: list[int]) -> Spans:
    """Cut a content at its edges, and let it hold the whole of a quotation that it opens."""
    inside = set(tokens)
    around = quoted.at.get(head)
    if around is not None:
        first, last = quoted.bounds[around]
        inside = {token for token in inside if first < token < last}
    for number in {quoted.at[token] for token in tokens if token in quoted.at}:
        first, last = quoted.bounds[number]
        if number != around and (first in inside or first + 1 in inside):
            inside.update(range(first, last + 1))
    if inside:
        inside.update(_quoted_rest(tree, quoted, max(inside)))
    return tree.spans(inside)


def _quoted_rest(tree: Tree, quoted: Quoted, last: int) -> range:
    """Return the quotation with which a content goes on in mid-sentence.

    A second one behind a conjunction goes with the first ("chanted 'shame' and 'resign now'").
    """
    first = last + 2 if tree.word[last + 1 : last + 2] == [","] else last + 1
    if last in quoted.at and tree.tag[first : first + 1] == ["CC"]:
        first += 1
    number = quoted.at.get(first)
    if number is None or quoted.bounds[number][0] != first or not tree.word[first + 1].islower():
        return range(0)
    return range(last + 1, quoted.bounds[number][1] + 1)
