"""Claims on a Dask cluster; needs Dask (``claimx[dask]``)."""

from __future__ import annotations

from importlib.util import find_spec

from claimx.errors import ClaimxError

if not all(map(find_spec, ("dask", "distributed", "pyarrow"))):
    raise ClaimxError("a cluster needs Dask: pip install 'claimx[dask]'")

from claimx.cluster.frames import extract
from claimx.cluster.storage import write_parquet

__all__ = ["extract", "write_parquet"]
