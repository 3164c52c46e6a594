"""Which nouns stand in apposition to a name: "the governor, Ann Lee", "Ann Lee, a voter"?"""

from __future__ import annotations

from claimx.stages.naming.introductions import bearer
from claimx.tree import Tree

_SINGULAR = ("NN", "NNP")


def nouns_before(tree: Tree, name: int) -> list[int]:
    """Return the singular nouns to which a name is given: "the governor, Lee".

    Args:
        tree: The parsed text.
        name: The head token of the name.
    """
    parent, noun = tree.head[name], bearer(tree, name)
    apposed = tree.dep[name] == "appos" and tree.tag[parent] in _SINGULAR
    return [*([parent] if apposed else []), *([] if noun is None else [noun])]


def nouns_behind(tree: Tree, name: int) -> list[int]:
    """Return the singular nouns that say what a name's bearer is: "Lee, a voter".

    Args:
        tree: The parsed text.
        name: The head token of the name.
    """
    return [
        child
        for child in tree.children[name]
        if tree.dep[child] == "appos"
        and tree.tag[child] in _SINGULAR
        and tree.lower[tree.left[child]] in ("a", "an")
    ]


def behind_comma(tree: Tree, name: int) -> int | None:
    """Return the noun of an apposition that the parser may have missed.

    Args:
        tree: The parsed text.
        name: The head token of the name.
    """
    for token in range(name + 1, min(name + 9, len(tree) - 1)):
        tag, comma = tree.tag[token], tree.word[name + 1] in (",", "--", "—", "–")
        if not comma or (token == name + 2 and tag not in ("DT", "JJ", "PRP$", "NN")):
            return None
        if tag == "NN" and tree.tag[token + 1] not in ("NN", "NNS", "POS", "HYPH"):
            return None if tree.dep[token] in ("nsubj", "nsubjpass") else token
        if token > name + 1 and tag[:1] not in "DJNPRH":
            return None
    return None
