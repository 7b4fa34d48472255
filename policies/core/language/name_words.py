"""How the catalogue writes what somebody may be called: names with | between them, a * for the beginning or the rest of a word."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

# What somebody uses or sells is not that somebody: “advocatensoftware”, “software voor notarissen”, “opleiding van accountants”.
THINGS = "software|systeem|systemen|programma|portaal|pakket|platform|applicatie|module|koppeling|opleiding|federatie|leverancier|hosting"
THING = re.compile(rf"({THINGS})\w{{0,3}}$")
SOLD = re.compile(rf"\bvoor( (de|het|een|onze|ons|alle|andere|kleine))*[ ,/&]*$|\b\w*({THINGS})\w*\b.*\b(voor|van)\b")


@dataclass(frozen=True)
class NameWords:
    """How somebody may be called. `whole` are names without a *. `firsts`, `starts` and `ends` tell quickly that a text holds none of it, so that few patterns are ever compiled."""

    pattern: str
    whole: frozenset[str]
    firsts: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]

    def may_be_in(self, tokens: frozenset[str]) -> bool:
        """Whether a text of these words can hold a name of the list."""
        return not self.firsts.isdisjoint(tokens) or any(
            token.startswith(self.starts) or token.endswith(self.ends) for token in tokens
        )

    @property
    def regex(self) -> re.Pattern[str]:
        """Return the compiled pattern that finds these names."""
        return _compiled(self.pattern)


@cache
def compiled_names(listed: str) -> NameWords | None:
    """Compile names that are written with | between them; a * is the beginning or the rest of a word."""
    names = [name for name in plain(listed).split("|") if name]
    if not names:
        return None
    choice = "|".join(
        re.escape(name).replace(r"\ ", "[ -]+").replace(r"\*", r"[\w-]*")
        for name in sorted(names, key=len, reverse=True)
    )
    tokens = [name.split()[0] for name in names]
    return NameWords(
        rf"(?<![\w-])(?:{choice})(?!\w)(?! (?:{THINGS}))",
        frozenset(name for name in names if "*" not in name),
        frozenset(one for one in tokens if "*" not in one),
        tuple(one.rstrip("*") for one in tokens if one[-1] == "*" != one[0]) or ("\0",),
        tuple(one.lstrip("*") for one in tokens if one[0] == "*") or ("\0",),
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def named_in(words: NameWords, text: str) -> bool:
    """Tell whether a text names one of them; not what they use or what is sold to them."""
    return any(
        (found[0] in words.whole or not THING.search(found[0])) and not SOLD.search(text[: found.start()])
        for found in words.regex.finditer(text)
    )


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a text in small letters without accents, words apart by one space."""
    letters = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())
