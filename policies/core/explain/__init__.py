"""Why a sentence is there. In comes a document with its facts; out come its sentences, and the answers that each rests on.

Called by the preview, by checks that read the text, and by the table of items.
"""
