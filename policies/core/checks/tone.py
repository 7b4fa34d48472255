"""One form of address through the whole statement: a user's own text in the other one."""

import re
from collections.abc import Iterator
from functools import lru_cache

from .finding import Finding, Rule
from .review import Review

TONE = Rule("12.1-tone", "warning", "12.1")

# “10 u” is an hour, not a reader.
U = re.compile(r"(?<!\d)(?<!\d )(?<![\w@.'’-])(u|uw|uwe|uzelf)(?![\w@'’-])", re.IGNORECASE)
JE = re.compile(r"(?<![\w@.'’-])(je|jij|jou|jouw|jezelf|jullie)(?![\w@'’-])", re.IGNORECASE)
# per form of address, the words of the other one
FORMS = {"u": frozenset("je jij jou jouw jezelf jullie".split()), "je": frozenset("u uw uwe uzelf".split())}


def findings(review: Review) -> Iterator[Finding]:
    tone = review.facts.style.tone or "u"
    other, ours = (JE, "u") if tone == "u" else (U, "je")
    if review.spoken.isdisjoint(FORMS[tone]):  # nobody says so anywhere
        return
    for path, text in review.prose:
        found = _first(other, text)
        if found:
            yield TONE.at(path, f"Hier staat “{found}”, maar uw verklaring zegt {ours}.", f"Schrijf deze tekst in de {ours}-vorm, of zonder aanspreking.")


@lru_cache(maxsize=8192)  # at every check of a company again, and few texts changed since
def _first(words: re.Pattern[str], text: str) -> str:
    """The first of these words in a text; empty for none."""
    found = words.search(text)
    return found[0] if found else ""
