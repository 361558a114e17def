"""Narrators: they turn a trace into a rationale, and know nothing of the checker."""
