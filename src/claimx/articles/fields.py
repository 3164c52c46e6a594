"""Which fields of a record hold what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of the fields or columns that claimx reads; all others are metadata.

    Args:
        text: The article's text.
        id: Its id. By default ``id``; records that have no such field then get the file's name and
            their number in it (``news:17``). A field that is named here must be there.
        date: Its date, which is carried as ``date`` whatever the field is called.

    >>> Fields(text="body", date="published").date
    'published'
    """

    text: str = "text"
    id: str | None = None
    date: str | None = None
