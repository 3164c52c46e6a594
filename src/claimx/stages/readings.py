"""What does a cue tell before its content is read?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimx.lexicon.polarity import polarity
from claimx.stages.passages import Passage
from claimx.tree import Tree

# Particles and conjunctions have homonyms that judge ("shot back", "looks like").
_RELATING = frozenset(("ADP", "ADV", "SCONJ"))
_SIDES = {"against": -1, "behind": 1, "favour": 1, "favor": 1, "for": 1}


class Reading:
    """What the cue tells before its content is read.

    Args:
        value: The stance that the cue's word carries: 1, -1 or 0.
        negated: Whether the cue is negated.
        complement: The complement in which the content stands.
        stops: Prepositions that belong to the cue and end its object.
        shifted: Whether the cue judges what stands behind its preposition ("blamed the flood on
            the dam"), not its object.
        commitment: 1 where the speaker holds the content to be true, -1 where he holds it to be
            untrue, 0 where he leaves it open.
    """

    def __init__(
        self,
        value: int,
        negated: bool,
        complement: str,
        stops: frozenset[str] = frozenset(("for", "as")),
        shifted: bool = False,
        commitment: int = 1,
    ) -> None:
        self.value: Final = value
        self.negated: Final = negated
        self.complement: Final = complement
        self.stops: Final = stops
        self.shifted: Final = shifted
        self.commitment: Final = commitment

    @property
    def link(self) -> str:
        """The preposition behind the cue's object ("to" of "attributed X to Y"), if it has one."""
        return self.complement.partition("object ")[2]


def commitment(word: str, complement: str, negated: bool) -> int:
    """Tell whether a cue commits the speaker to its content's truth.

    Not to think so is to think otherwise; not to say so leaves it open. What somebody who doubts or
    disagrees is quoted with is his own view.

    Args:
        word: The cue's lemma.
        complement: The complement in which the content stands.
        negated: Whether the cue is negated.
    """
    held = polarity().opinions.get(word, 0)
    if held and complement == "quotation":
        return 1
    return -held if negated else held or 1


def unknown_cue(tree: Tree, cue: Sequence[int]) -> tuple[str, int]:
    """Guess the frame and the stance of a cue that the lexicon does not know, by its words."""
    words = polarity()
    for token in cue:
        lower, lemma = tree.lower[token], tree.lemma[token]
        if lower in _SIDES and len(cue) > 1:
            return "judge", _SIDES[lower]
        if tree.pos[token] in _RELATING:
            continue
        value = (
            words.attitudes.get(lemma, 0)
            or words.nouns.get(lemma, 0)
            or words.adjectives.get(lower, 0)
            or words.partisans.get(lemma, 0)
        )
        if lemma in words.stops:
            value = -1
        elif tree.pos[token] == "VERB" and lemma in words.enacted:
            value = 1
        if value:
            return "judge", value
    if cue and all(tree.tag[token] == "MD" or tree.dep[token] == "neg" for token in cue):
        return "intend", 0
    return "state", 0


def tone(tree: Tree, cue: Sequence[int]) -> int:
    """Tell the stance that an adjective lends a cue of plain saying ("made kind remarks about")."""
    for token in cue:
        if tree.dep[token] == "amod" and tree.lower[token] in polarity().tones:
            return polarity().tones[tree.lower[token]]
    return 0


def main_word(passage: Passage) -> int:
    """Return the head of the content's first phrase or clause; a preposition gives its object."""
    tree = passage.tree
    heads = passage.heads or list(passage.tokens)
    if len(heads) > 1 and tree.lower[heads[0]] == "that":
        heads = heads[1:]
    for head in heads:
        if tree.dep[head] == "prep" or tree.pos[head] == "ADP":
            inner = passage.child(head, "pobj", "pcomp")
            if inner is not None and head == heads[0]:
                return inner
        elif tree.dep[head] == "npadvmod" and head != heads[-1]:
            continue
        elif tree.pos[head] not in ("ADV", "CCONJ", "INTJ", "PART", "DET"):
            return head
    return heads[0]
