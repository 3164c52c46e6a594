"""The command line with work that is quick instead of a pipeline."""

from claimx.cli import app
from claimx.runs.workers import Extraction, Work
from runs import stubs


def load(extraction: Extraction) -> Work:
    """Load nothing."""
    return stubs.load()


# Worker processes run this module, too, under a name of their own; for the tests it is only a file.
if __name__ in ("__main__", "__mp_main__"):
    Extraction.load = load  # type: ignore[assignment, method-assign]

if __name__ == "__main__":
    app()
