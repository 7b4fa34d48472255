"""The key of a row: made once from its name, and lasting, because references, links and comparisons rest on it."""

from collections.abc import Collection

from django.utils.text import slugify

MAX_LENGTH = 40


def free_key(name: str, taken: Collection[str], otherwise: str = "rij") -> str:
    """A key that is not taken yet: "Contact Formulier" → contact-formulier, or contact-formulier-2.

    `otherwise` serves a name without a single letter or digit of ours (an emoji, Greek).
    """
    base = _within(slugify(name.replace("_", "-")), MAX_LENGTH) or otherwise
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{_within(base, MAX_LENGTH - len(str(number)) - 1)}-{number}"
    return key


def _within(key: str, length: int) -> str:
    return "-".join(filter(None, key[:length].split("-")))
