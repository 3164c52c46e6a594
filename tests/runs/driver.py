"""The command line with work that is quick instead of a pipeline."""

from claimx.cli import app
from claimx.runs.workers import Extraction, Work
from runs import stubs


def load(extraction: Extraction) -> Work:
    """Load nothing."""
    return stubs.load()


# Worker processes import this module, too.
Extraction.load = load  # type: ignore[assignment, method-assign]

if __name__ == "__main__":
    app()
