"""Wiring only: settings, addresses, the WSGI door."""
