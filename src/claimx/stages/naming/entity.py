"""What is an entity? Somebody or something that an article names or describes."""

from __future__ import annotations

from claimx.claims import Spans

NAMED = frozenset({"person", "organisation", "state", "party", "place", "thing", "other"})


class Entity:
    """Somebody or something that the article names or describes.

    Attributes:
        name: The fullest name; empty where it is only described.
        kind: What it is: one of ``NAMED``, or ``"somebody"``, ``"body"``, ``"group"``,
            ``"document"`` where it has no name.
        gender: ``"m"``, ``"f"`` or None where it is not known.
        codes: The states' ISO codes.
        determined: How often "the" stands before the name.
        traits: Other words of its titles.
        roles: Nouns by which the article describes it, lemmas in lower case.
        count: How often it is named.
        phrase: The words that describe it, where it has no name.
        office: The token of the noun that tells for whom it speaks: "a campaign spokesman".
        origin: A person's state: "the Norwegian minister".
        owner: Whose it is: "the Lee campaign".
        members: Those that it consists of, where several are named together.
    """

    def __init__(
        self,
        name: str,
        kind: str,
        gender: str | None = None,
        codes: tuple[str, ...] = (),
        roles: set[str] | None = None,
        count: int = 0,
        phrase: Spans = (),
        members: tuple[Entity, ...] = (),
    ) -> None:
        self.name = name
        self.kind = kind
        self.gender = gender
        self.codes = codes
        self.roles: set[str] = roles or set()
        self.traits: set[str] = set()
        self.count = count
        self.determined = 0
        self.phrase = phrase
        self.office: int | None = None
        self.origin: Entity | None = None
        self.owner: Entity | None = None
        self.members = members

    @property
    def plural(self) -> bool:
        """Whether it is more than one."""
        return bool(self.members) or self.kind in ("party", "group")
