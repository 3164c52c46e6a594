"""Commands that measure claimx; run them from the repository's root: ``python -m benchmarks.…``."""
