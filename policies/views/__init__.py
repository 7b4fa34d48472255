"""Doors: fetch with access, then the form, then one act, then the answer."""
