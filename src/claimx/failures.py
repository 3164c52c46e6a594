"""What could not be read or worked on in a run over many articles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A record that is set aside, so that the run goes on without it.

    Args:
        id: The document's id; where it has none, its origin.
        origin: Where it stands: the file, and the line or row in it.
        reason: What was wrong, and what to do.

    >>> Failure("a7", "news.jsonl, line 7", "not JSON").to_record()
    {'id': 'a7', 'origin': 'news.jsonl, line 7', 'reason': 'not JSON'}
    """

    id: str
    origin: str
    reason: str

    def to_record(self) -> dict[str, str]:
        r"""Return the failure as a line of ``errors.jsonl``; what is not UTF-8 is escaped.

        >>> Failure("caf\udce9", "caf\udce9.txt", "not UTF-8").to_record()["id"]
        'caf\\udce9'
        """
        told = {"id": self.id, "origin": self.origin, "reason": self.reason}
        return {
            name: value.encode("utf8", "backslashreplace").decode() for name, value in told.items()
        }
