"""What is a name? Where it stands in the text, and what it seems to name."""

from __future__ import annotations

from typing import Final, Literal

from claimx.stages.naming.states import Term
from claimx.tree import Tree

Kind = Literal["person", "organisation", "state", "party", "place", "thing", "other"]


class Name:
    """A name as it stands in the text.

    Args:
        first: The first token of the name itself, without titles.
        last: Its last token, inclusive.
        words: The words of the name, parted at spaces.
        kind: What it seems to name.
        title: The words of the titles before it, in lower case.
        term: The state's term, where the name is one.
        opening: The state's term that a longer name or its titles open with: "U.S. Senate".
        headline: Whether it stands in a headline.
        determined: Whether "the" stands before it.
        certain: Whether a title or forename tells that it is a person.
    """

    def __init__(
        self,
        first: int,
        last: int,
        words: tuple[str, ...],
        kind: Kind,
        title: tuple[str, ...],
        term: Term | None = None,
        headline: bool = False,
        certain: bool = False,
        determined: bool = False,
        opening: Term | None = None,
    ) -> None:
        self.first: Final = first
        self.last: Final = last
        self.words: Final = words
        self.kind: Final = kind
        self.title: Final = title
        self.term: Final = term
        self.headline: Final = headline
        self.certain: Final = certain
        self.determined: Final = determined
        self.opening: Final = opening

    def as_other(self) -> Name:
        """Return it as the name of nobody known, and of no state."""
        return Name(
            self.first, self.last, self.words, "other", self.title, None,
            self.headline, self.certain, self.determined, self.opening,
        )  # fmt: skip

    def head(self, tree: Tree) -> int:
        """Return the token that governs the name."""
        for token in range(self.last, self.first - 1, -1):
            if not self.first <= tree.head[token] <= self.last or tree.head[token] == token:
                return token
        return self.last
