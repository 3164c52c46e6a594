"""What is an attitude? A value, its target and actor, and what carried it."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An attitude that a clause shows.

    Args:
        value: 1 for approval, -1 for disapproval, 0 for neither.
        target: The tokens of what it is about.
        actor: The tokens that name its actor.
        weight: How surely the clause shows an attitude: 4 outright, 3 by words that judge, 2 by a
            charge, 1 by a plan, a denial or a question.
        reasons: What carried it.
    """

    value: int
    target: tuple[int, ...]
    actor: tuple[int, ...] = ()
    weight: int = 0
    reasons: tuple[str, ...] = ()

    def committed(self, commitment: int) -> Evaluation:
        """Return what is left of the attitude where the speaker holds it, disbelieves or omits it.

        Args:
            commitment: 1 where the speaker holds the content true, -1 untrue, 0 leaves it open.
        """
        if commitment > 0:
            return self
        why = "disbelieved" if commitment else "not said"
        return replace(self, value=commitment * self.value, reasons=(why, *self.reasons))

    def turned(self, negated: bool) -> Evaluation:
        """Return the opposite attitude where a negator stands before it."""
        if not negated:
            return self
        return replace(self, value=-self.value, reasons=("not", *self.reasons))
