"""5. The record on disk."""
