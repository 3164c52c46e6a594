"""What is an attitude? A value, its target and actor, and what carried it."""

from __future__ import annotations

from typing import Final


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

    def __init__(
        self,
        value: int,
        target: tuple[int, ...],
        actor: tuple[int, ...] = (),
        weight: int = 0,
        reasons: tuple[str, ...] = (),
    ) -> None:
        self.value: Final = value
        self.target: Final = target
        self.actor: Final = actor
        self.weight: Final = weight
        self.reasons: Final = reasons

    def changed(
        self,
        value: int | None = None,
        target: tuple[int, ...] | None = None,
        actor: tuple[int, ...] | None = None,
        weight: int | None = None,
        reasons: tuple[str, ...] | None = None,
    ) -> Evaluation:
        """Return the attitude with some of its fields changed."""
        return Evaluation(
            self.value if value is None else value,
            self.target if target is None else target,
            self.actor if actor is None else actor,
            self.weight if weight is None else weight,
            self.reasons if reasons is None else reasons,
        )

    def committed(self, commitment: int) -> Evaluation:
        """Return what is left of the attitude where the speaker holds it, disbelieves or omits it.

        Args:
            commitment: 1 where the speaker holds the content true, -1 untrue, 0 leaves it open.
        """
        if commitment > 0:
            return self
        why = "disbelieved" if commitment else "not said"
        return self.changed(value=commitment * self.value, reasons=(why, *self.reasons))

    def turned(self, negated: bool) -> Evaluation:
        """Return the opposite attitude where a negator stands before it."""
        if not negated:
            return self
        return self.changed(value=-self.value, reasons=("not", *self.reasons))
