"""What is an entity? Somebody or something that an article names or describes."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimx.claims import Spans

NAMED = frozenset({"person", "organisation", "state", "party", "place", "thing", "other"})


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that the article names or describes.

    Args:
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

    name: str
    kind: str
    gender: str | None = None
    codes: tuple[str, ...] = ()
    roles: set[str] = field(default_factory=set)
    traits: set[str] = field(default_factory=set)
    count: int = 0
    determined: int = 0
    phrase: Spans = ()
    office: int | None = None
    origin: Entity | None = None
    owner: Entity | None = None
    members: tuple[Entity, ...] = ()

    @property
    def plural(self) -> bool:
        """Whether it is more than one."""
        return bool(self.members) or self.kind in ("party", "group")
