"""JSON as files must hold it: no ``NaN``, no half surrogate pairs."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from claimx.errors import ClaimxError

# Only an escape can bring one into a text that was UTF-8.
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def parse(data: str | bytes) -> Any:
    r"""Read one JSON value.

    Args:
        data: Its text, or the bytes of it in UTF-8.

    Raises:
        ClaimxError: This is not JSON, is ``NaN`` or infinite, or holds half a surrogate pair; the
            message says where in it.

    >>> parse(b'{"text": "Caf\\u00e9"}')
    {'text': 'Café'}
    >>> parse("[1,")
    Traceback (most recent call last):
    claimx.errors.ClaimxError: not JSON: Expecting value at column 4
    """
    try:
        text = data if isinstance(data, str) else data.decode("utf8")
        value = json.loads(text, parse_constant=_no_number)
        if _ESCAPED_SURROGATE.search(text):
            json.dumps(value, ensure_ascii=False).encode("utf8")
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        reason = error.msg.removesuffix(" at")
        raise ClaimxError(f"not JSON: {reason} at {line}column {error.colno}") from None
    except UnicodeDecodeError as error:
        raise ClaimxError(f"not UTF-8: {error.reason} at byte {error.start}") from None
    except UnicodeEncodeError:
        raise ClaimxError("half a surrogate pair, which is no character") from None
    except (ValueError, RecursionError) as error:
        raise ClaimxError(f"not JSON: {error}") from None
    return value


def dump(value: Any, *, indent: int | None = None) -> str:
    """Write one JSON value.

    Args:
        value: What JSON can hold.
        indent: How many blanks a level is indented; by default all stands on one line.

    Raises:
        ClaimxError: JSON cannot hold it: a date, ``NaN``, half a surrogate pair.

    >>> dump({"text": "Café"})
    '{"text": "Café"}'
    """
    try:
        written = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
        written.encode("utf8")
    except UnicodeEncodeError:
        raise ClaimxError("half a surrogate pair, which is no character") from None
    except (TypeError, ValueError, RecursionError) as error:
        raise ClaimxError(f"cannot be written as JSON: {error}") from None
    return written


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")
