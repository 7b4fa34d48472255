"""Rows in the words of a statement.

In comes what a clause sees of a row (`values`); out come fragments, table rows and lines.

Called by the filters of clauses, and by assembly for the names that a clause may use.
"""
