"""One page of questions: its blocks with their forms, what of it is valid, and what is not stored.

Called by the views of the wizard, and by `save`.
"""
