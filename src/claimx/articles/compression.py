"""Files as streams of bytes, whether compressed or not."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, BinaryIO, cast

import zstandard

COMPRESSIONS = (".gz", ".zst")
BROKEN = (OSError, EOFError, zlib.error)
"""What reading from a file that is cut off or damaged raises."""

# Small, for a few bytes may unpack to many thousand times as much.
_CHUNK = 2**13


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file to read its bytes; ``.gz`` and ``.zst`` are unpacked on the way.

    Args:
        path: The file.

    Returns:
        A buffered stream, which raises one of ``BROKEN`` where the file is damaged or cut off.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "a.txt.gz")
    ...     _ = path.write_bytes(gzip.compress(b"It rained."))
    ...     with opened(path) as stream:
    ...         stream.read()
    b'It rained.'
    """
    with open(path, "rb") as packed:
        suffix = path.suffix.lower()
        if suffix == ".gz":
            with gzip.GzipFile(fileobj=packed) as unpacked:
                yield cast(BinaryIO, unpacked)
        elif suffix == ".zst":
            yield BufferedReader(_Zstandard(packed))  # type: ignore[type-var]
        else:
            yield packed


class _Zstandard(RawIOBase):
    """The content of Zstandard frames, one after the other.

    ``zstandard``'s own reader takes a frame that is cut off for one that ends.
    """

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed
        self._decompressor = zstandard.ZstdDecompressor()
        self._frame = self._decompressor.decompressobj()
        self._begun = False
        self._waiting = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, target: bytearray) -> int:  # type: ignore[override]
        while not self._waiting:
            if not self._advance():
                return 0
        size = min(len(target), len(self._waiting))
        target[:size] = self._waiting[:size]
        self._waiting = self._waiting[size:]
        return size

    def _advance(self) -> bool:
        rest = self._frame.unused_data if self._frame.eof else b""
        packed = rest or self._packed.read(_CHUNK)
        if not packed:
            if self._begun and not self._frame.eof:
                raise EOFError("the file is cut off")
            return False
        if self._frame.eof:
            self._frame = self._decompressor.decompressobj()
        self._begun = True
        try:
            self._waiting = memoryview(self._frame.decompress(packed))
        except zstandard.ZstdError as error:
            raise OSError(f"not Zstandard: {error}") from None
        return True
