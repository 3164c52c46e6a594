"""Is a phrase good or bad? Polarity words with their scope, negation, degree and lack."""

from __future__ import annotations

from claimx.lexicon.polarity import polarity
from claimx.stages.passages import Passage

NEGATORS = frozenset(
    ("not", "n't", "n’t", "no", "never", "hardly", "barely", "scarcely", "nobody", "none", "nothing",
     "neither", "nor", "rarely", "seldom", "little", "few", "without", "cannot", "no-one")
)  # fmt: skip
_MODIFIERS = ("amod", "compound", "acomp", "nmod", "advmod")
_WITHIN = ("prep", "pobj", "pcomp", "dobj", "attr", "acomp", "oprd", "xcomp", "conj")


def is_negated(passage: Passage, token: int) -> bool:
    """Tell whether a word has a negator of its own."""
    tree = passage.tree
    return any(
        tree.dep[child] == "neg"
        or (
            tree.lower[child] in NEGATORS
            and tree.dep[child] in ("det", "advmod", "preconj", "amod")
        )
        for child in passage.children(token)
    )


def phrase_polarity(passage: Passage, head: int) -> tuple[int, str]:
    """Judge a noun, adjective, adverb or prepositional phrase.

    Args:
        passage: The words read.
        head: The phrase's head.

    Returns:
        1, -1 or 0 and the words that carried it.
    """
    tree, words = passage.tree, polarity()
    pos, lemma = tree.pos[head], tree.lemma[head].lower()
    if pos in ("ADP", "SCONJ") or tree.dep[head] == "prep":
        return _prepositional(passage, head)
    if pos == "ADV":
        value, why = words.adverbs.get(tree.lower[head], 0), tree.word[head]
        value = value or words.adjectives.get(tree.lower[head], 0)
    elif pos == "ADJ" or tree.tag[head] in ("VBN", "VBG", "JJ", "JJR", "JJS"):
        value, why = _adjective(passage, head)
    else:
        value, why = _noun(passage, head, lemma)
    if value and is_negated(passage, head):
        return -value, f"not {why}"
    return value, why


def _prepositional(passage: Passage, head: int) -> tuple[int, str]:
    obj = passage.child(head, "pobj", "pcomp")
    if obj is None:
        return 0, ""
    value, why = phrase_polarity(passage, obj)
    if passage.tree.lower[head] in ("without", "against", "beyond"):
        value = -value
    return value, f"{passage.tree.word[head]} {why}"


def _adjective(passage: Passage, head: int) -> tuple[int, str]:
    tree, words = passage.tree, polarity()
    why = tree.word[head]
    value = words.adjectives.get(tree.lower[head], 0) or words.adjectives.get(
        tree.lemma[head].lower(), 0
    )
    for child in passage.children(head):
        word = tree.lower[child]
        if tree.dep[child] != "advmod":
            continue
        if word == "too":
            return -1, f"too {why}"
        if word == "enough" and not value:
            return 1, f"{why} enough"
        if word in ("less", "least", "insufficiently"):
            value, why = -value, f"{word} {why}"
        elif words.adverbs.get(word, 0) < 0:
            value, why = -1, f"{word} {why}"
    return value, why


def _noun(passage: Passage, head: int, lemma: str) -> tuple[int, str]:
    tree, words = passage.tree, polarity()
    value, why = words.nouns.get(lemma, 0), tree.word[head]
    if lemma in words.lacks:
        complement = passage.child(head, "prep", "acl")
        below = phrase_polarity(passage, complement)[0] if complement is not None else 0
        if lemma in ("lack", "absence", "loss", "end") or below:
            return (-below or -1), f"{why} of something"
    for child in passage.children(head):
        if tree.dep[child] in _MODIFIERS and child < head:
            modifier, word = phrase_polarity(passage, child)
            if modifier and (not value or modifier < 0):
                value, why = modifier, f"{word} {why}"
        elif tree.dep[child] == "conj" and not value:
            value, why = phrase_polarity(passage, child)
    if not value and tree.lower[head] in (
        "way",
        "kind",
        "sort",
        "type",
        "lot",
        "bit",
        "piece",
        "part",
        "one",
        "form",
    ):
        inner = passage.child(head, "prep")
        if inner is not None:
            return phrase_polarity(passage, inner)
    return value, why
