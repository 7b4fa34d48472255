"""The words by which a text speaks to its reader, u or je; and the same text in the other form, where swapping words alone keeps it good Dutch."""

import re
from collections.abc import Iterator
from functools import lru_cache

# “10 u” is an hour and “vitamine U” a name; a U-bocht has a hyphen.
U = re.compile(
    r"(?<!\d)(?<!\d )(?<!vitamine )(?<!type )(?<!klasse )(?<!letter )(?<![\w@.'’-])(u|uw|uwe|uzelf)(?![\w@'’-])",
    re.IGNORECASE,
)
JE = re.compile(r"(?<![\w@.'’-])(je|jij|jou|jouw|jezelf|jullie)(?![\w@'’-])", re.IGNORECASE)
OTHER = {"u": JE, "je": U}  # per form of address, the words of the other one
QUOTED = re.compile(r"“[^”]*”|„[^”“]*[”“]|\"[^\"]*\"|«[^»]*»|(?<!\w)[‘'][^’'\n]*[’'](?!\w)")

TO_ANYBODY = "aan achter bij boven door met na naar naast namens onder over tegen tussen uit van voor zonder".split()
JOINS = "als dat die hoe of omdat tenzij terwijl tot totdat waar waarmee waarover waarvan waarvoor wanneer wat welke welk wie zodat zodra zolang".split()
BEGINS = rf"(?:^|[.!?:;,(]\s+|\n\s*(?:[-•*]\s*)?|\b(?:{'|'.join(JOINS)})\s+)"  # what comes before a subject that stands before its verb
GETS = rf"\b(?:{'|'.join(TO_ANYBODY)})\s+|\b(?:wij|we)\s+(?:[a-zé]+n\s+)?"  # what comes before somebody who is spoken of, and does nothing
# Words that the other form of address says with another verb (u heeft, je hebt) or another word (u vergist zich, je vergist je).
BOUND = {
    "je": re.compile(r"\bzich\b|\bu\s+(?:heeft|is|zij)\b|\b(?:heeft|is)\s+u\b", re.IGNORECASE),
    "u": re.compile(r"(?!)"),
}
SAFE = {
    "je": (
        (re.compile(r"uw", re.IGNORECASE), "", "je"),
        (re.compile(r"uzelf", re.IGNORECASE), "", "jezelf"),
        (re.compile(r"u", re.IGNORECASE), rf"(?:{BEGINS}|{GETS})$", "je"),
    ),
    "u": (
        (re.compile(r"jouw", re.IGNORECASE), "", "uw"),
        (re.compile(r"jezelf", re.IGNORECASE), "", "uzelf"),
        (re.compile(r"jou", re.IGNORECASE), "", "u"),
        (re.compile(r"jij", re.IGNORECASE), rf"{BEGINS}$", "u"),
    ),
}


@lru_cache(maxsize=8192)  # at every check of a company again, and few texts changed since
def first_of_other(text: str, tone: str, names: tuple[str, ...] = ()) -> str:
    """Return the first word that speaks to the reader in the other form than `tone`; empty for none. Quotations and these names are no speech of our own."""
    found = next(_others(text, tone, names), None)
    return found[0] if found else ""


def _others(text: str, tone: str, names: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Return the words of the other form of address.

    What stands between quotation marks, and each of these names, is passed over.
    """
    for name in names:
        text = text.replace(name, " " * len(name))
    bare = QUOTED.sub(lambda quote: " " * len(quote[0]), text)
    return OTHER[tone].finditer(bare)


def in_other_words(text: str, tone: str, names: tuple[str, ...] = ()) -> str | None:
    """Return the text in this form of address; None where that takes more than a word for a word, such as another verb form (kunt u, kun je)."""
    if BOUND[tone].search(text):
        return None
    made, start = "", 0
    for word in _others(text, tone, names):
        new = next(
            (
                to
                for of, before, to in SAFE[tone]
                if of.fullmatch(word[0]) and re.search(before, text[: word.start()], re.IGNORECASE)
            ),
            None,
        )
        if new is None:
            return None
        made += text[start : word.start()] + (new.capitalize() if word[0][0].isupper() else new)
        start = word.end()
    return made + text[start:]
