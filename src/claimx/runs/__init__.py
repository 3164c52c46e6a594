"""Runs over many articles: workers, shards that a run can be resumed from, and their progress."""
