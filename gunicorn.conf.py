"""What gunicorn reads when it starts in this folder, before the options of its command line: its own refusals are our Dutch pages.

A line or a header that is no HTTP never reaches the application. gunicorn answers it with an English text for which it has no setting, made by the one
function that is replaced here.
"""

from gunicorn import util

from privacy_builder.refusals import write_refusal

util.write_error = write_refusal
