"""Plots of claims and scores, as matplotlib's own objects, to be changed further."""

from claimx.plots.scores import confusion, scores
from claimx.plots.stances import matrix, standings, timeline

__all__ = ["confusion", "matrix", "scores", "standings", "timeline"]
