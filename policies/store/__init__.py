"""Rows and facts. `read` makes facts of rows, `write` rows of facts, `lookup` finds the row that a path names, `cache` remembers what follows from facts.

Called by views, the wizard, publishing and commands. Only `write` changes what somebody answered.
"""
