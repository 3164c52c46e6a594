"""Whose words, and which?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimx.claims import Spans
from claimx.lexicon import Entry
from claimx.stages.complements import Complement, find_complement
from claimx.stages.cues import Cue
from claimx.stages.quotations import Quotation
from claimx.stages.cue_words import cue_words, light_verb
from claimx.stages.sources import source_of_adjective, source_of_noun, source_of_verb
from claimx.stages.spoken import Quoted, find_spoken
from claimx.tree import Tree


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, a cue and a content that belong together.

    Spans are character offsets, end exclusive.

    Args:
        source: The words that name the speaker, or nothing.
        cue: The words that attribute, or nothing.
        content: What is attributed.
        cue_head: The token of the cue's verb, noun or adjective, where there is one.
        entry: The sense of the cue that the lexicon holds, where there is one.
        complement: The complement in which the content was found.
        rule: The name of the rule that found it, such as ``verbs/clause``.
        outer: The position, in the list of attributions, of the one inside whose content this one
            is made.
    """

    source: Spans
    cue: Spans
    content: Spans
    cue_head: int | None
    entry: Entry | None
    complement: str
    rule: str
    outer: int | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cue that was seen and attributes nothing here.

    Args:
        head: The cue's token.
        reason: Why not.
    """

    head: int
    reason: str


def find_attributions(
    tree: Tree, quotations: Sequence[Quotation], cues: Sequence[Cue]
) -> tuple[list[Attribution], list[Refusal]]:
    """Find the source and the content of each cue.

    Args:
        tree: The parsed text.
        quotations: Its quotations.
        cues: Its cues, in text order.

    Returns:
        The attributions in the order of their cues, and the cues that attribute nothing.
    """
    quoted = Quoted.of(tree, quotations)
    found: list[Attribution] = []
    refused: list[Refusal] = []
    for cue in cues:
        attribution = _attribute(tree, quoted, cue)
        if isinstance(attribution, Refusal):
            refused.append(attribution)
        else:
            found.append(attribution)
    return _nest(tree, found), refused


def _attribute(tree: Tree, quoted: Quoted, cue: Cue) -> Attribution | Refusal:
    word_class = cue.senses[0].word_class
    light = light_verb(tree, cue.head) if word_class == "nouns" else None
    source = _source(tree, cue.head, word_class, light)
    words = cue_words(tree, cue, light)
    for entry in cue.senses:
        for name in entry.complements:
            complement = _complement(tree, quoted, cue, source, words, name)
            if complement is None:
                continue
            taken = {*source, *words}
            content = [token for token in complement.tokens if token not in taken]
            spans = _content_spans(tree, quoted, cue.head, content)
            if spans:
                linked = words if complement.link is None else [*words, complement.link]
                return Attribution(
                    tree.spans(source),
                    (tree.span(min(linked), max(linked)),),
                    spans,
                    cue.head,
                    entry,
                    name,
                    f"{word_class}/{name}",
                )
    return Refusal(cue.head, "no complement that the lexicon gives it stands here")


def _source(tree: Tree, head: int, word_class: str, light: int | None) -> list[int]:
    if word_class == "verbs":
        return source_of_verb(tree, head)
    if word_class == "nouns":
        return source_of_noun(tree, head, light)
    return source_of_adjective(tree, head)


def _complement(
    tree: Tree, quoted: Quoted, cue: Cue, source: list[int], words: list[int], name: str
) -> Complement | None:
    if name == "quotation":
        return find_spoken(tree, quoted, cue.head, [*source, *words])
    return find_complement(tree, cue.head, name)


def _content_spans(tree: Tree, quoted: Quoted, head: int, tokens: list[int]) -> Spans:
    """Cut a content at its edges, and let it hold the whole of a quotation that it opens."""
    inside = set(tokens)
    for number in {quoted.at[token] for token in tokens if token in quoted.at}:
        first, last = quoted.bounds[number]
        if quoted.at.get(head) != number and (first in inside or first + 1 in inside):
            inside.update(range(first, last + 1))
    return tree.spans(inside)


def _nest(tree: Tree, attributions: list[Attribution]) -> list[Attribution]:
    """Set ``outer`` of each attribution whose cue stands in the content of another."""
    nested = []
    for attribution in attributions:
        start = attribution.cue[0][0]
        around = [
            (sum(end - first for first, end in other.content), place)
            for place, other in enumerate(attributions)
            if other is not attribution
            and any(first <= start < end for first, end in other.content)
        ]
        nested.append(replace(attribution, outer=min(around)[1] if around else None))
    return nested
