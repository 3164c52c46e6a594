"""Claims on a Dask cluster; needs Dask (``claimx[dask]``)."""

from __future__ import annotations

from claimx.cluster.frames import extract
from claimx.cluster.storage import write_parquet

__all__ = ["extract", "write_parquet"]
