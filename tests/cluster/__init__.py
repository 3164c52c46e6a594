"""Claims on a Dask cluster."""
