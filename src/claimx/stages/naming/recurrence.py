"""Whose is an act or a writing that was mentioned before: "Lima's plan … the plan"?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from claimx.lexicon.words import word_list
from claimx.stages.naming.entity import Entity
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

_ANAPHORIC = frozenset({"the", "this", "that"})
_KEPT = 8
_UNOWNED = word_list("acts.toml", "unowned")
_MAKING = word_list("acts.toml", "making")


class Recurrence:
    """Finds the owner of a repeated noun where the text told it before.

    Args:
        tree: The parsed text.
        words: Nouns for acts, laws, writings and sayings.
    """

    def __init__(self, tree: Tree, words: Vocabulary) -> None:
        self._tree = tree
        self._words = words
        self._owning = (words.acts, words.documents, words.laws, words.sayings, words.joint)
        self._places: dict[str, list[int]] = {}

    def of(self, head: int, owned: Callable[[int], list[Entity]]) -> list[Entity]:
        """Return the owner of the last mention before that tells it; none where there is none.

        Args:
            head: The noun.
            owned: Finds the owners of a phrase by its head.
        """
        tree = self._tree
        if tree.tag[head] != "NN" or not self._may_be_owned(tree.lemma[head]):
            return []
        children = [t for t in tree.children[head] if tree.dep[t] != "punct"]
        if not children or tree.lower[children[0]] not in _ANAPHORIC:
            return []
        if any(tree.dep[t] in ("amod", "compound", "nmod", "poss") for t in children):
            return []
        mentions = self._mentions(tree.lemma[head])
        before = bisect_left(mentions, head)
        for place in reversed(mentions[max(before - _KEPT, 0) : before]):
            found = owned(place) or self._maker(place, owned)
            if found:
                return found
        return []

    def _may_be_owned(self, lemma: str) -> bool:
        if lemma in _UNOWNED:
            return False
        known = any(lemma in nouns for nouns in self._owning)
        return known or lemma.endswith(self._words.act_endings)

    def _maker(self, noun: int, owned: Callable[[int], list[Entity]]) -> list[Entity]:
        """Return who is told to make or publish it: "Lima announced a plan"."""
        tree = self._tree
        verb = tree.head[noun]
        if tree.dep[noun] != "dobj" or tree.lemma[verb] not in _MAKING:
            return []
        subject = tree.child(verb, "nsubj")
        return [] if subject is None else owned(subject)

    def _mentions(self, lemma: str) -> list[int]:
        tree = self._tree
        if lemma not in self._places:
            self._places[lemma] = [
                token
                for token, word in enumerate(tree.lemma)
                if word == lemma and tree.tag[token] == "NN"
            ]
        return self._places[lemma]
