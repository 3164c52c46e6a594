"""HTML pages, an article each; needs trafilatura, which finds the article in the page."""

from __future__ import annotations

from typing import Any, BinaryIO

from claimx.articles.fields import Fields
from claimx.articles.files import File
from claimx.articles.records import LONGEST, Entries, entry
from claimx.errors import ClaimxError
from claimx.failures import Failure

try:
    import trafilatura
except ImportError:
    raise ClaimxError("HTML needs trafilatura: pip install 'claimx[html]'") from None

_METADATA = ("title", "author", "date")


def read(stream: BinaryIO, file: File, fields: Fields) -> Entries:
    """Read a page's article; nothing that the page names is fetched.

    Args:
        stream: A saved page in any encoding that it declares.
        file: What file it is.
        fields: Of no use here.

    Returns:
        One document, with an empty line between paragraphs and with the title, author and date
        that the page tells; or why there is none.
    """
    origin = str(file.path)
    page = stream.read(LONGEST + 1)
    if len(page) > LONGEST:
        yield Failure(file.id, origin, f"longer than {LONGEST} bytes: is this a page?")
        return
    try:
        found: Any = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False)
    except Exception as error:  # whatever the page does to a parser, the next one is read
        yield Failure(file.id, origin, f"cannot be read: {type(error).__name__}: {error}")
        return
    if found is None or not found.text:
        yield Failure(file.id, origin, "no article is found in the page")
        return
    known = {name: getattr(found, name) for name in _METADATA if getattr(found, name)}
    values = {**known, "text": found.text.replace("\n", "\n\n")}
    yield entry(values, origin, file.id, Fields())
