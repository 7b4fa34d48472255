"""Capitals: the first letter of a fragment in the middle of a sentence, and of one that opens a sentence.

Words come from clauses/catalogue/capitals.yaml, names of countries and languages from CLDR.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from babel import Locale

from policies.core.language.word_lists import word_list

ENDING = re.compile(
    r"...(heid|heden|ing|ingen|[ae]tie|[ae]ties|elijke?|eren|iteit|iteiten|erij|erijen|[tpk]jes?|isme|logie|uctie|ucties|ectie|ecties)$"
)  # of no name
INFLECTION = re.compile(r"('s|en|s|t|je|jes|e)$")
FOREIGN = re.compile(
    r"[qxy-]|[aouys]$|(?<!i)i$|se$|aar$"
)  # the shape of a brand, or of a word made of the name of a place
ADDRESS = re.compile(r"https?:|www\.|[\w-]+\.[a-z]{2,3}\b(?!\.)|[^\s@]+@")  # of a page or a mailbox: it has no capital
ARTICLES = frozenset("de het een onze ons".split())


def capital(text: str) -> str:
    """Return a text with a capital first, such as “'s Avonds” and “IJzer”.

    A word like iPhone keeps its small letter, an article such as 's keeps its own, and a digit stays as it is.
    """
    lead = re.match(r"(['’‘][stnSTN]\s+)(?=\w)|[^\w'’]*", text)
    start = lead.end() if lead else 0
    word = re.match(r"[\w'’]*", text[start:])
    if (
        ADDRESS.match(text, start)
        or word
        and any(letter.isupper() for letter in word.group()[1:])
        and word.group()[:1].islower()
    ):
        return text
    if text[start : start + 2].lower() == "ij":
        return f"{text[:start]}IJ{text[start + 2 :]}"
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


@lru_cache(maxsize=8192)
def small(text: str) -> str:
    """Return a text as it stands in the middle of a sentence: a small letter first where Dutch surely writes it small.

    Names, abbreviations, the nouns of German and whatever is not known keep the letter that was typed.

    A text in capitals alone becomes small when every word is known.
    """
    clipped = re.match(r"['’‘][stn]\s+(?=[^\W\d_])", text)  # “'s Avonds”
    if clipped:
        return clipped.group() + small(text[clipped.end() :])
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    if not words or not text.startswith(words[0]) or not words[0][0].isupper() or _german(words):
        return text
    if len(text) > 3 and text.isupper():
        dutch = sum(_known(word.lower()) or _is_plain(word.lower()) and not _is_name(word.title()) for word in words)
        return _whispered(text) if 2 * dutch > len(words) > 1 or dutch and _known(text.lower()) else text
    first, rest = words[0], text[len(words[0]) :]
    return _lowered(first) + rest if _is_small(first, words[1:]) else text


def town(text: str) -> str:
    """Return a known name in capitals alone with one capital; any other text as it is."""
    written = text.title()
    return written if len(text) > 3 and text.isupper() and text.isalpha() and written in table("names") else text


def _whispered(text: str) -> str:
    """Return a text in capitals alone in small letters.

    A name keeps its capital. What is no word of Dutch keeps all of its capitals, for it may be an abbreviation.
    """

    def written(word: str) -> str:
        lower = word.lower()
        if "-" in word and not _known(lower):
            return "-".join(map(written, word.split("-")))
        if _known(lower) or lower in ARTICLES or lower == "van" or "@" in word:
            return lower
        return word.title() if _is_name(word.title()) else lower if _is_plain(lower) else word

    return re.sub(r"[^\s@]+@[^\s@]+|[^\W\d_][\w'’-]*", lambda found: written(found[0]), text)


def _is_small(first: str, others: list[str]) -> bool:
    lower = _lowered(first)
    if any(letter.isupper() for letter in lower) or _is_name(first):
        return False
    if lower in ARTICLES:
        return bool(others) and follows_article(" ".join(others))
    if (
        others
        and others[0][0].isupper()
        and not others[0].isupper()
        and not _is_name(others[0])
        and not _particle(lower)
    ):
        return False  # “Vragen Beantwoorden” may be the name of something
    if others and others[0][0].isupper():
        return _known(lower)
    return (
        _known(lower)
        or bool(others)
        and _known(others[0])
        and not lower.endswith(("s", "se", "er"))
        or _is_plain(lower)
    )


def _is_plain(word: str) -> bool:
    """Return whether a word that the table does not know has nothing of a name.

    What people type in a field for a phrase is mostly no name.
    """
    return (
        len(word) > 4
        and not FOREIGN.search(word)
        and not re.search(_data()["place_shape"], word)
        and bool(re.search(r"[aeiou]", word))
    )


def follows_article(rest: str) -> bool:
    """Return whether an article before these words is one.

    What follows is then written small, or is known to be a name or an abbreviation.
    """
    word = (re.match(r"[\w'’-]+", rest) or [""])[0]
    return word[:1].islower() or word.isupper() and len(word) > 1 or _is_name(word)


def _lowered(word: str) -> str:
    """Return a word with its first letter small; the Dutch ij is one letter."""
    return "ij" + word[2:] if word.startswith("IJ") else word[:1].lower() + word[1:]


def _particle(word: str) -> bool:
    return len(word) < 5 or word in {
        "onder",
        "tegen",
        "tussen",
        "sinds",
        "zolang",
        "omdat",
        "volgens",
        "zonder",
        "tijdens",
    }


def _known(word: str) -> bool:
    """Return whether Dutch writes this word small: it is in the table, or a compound that ends in one that is."""
    known = table("small")
    first, hyphen, _ = word.partition("-")
    if hyphen:
        return first == "e" or first in known and not _is_name(first.capitalize())
    if word in known or INFLECTION.sub("", word) in known and len(word) > 4 or ENDING.search(word):
        return True
    return not re.search(_data()["place_shape"], word) and any(word[cut:] in known for cut in range(3, len(word) - 4))


def _is_name(word: str) -> bool:
    """Whether a word, or the part before its hyphen, is a name that keeps its capital."""
    first = re.split(r"[-'’]", word)[0]
    return first in table("names") or first in _places() or first in _services()


def _german(words: list[str]) -> bool:
    german, shape = table("german"), _german_shape()
    return any(word in german or shape.search(word.lower()) and word.lower() not in table("small") for word in words)


@cache
def _data() -> Mapping[str, str]:
    words: Mapping[str, str] = word_list("capitals")
    return words


@cache
def table(part: str) -> frozenset[str]:
    """Return the words of one part of the catalogue file, such as `small` or `names`."""
    return frozenset(_data()[part].split())


@cache
def _german_shape() -> re.Pattern[str]:
    return re.compile(_data()["german_shape"])


@cache
def _services() -> frozenset[str]:
    """Return the first word of each service in the catalogue, of its company and of the provider of a cookie.

    A word that Dutch writes small is left out.
    """
    rows = [*word_list("recipients"), *word_list("cookies")]
    found = (
        name
        for row in rows
        if row.get("kind") != "category"
        for field in ("name", "entity", "provider")
        for name in _names_in(row.get(field))
    )
    words = {re.split(r"[\s'’-]", name)[0] for name in found if name[0].isupper()}
    return frozenset(word for word in words if word.lower() not in table("small") and word.lower() not in ARTICLES)


def _names_in(value: object) -> list[str]:
    """Return the names in a field of the catalogue: none, one, or one for each country."""
    names = value.values() if isinstance(value, Mapping) else [value]
    return [name for name in names if isinstance(name, str) and name]


@cache
def _places() -> frozenset[str]:
    """Return the names of countries and languages, and the adjectives made of a language."""
    locale = Locale("nl")
    languages = {word for word in locale.languages.values() if word.isalpha()}
    countries = {word for country in locale.territories.values() for word in country.split() if word[0].isupper()}
    return frozenset(languages | {f"{word}e" for word in languages} | countries)
