"""Who is that?"""

from __future__ import annotations

from dataclasses import dataclass

from claimx.claims import SpeakerType


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody by name.

    Args:
        name: The fullest name that the article gives, or how it reads where it gives none.
        type: What kind of speaker it is.
        key: The name in one normal form for all articles; a state's ISO 3166 alpha-3 code.
    """

    name: str
    type: SpeakerType
    key: str
