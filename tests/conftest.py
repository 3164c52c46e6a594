"""What many tests share."""

import pytest
from hypothesis import settings
from spacy.language import Language

from claimx.models import default_pipeline

# The same examples each time; ``pytest tests/fuzz --hypothesis-profile=long`` searches for others.
settings.register_profile("short", max_examples=10, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=5000, deadline=None)
settings.load_profile("short")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Return the default pipeline, loaded once."""
    return default_pipeline()
