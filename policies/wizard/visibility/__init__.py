"""Which questions are asked. In come facts and what is typed; out comes whether a question has a reason to be there.

Pure: called by the forms and the page. `rules` are the reasons, `evaluate` asks them.
"""
