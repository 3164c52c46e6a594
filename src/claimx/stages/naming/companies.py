"""Which company is a text about, that it calls "the company" from afar?"""

from __future__ import annotations

from claimx.stages.naming.entity import Entity

NOUNS = frozenset({"company", "firm", "corporation"})
_OFTEN = 4


class Companies:
    """Those of a text that may be a company, for their names do not tell what they are.

    >>> companies = Companies()
    >>> companies.note(Entity("Vexo", "other", count=5))
    >>> companies.note(Entity("Brill", "other", count=2))
    >>> companies.chief().name
    'Vexo'
    """

    def __init__(self) -> None:
        self._most: Entity | None = None
        self._second = 0

    def note(self, entity: Entity) -> None:
        """Keep the one that is named most often.

        Args:
            entity: Somebody or something with a name.
        """
        if entity.kind not in ("organisation", "other"):
            return
        if self._most is None:
            self._most = entity
        elif entity.count > self._most.count:
            self._most, self._second = entity, self._most.count
        else:
            self._second = max(self._second, entity.count)

    def chief(self) -> Entity | None:
        """Return the one that is named often, and more than twice as often as any other."""
        often = self._most is not None and self._most.count >= max(_OFTEN, 2 * self._second + 1)
        return self._most if often else None
