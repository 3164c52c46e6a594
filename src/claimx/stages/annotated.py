"""Which attributions does a gold file mark? They stand in for those that the rules find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.claims import Claim
from claimx.lexicon import Lexicon
from claimx.lexicon.entries import PREPOSITIONS, Entry
from claimx.stages.attribution import Attribution
from claimx.tree import Tree

_WORD_CLASSES = {"V": "verbs", "M": "verbs", "N": "nouns", "J": "adjectives"}
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_QUESTION_WORDS = frozenset(
    ("whether", "if", "who", "whom", "what", "which", "when", "where", "why", "how")
)
_MARKS = frozenset("\"'“‘«") | {"''", "``"}
# A complement that names its preposition tells a sense better than a bare object does.
_WEIGHTS = {"object": 1, "clause": 2, "gerund": 2, "predicate": 2, "as": 2}


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
    head, entry, complement = _best_sense(tree, lexicon, claim)
    return Attribution(
        claim.source,
        claim.cue,
        claim.content,
        head,
        entry,
        complement,
        rule="annotated",
        outer=position.get(claim.nested_in) if claim.nested_in else None,
    )


def _best_sense(tree: Tree, lexicon: Lexicon, claim: Claim) -> tuple[int | None, Entry | None, str]:
    """Choose the cue's sense whose complements fit the shape of the content best."""
    head = tree.head_of(claim.cue)
    shapes = _shapes(tree, claim)
    best: tuple[int, int | None, Entry | None, str] = (-1, head, None, "clause")
    for token, entry in _senses(tree, lexicon, tree.tokens(claim.cue), head):
        for complement in entry.complements:
            weight = _WEIGHTS.get(complement, 3) if complement in shapes else 0
            if weight > best[0] or (weight == best[0] and token > (best[1] or 0)):
                best = (weight, token, entry, complement)
    return best[1:]


def _senses(
    tree: Tree, lexicon: Lexicon, cue: Sequence[int], head: int | None
) -> Iterator[tuple[int, Entry]]:
    for place, token in enumerate(cue):
        for last in range(len(cue), place + 1, -1):
            rest = " ".join(tree.lower[later] for later in cue[place + 1 : last])
            for first in {tree.lemma[token], tree.lower[token]}:
                for word_class in ("phrases", "verbs"):
                    for entry in lexicon.find(word_class, f"{first} {rest}"):
                        yield token, entry
    for token in sorted(cue, key=lambda token: (token != head, token)):
        word_class = _WORD_CLASSES.get(tree.tag[token][:1], "phrases")
        senses = lexicon.find(word_class, tree.lemma[token])
        # Headlines are mistagged: "Praises" may pass for a name.
        senses = senses or lexicon.find("verbs", tree.lower[token].removesuffix("s"))
        for entry in senses:
            yield token, entry


def _shapes(tree: Tree, claim: Claim) -> set[str]:
    """Tell in which complements the content may stand, by its words and those before it."""
    cue, content = tree.tokens(claim.cue), tree.tokens(claim.content)
    if not content:
        return set()
    inside = set(content)
    first = content[0]
    found = {tree.lower[token] for token in cue if tree.lower[token] in PREPOSITIONS}
    if tree.lower[first] in PREPOSITIONS:
        found.add(tree.lower[first])
    if tree.word[first] in _MARKS:
        found.add("quotation")
    if tree.lower[first] in _QUESTION_WORDS and "as" not in found:
        found.add("question")
    if tree.tag[first] == "TO":
        found.add("infinitive")
    elif tree.tag[first] == "VBG":
        found.add("gerund")
    elif any(_is_subject_of_top(tree, token, inside) for token in content):
        found.add("clause")
    else:
        found.add("object")
    subordinated = tree.pos[first] == "SCONJ" and "clause" in found
    nominal = tree.pos[first] not in ("VERB", "PART") and not subordinated
    around = first < min(cue, default=first) and content[-1] > max(cue, default=first)
    if nominal and (around or first > min(cue, default=first)):
        found |= {f"object {tree.lower[t]}" for t in content if tree.lower[t] in PREPOSITIONS}
        found |= {"as"} & {tree.lower[token] for token in content}
        found.add("predicate")
        if any(tree.tag[token] == "TO" for token in content[1:]):
            found.add("object-infinitive")
    return found


def _is_subject_of_top(tree: Tree, token: int, inside: set[int]) -> bool:
    verb = tree.head[token]
    outermost = tree.head[verb] == verb or tree.head[verb] not in inside
    return tree.dep[token] in _SUBJECTS and verb in inside and outermost
