"""For or against what?"""

from __future__ import annotations

from dataclasses import dataclass

from claimx.claims import Spans, Stance


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a claim is for or against.

    Spans are character offsets, end exclusive.

    Args:
        stance: The attitude.
        target: The words that the stance is about.
        actor: The words, in the target or elsewhere, that name whoever the target belongs to;
            empty where there is nobody.
        reasons: The words that carried the stance and how they composed, for ``claimx explain``.
    """

    stance: Stance
    target: Spans
    actor: Spans
    reasons: tuple[str, ...] = ()
