"""From what a company is to answers. In come facts and a `Start`; out come facts, and the paths that wait to be confirmed.

Called by the first screens, by copying and by the wizard when somebody confirms.
"""
