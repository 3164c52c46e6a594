"""Which office does a description tell: the foreign minister, the GOP candidate?"""

from __future__ import annotations

from claimx.lexicon.words import word_list
from claimx.stages.naming.entity import Entity
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

_PARTIES = {"gop": "republican", "republican": "republican", "democrat": "democratic"}
_SECOND = frozenset({"vice", "deputy"})
_UNKNOWN = word_list("roles.toml", "unknown")


def portfolios(tree: Tree, token: int, words: Vocabulary) -> set[str]:
    """Return the words that tell one office from another: foreign minister, prime minister.

    Args:
        tree: The parsed text.
        token: The noun of office.
        words: Where such words are listed.
    """
    beside = {tree.lower[child] for child in tree.children[token] if child < token}
    party = _PARTIES.keys() & beside.union((tree.lemma[token],))
    return (beside & words.portfolios) | {_PARTIES[word] for word in party}


def may_hold(entity: Entity, wanted: set[str], words: Vocabulary) -> bool:
    """Tell whether nothing that the text says of somebody speaks against an office.

    Args:
        entity: Somebody.
        wanted: The words that tell the office from others.
        words: Where such words are listed.
    """
    held = entity.traits & words.portfolios
    if not held or not wanted:
        return True
    return bool(held & wanted) and held & _SECOND == wanted & _SECOND


def is_definite(tree: Tree, token: int) -> bool:
    """Tell whether a description means somebody who is known: "the mayor", "Mayor"."""
    if any(
        tree.lower[child] in _UNKNOWN and tree.dep[child] == "amod"
        for child in tree.children[token]
    ):
        return False
    for child in tree.children[token]:
        if tree.dep[child] == "det":
            return tree.lower[child] in ("the", "this", "that")
        if tree.dep[child] in ("poss", "nummod"):
            return False
    if tree.tag[token] == "NN" and (
        tree.dep[token] == "poss"
        or any(tree.dep[child] == "compound" for child in tree.children[token])
    ):
        return True
    return tree.word[token][0].isupper() and tree.tag[token][:3] == "NNP"
