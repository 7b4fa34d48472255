"""One form of address through the whole statement: a user's own text in the other one."""

import re
from collections.abc import Iterator

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
        found = other.search(text)
        if found:
            yield TONE.at(path, f"Hier staat “{found[0]}”, maar uw verklaring zegt {ours}.", f"Schrijf deze tekst in de {ours}-vorm, of zonder aanspreking.")
