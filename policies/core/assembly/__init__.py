"""Facts to document. In come facts, the library and a day; out comes a `Document`, the same for the same.

Called by whoever needs a statement: the store's memory, publishing, commands. Nothing below it knows a document.
"""
