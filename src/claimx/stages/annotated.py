"""Which attributions does a gold file mark? They stand in for those that the rules find."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.claims import Claim
from claimx.lexicon import Entry, Lexicon
from claimx.stages.attributions import Attribution
from claimx.tree import Tree

_WORD_CLASSES = {"V": "verbs", "M": "verbs", "N": "nouns", "J": "adjectives"}


def annotated_attributions(
    tree: Tree, lexicon: Lexicon, claims: Sequence[Claim]
) -> list[Attribution]:
    """Turn annotated claims into attributions, one an attributed claim, in the claims' order.

    Args:
        tree: The parsed text.
        lexicon: Where the cues' senses are looked up.
        claims: Claims with source, cue and content; author claims are left out.

    Returns:
        Attributions whose ``outer`` follows the claims' ``nested_in``.
    """
    attributed = [claim for claim in claims if claim.kind == "attributed"]
    position = {claim.id: place for place, claim in enumerate(attributed)}
    return [_annotated(tree, lexicon, claim, position) for claim in attributed]


def _annotated(tree: Tree, lexicon: Lexicon, claim: Claim, position: dict[str, int]) -> Attribution:
    head = tree.head_of(claim.cue)
    entry = _known(tree, lexicon, claim, head)
    if entry is not None:
        head = next(t for t in tree.tokens(claim.cue) if entry.lemma.split()[0] == tree.lemma[t])
    return Attribution(
        claim.source,
        claim.cue,
        claim.content,
        head,
        entry,
        complement=entry.complements[0] if entry else "clause",
        rule="annotated",
        outer=position.get(claim.nested_in) if claim.nested_in else None,
    )


def _known(tree: Tree, lexicon: Lexicon, claim: Claim, head: int | None) -> Entry | None:
    tokens = tree.tokens(claim.cue)
    for token in sorted(tokens, key=lambda t: (t != head, t)):
        word_class = _WORD_CLASSES.get(tree.tag[token][:1])
        if word_class:
            senses = lexicon.find(word_class, tree.lemma[token].lower())
            following = [tree.lower[t] for t in tokens if t > token]
            for entry in senses:
                if any(complement in following for complement in entry.complements):
                    return entry
            if senses:
                return senses[0]
    return None
