"""What many tests share."""

import pytest
from spacy.language import Language

from claimx.models import default_pipeline


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Return the default pipeline, loaded once."""
    return default_pipeline()
