"""What an attribution is: a source, a cue and a content."""

from __future__ import annotations

from typing import Final

from claimx.claims import Spans
from claimx.lexicon.entries import Entry


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

    def __init__(
        self,
        source: Spans,
        cue: Spans,
        content: Spans,
        cue_head: int | None,
        entry: Entry | None,
        complement: str,
        rule: str,
        outer: int | None = None,
    ) -> None:
        self.source: Final = source
        self.cue: Final = cue
        self.content: Final = content
        self.cue_head: Final = cue_head
        self.entry: Final = entry
        self.complement: Final = complement
        self.rule: Final = rule
        self.outer: Final = outer

    def nested(self, outer: int | None) -> Attribution:
        """Return the same attribution inside the content of another one.

        Args:
            outer: The other one's position, or None where it is in none.
        """
        return Attribution(
            self.source, self.cue, self.content,
            self.cue_head, self.entry, self.complement, self.rule, outer,
        )  # fmt: skip

    def holding(self, content: Spans) -> Attribution:
        """Return the same attribution with another content.

        Args:
            content: Character offsets, end exclusive.
        """
        return Attribution(
            self.source, self.cue, content,
            self.cue_head, self.entry, self.complement, self.rule, self.outer,
        )  # fmt: skip


class Refusal:
    """A cue that was seen and attributes nothing here.

    Args:
        head: The cue's token.
        reason: Why not.
    """

    def __init__(self, head: int, reason: str) -> None:
        self.head: Final = head
        self.reason: Final = reason
