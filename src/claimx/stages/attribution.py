"""What an attribution is: a source, a cue and a content."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.claims import Spans
from claimx.lexicon.entries import Entry


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
