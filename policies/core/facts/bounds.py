"""What a text from outside may hold at most, so that looking at it takes no longer than its length asks."""

import re
import unicodedata

STACKED = 30  # marks on one letter; Unicode's own limit for text that is read as it comes (UAX 15, stream-safe)
BEYOND_LATIN = re.compile("[\u0300-\U0010ffff]")


def is_stacked(text: str) -> bool:
    """Return whether more than STACKED marks stand on one letter.

    To put so many in order takes the square of their number.
    """
    if not BEYOND_LATIN.search(text):
        return False
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > STACKED:
            return True
    return False
