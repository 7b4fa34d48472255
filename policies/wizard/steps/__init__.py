"""The thirteen steps as data. `table` says which question stands where, `blocks` of what a page is made, `locate` where a path is asked.

Pure: called by the whole wizard, and by views for addresses.
"""
