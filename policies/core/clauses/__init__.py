"""The library of clauses.

In come the files of `clauses/`; out comes a `Library`: templates compiled once, with conditions, filters and words.

Called by assembly, the checks and whoever explains a sentence. Nothing here knows a document.
"""
