"""What a phrase that attributes is: a source, its words and a content."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.lexicon.entries import Entry


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that attributes the clause around it, or what stands behind it.

    Args:
        source: The tokens that name the speaker, or nothing.
        words: The tokens of the phrase without its source, the cue.
        content: The tokens of what is attributed.
        entry: What the lexicon says of the phrase.
        head: The token of the phrase's verb or last word.
        complement: The complement in which the content was found.
    """

    source: list[int]
    words: list[int]
    content: list[int]
    entry: Entry
    head: int
    complement: str = "clause"
