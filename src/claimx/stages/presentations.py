"""Which clause or thing does a subject only present? "The fact is that …", "the answer is …"."""

from __future__ import annotations

from claimx.lexicon.words import word_list
from claimx.stages.passages import Passage
from claimx.stages.phrase_polarity import phrase_polarity

_FACTS = word_list("abstract_nouns.toml", "facts")
_REMEDIES = word_list("abstract_nouns.toml", "remedies")
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))


def presented(passage: Passage, head: int) -> tuple[int, int] | None:
    """Find what a subject presents, and how: as a remedy, as a fault, or as a mere fact.

    Args:
        passage: The words read.
        head: The clause's verb.

    Returns:
        The head of what is presented, with 1, -1 or 0; None where nothing is.
    """
    tree, subject = passage.tree, passage.child(head, "nsubj")
    inner = passage.child(head, "ccomp", "xcomp", "attr")
    if subject is None or inner is None or inner < head or tree.lemma[head] != "be":
        return None
    if passage.child(head, "neg") is not None or not _is_definite(passage, subject, "the"):
        return None
    clausal = tree.dep[inner] != "attr"
    if tree.lemma[subject] in _FACTS and tree.dep[inner] == "ccomp":
        return inner, 0
    if not clausal and not _is_definite(passage, inner, *_DEFINITE):
        return None
    if tree.lemma[subject] in _REMEDIES and tree.dep[inner] != "ccomp":
        return inner, 1
    value = phrase_polarity(passage, subject)[0]
    return (inner, value) if value else None


def _is_definite(passage: Passage, noun: int, *articles: str) -> bool:
    tree = passage.tree
    if tree.pos[noun] == "PROPN" or passage.child(noun, "poss") is not None:
        return len(articles) > 1
    return any(tree.lower[child] in articles for child in passage.children(noun))
