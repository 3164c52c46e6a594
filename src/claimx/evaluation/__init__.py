"""How right are the claims? The scoring of docs/format.md."""

from claimx.evaluation.mistakes import Mistake, errors
from claimx.evaluation.results import Evaluation, Figure, Scores
from claimx.evaluation.scoring import evaluate
from claimx.evaluation.table import errors_table, table

__all__ = [
    "Evaluation",
    "Figure",
    "Mistake",
    "Scores",
    "errors",
    "errors_table",
    "evaluate",
    "table",
]
