"""Which words attribute?"""

from __future__ import annotations

from typing import Final

from claimx.lexicon import Lexicon
from claimx.lexicon.entries import Entry
from claimx.tree import Tree

VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_WORD_CLASSES = {
    **dict.fromkeys(VERBS, "verbs"),
    **dict.fromkeys(("NN", "NNS"), "nouns"),
    **dict.fromkeys(("JJ", "JJR", "JJS"), "adjectives"),
}
_PARTICLES = ("prt", "advmod", "prep")


class Cue:
    """A word that may attribute.

    Args:
        head: The token of the verb, noun or adjective itself.
        particle: The token of its particle, as in "pointed out".
        senses: What the lexicon says of the word.
    """

    def __init__(self, head: int, particle: int | None, senses: tuple[Entry, ...]) -> None:
        self.head: Final = head
        self.particle: Final = particle
        self.senses: Final = senses


def find_cues(tree: Tree, lexicon: Lexicon) -> list[Cue]:
    """Find the words that may attribute, in text order.

    Args:
        tree: The parsed text.
        lexicon: The words that attribute.
    """
    found = []
    opening = {tag: lexicon.opening[kind] for tag, kind in _WORD_CLASSES.items()}
    for token, tag in enumerate(tree.tag):
        if tag not in opening:
            continue
        known = tree.lemma[token] in opening[tag]
        if not known and (tag != "VBN" or tree.lower[token] not in opening["JJ"]):
            continue
        cue = _cue(tree, lexicon, token, _WORD_CLASSES[tag])
        if cue is not None and not _is_compounded(tree, token):
            found.append(cue)
    return found


def _cue(tree: Tree, lexicon: Lexicon, token: int, word_class: str) -> Cue | None:
    if _is_adjectival(tree, token):
        senses = lexicon.find("adjectives", tree.lower[token])
        if senses and (tree.child(token, "agent") is None or "by" in senses[0].complements):
            return Cue(token, None, senses)
    lemma = tree.lemma[token]
    for child in tree.children[token] if (word_class, lemma) in lexicon.particled else ():
        if child > token and tree.dep[child] in _PARTICLES:
            senses = lexicon.find(word_class, f"{lemma} {tree.lower[child]}")
            if senses:
                return Cue(token, child, senses)
    senses = lexicon.find(word_class, lemma)
    return Cue(token, None, senses) if senses else None


def _is_compounded(tree: Tree, token: int) -> bool:
    """Tell whether a word is the end of a compound with a hyphen ("so-called")."""
    return token > 1 and tree.word[token - 1] == "-" and tree.end[token - 1] == tree.start[token]


def _is_adjectival(tree: Tree, token: int) -> bool:
    """Tell whether a participle stands behind a form of "be" ("was not convinced that")."""
    return tree.tag[token] == "VBN" and (
        tree.dep[token] == "acomp" or tree.child(token, "auxpass") is not None
    )
