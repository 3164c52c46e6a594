"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claimx.errors import ClaimxError


@contextmanager
def replacing(path: str | Path) -> Iterator[Path]:
    """Give a path to write to, which takes the place of the file once all is written.

    Args:
        path: The file to make or replace. What is no file (``/dev/stdout``) is written directly.

    Returns:
        The path of a temporary file beside it.

    Raises:
        ClaimxError: The file cannot be written; what stood there before stands there still.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     with replacing(Path(folder, "claims.txt")) as temporary:
    ...         _ = temporary.write_text("whole")
    ...     sorted(os.listdir(folder))
    ['claims.txt']
    """
    if "\0" in str(path):
        raise ClaimxError(f"{path}: cannot be written: the name holds a NUL character")
    temporary = None
    try:
        final = Path(os.path.realpath(path))
        if final.exists() and not final.is_file():
            yield final
        else:
            temporary = final.with_name(f".{final.name}.{os.getpid()}.tmp")
            yield temporary
            put(temporary, final)
    except OSError as error:
        raise ClaimxError(f"{path}: cannot be written: {error.strerror or error}") from None
    except UnicodeEncodeError:
        raise ClaimxError(
            f"{path}: cannot be written: half a surrogate pair, which is no character"
        ) from None
    finally:
        # Where nothing could be written, nothing can be removed either.
        with suppress(OSError):
            if temporary is not None:
                temporary.unlink()


def put(temporary: Path, final: Path) -> None:
    """Put a file that is written in its place, so that it is whole there even after a power cut.

    Args:
        temporary: The file, in the same file system.
        final: Its place; a file that stands there is replaced.

    Raises:
        OSError: The file cannot be put there.
    """
    with open(temporary, "rb+") as stream:
        os.fsync(stream.fileno())
    os.replace(temporary, final)
    if os.name == "posix":
        folder = os.open(final.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
