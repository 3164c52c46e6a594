"""Work that ends its process at some documents, in place of claimx's; workers import it."""

import os

from claimx.runs.workers import Batch, Extraction, Record, Work

POISON = "poison"


class Deadly(Extraction):
    def load(self) -> Work:
        return _find


def _find(batch: Batch) -> list[Record]:
    if any(document.text == POISON for document in batch):
        os._exit(1)
    return list(batch)
