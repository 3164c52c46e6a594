"""How right are the claims? FORMAT.md's scoring."""

from claimx.evaluation.scoring import Evaluation, Figure, Scores, evaluate

__all__ = ["Evaluation", "Figure", "Scores", "evaluate"]
