"""A folder that one run has to itself, until it ends or its process dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from claimx.errors import ClaimxError

LOCK = "lock"
"""The name of the file in it that is locked."""


@contextmanager
def alone(folder: Path, name: str) -> Iterator[None]:
    """Have a folder to oneself; it is made, and goes when nothing is left in it at the end.

    Where the system has no locks that die with their process (Windows), nothing keeps others out.

    Args:
        folder: The folder, which need not exist.
        name: The output's name, for what is told.

    Raises:
        ClaimxError: Another run is in the folder, or it cannot be made.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as place:
    ...     with alone(Path(place, "claims.csv.run"), "claims.csv"):
    ...         with alone(Path(place, "claims.csv.run"), "claims.csv"):
    ...             pass
    Traceback (most recent call last):
    claimx.errors.ClaimxError: claims.csv: another run is writing this output: wait until it ends
    """
    with ExitStack() as held:
        try:
            folder.mkdir(exist_ok=True)
            is_alone = held.enter_context(_locked(folder / LOCK))
        except FileExistsError:
            raise ClaimxError(
                f"{folder}: the run needs this name, but a file stands there: move it away"
            ) from None
        except OSError as error:
            raise ClaimxError(f"{name}: cannot be written: {error.strerror or error}") from None
        if not is_alone:
            raise ClaimxError(f"{name}: another run is writing this output: wait until it ends")
        held.callback(_leave, folder)
        yield


def _leave(folder: Path) -> None:
    with suppress(OSError):
        if set(os.listdir(folder)) <= {LOCK}:
            (folder / LOCK).unlink(missing_ok=True)
            folder.rmdir()


if sys.platform == "win32":

    @contextmanager
    def _locked(path: Path) -> Iterator[bool]:
        yield True

else:
    import fcntl

    @contextmanager
    def _locked(path: Path) -> Iterator[bool]:
        with path.open("ab") as stream:
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            except OSError:
                # Some network file systems have no locks: there, too, nothing keeps others out.
                pass
            # A run that ended in between has taken the file away.
            yield path.exists() and os.path.samestat(os.fstat(stream.fileno()), path.stat())
