"""Which words attribute?"""

from __future__ import annotations

from dataclasses import dataclass

from claimx.lexicon import Entry


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may attribute, with the stretch of words that belongs to it.

    Args:
        head: The token of the verb, noun or adjective itself.
        first: The first token of the cue's stretch (auxiliaries, adverbs, light verb).
        last: The last token of the stretch, inclusive.
        senses: What the lexicon says of the word.
    """

    head: int
    first: int
    last: int
    senses: tuple[Entry, ...]
