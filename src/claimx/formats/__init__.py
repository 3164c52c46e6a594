"""Claims on disk and in tables: a module a format, each with its reader and writer."""
