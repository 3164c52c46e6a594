"""Which acts are but talk about talking? "Let me tell you", "to be clear": they ask for nothing."""

from __future__ import annotations

from claimx.lexicon.words import word_list
from claimx.stages.passages import Passage

PHATIC = word_list("talk.toml", "phatic")
_CANDID = word_list("talk.toml", "candid")


def is_phatic(passage: Passage, verb: int) -> bool:
    """Tell whether an act only accompanies what is said.

    Args:
        passage: The words read.
        verb: The act's verb.
    """
    tree = passage.tree
    told = passage.child(verb, "acomp", "oprd", "ccomp")
    candid = told is not None and tree.lower[told] in _CANDID
    return tree.lemma[verb] in PHATIC or (tree.lemma[verb] in ("be", "make") and candid)
