"""How often is a rule right? Its precision, measured on annotated news."""

from __future__ import annotations

from claimx.stages.attribution import Attribution


def confidence(attribution: Attribution) -> float | None:
    """Return the measured precision of the rule that found an attribution.

    Args:
        attribution: Any attribution.

    Returns:
        Between 0 and 1; None where the rule could not be measured.
    """
    return None
