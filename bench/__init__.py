"""Measurements, each beside its limit in the same run (.venv/bin/python -m bench)."""
