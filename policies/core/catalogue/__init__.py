"""Rows of `clauses/catalogue/` as things to pick.

In come an id, facts and a day; out come rows of facts with the values of one country.

Called by picking, presets, mends and checks. Picking copies: afterwards the rows are the company's own.
"""
