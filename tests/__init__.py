"""Tests mirror the code: policies/core/x.py is tested in tests/core/test_x.py."""
