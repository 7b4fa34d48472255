"""Questions as Django forms. In come Specs, facts and what was posted; out come cleaned answers and errors at their field.

Called by the page, and by the first screens.
"""
