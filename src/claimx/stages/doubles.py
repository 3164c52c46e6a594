"""Keep one claim of a verb and the noun that it carries ("raised concerns", "denied claims")."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.stages.attribution import Attribution
from claimx.stages.cue_words import light_verb
from claimx.tree import Tree


def without_doubles(tree: Tree, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Keep one of a verb and the noun that is its object.

    The noun counts, whose content is its own; where both have the same clause, the verb does that
    refuses it ("denied claims that"), or before somebody's noun ("repeated her claim that").

    Args:
        tree: The parsed text.
        attributions: What the cues attribute.

    Returns:
        The attributions left, in their order.
    """
    light = {}
    for a in attributions:
        if a.cue_head is not None and a.rule.startswith("nouns/"):
            light[light_verb(tree, a.cue_head)] = a
    dropped: set[int | None] = set()
    for verb in attributions:
        noun = None if verb.cue_head is None else light.get(verb.cue_head)
        if noun is None or noun.cue_head is None:
            continue
        if verb.content == noun.content and _is_verbs(tree, verb, noun.cue_head):
            dropped.add(noun.cue_head)
        elif "object" in verb.complement or verb.content == noun.content:
            dropped.add(verb.cue_head)
    return [a for a in attributions if a.cue_head is None or a.cue_head not in dropped]


def _is_verbs(tree: Tree, verb: Attribution, noun: int) -> bool:
    """Tell whether a clause behind a verb and its object is the content of the verb."""
    refused = verb.entry is not None and verb.entry.frame == "refuse"
    return verb.complement == "clause" and (refused or tree.child(noun, "poss") is not None)
