"""Whether words of the user tell what others tell already. Pure questions about texts, each answered once for the same words."""

import re
from functools import lru_cache

from policies.core.checks.texts import sentences_of

MANY = 3  # names of data in one sentence make a list; two do in a sentence that says nothing else
WORDS = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
ARTICLE = re.compile(r"^(?:de|het|een|uw|je|ons|onze|zijn|haar) ", re.IGNORECASE)
# What a sentence says that only tells which data there are.
GATHERS = frozenset(
    "wij we u je jij men iemand wie klant klanten bezoeker bezoekers lid leden de het een en of ook dan daarbij daarvoor hiervoor daarna om uw jouw zijn haar hun in op met van naar ons onze nog dus"
    " alleen enkel gegevens volgende nodig hebben heeft hebt heb vragen vraagt gebruiken gebruikt bewaren bewaart verzamelen verzamelt noteren noteert verwerken verwerkt registreren registreert"
    " krijgen krijgt ontvangen ontvangt geeft geven vult vul invult in invullen deelt laat staat staan zo zoals is zijn worden wordt die dat deze".split()
)
# Small words that make no difference between a reason and a purpose.
SMALL = frozenset(
    "om te de het een en of van voor aan op in met bij naar tot over uit door als dat die deze dit er ons onze wij we u uw je jouw jij men iemand wie zij ze hun zijn haar hem"
    " kunnen kan mogen mag moeten moet willen wil laten ook zo zelf daarna dan omdat worden wordt".split()
)
RIGHT = re.compile(
    r"\b(?:inzage|inzien|inkijken|opvragen|verbeter\w*|corrigeren|gecorrigeerd|aanpassen|rechtzetten|wissen|gewist|verwijder\w*|bezwaar|beperken|beperking|overdraagbaarheid|overdragen|klacht)\b",
    re.IGNORECASE,
)
GENERAL = re.compile(
    r"\b(?:persoonsgegevens|gegevens|recht|rechten|bezwaar|klacht|inzage)\b|\boude vra(?:ag|gen)\b", re.IGNORECASE
)
# A way, a thing or a moment of its own: then the sentence tells more than the right.
OF_ITS_OWN = re.compile(
    r"\b(?:toestemming|intrek\w*|trekt?|weiger\w*|\w*afmeld\w*|\w*uitschrij\w*|opzeg\w*|stop\w*|\w*reclame|nieuwsbrie\w*|aanbieding\w*|cookie\w*|link\w*|knop\w*|vakje|hokje|vinkje|\w*account\w*|profiel\w*"
    r"|\w*instelling\w*|\w*portaal|\w*paneel|app|apps|toestel\w*|browser\w*|\w*formulier\w*|kassa|balie|foto\w*|\w*beeld\w*|dossier\w*|recensie\w*|reactie\w*|sollicitatie\w*|bestelling\w*|zelf"
    r"|dezelfde|binnen|meteen|vroeger|eerder|week|weken|dag|dagen|uur|tot|tenzij|behalve)\b",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"(?:(?:alle|andere|overige|algemene|technische|administratieve|digitale|praktische|persoonlijke|eigen) )?(?:\w*gegevens|nummers|informatie|data|cijfers|voorkeuren)",
    re.IGNORECASE,
)
SHORT_NAME = 3  # words: a longer item describes, and its kind names


@lru_cache(maxsize=8192)  # at every check of a company again, and few texts changed since
def listed(sentence: str, names: tuple[str, ...]) -> bool:
    """Return whether a sentence lists data that have rows of their own."""
    rest, found = only_lists(sentence, names)
    return found >= MANY or found > 1 and rest


def only_lists(sentence: str, names: tuple[str, ...]) -> tuple[bool, int]:
    """Return whether a sentence says nothing but which data there are, and how many of these names it holds."""
    lowered = sentence.lower()
    found = 0
    for name in sorted({ARTICLE.sub("", name.lower()) for name in names}, key=len, reverse=True):
        if name in lowered:  # most names are not
            lowered, times = re.subn(rf"(?<![\w-]){re.escape(name)}(?![\w-])", " ", lowered)
            found += bool(times)
    return found > 1 and GATHERS.issuperset(WORDS.findall(lowered)), found


@lru_cache(maxsize=8192)
def repeats(reason: str, purpose: str) -> bool:
    """Return whether a reason has no word that its purpose has not, small words and endings apart.

    Of “x doen en y doen” a reason may say which of the two.
    """
    said, purposes = _stems(reason), _stems(purpose)
    return bool(said) and (said == purposes or said < purposes and not re.search(r"\ben\b", purpose))


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in WORDS.findall(text.lower().replace("’", "'")) if word not in SMALL)


def _stem(word: str) -> str:
    """Return a word without its ending, and with one letter where Dutch writes two.

    Examples: “vragen” and “vraag”, “brieven” and “brief”.
    """
    short = re.sub(r"(?<=\w{3})(?:'s|en|e|s)$", "", word)
    single = re.sub(r"([a-z])\1", r"\1", short)
    return single[:-1] + {"v": "f", "z": "s"}.get(single[-1:], single[-1:])


@lru_cache(maxsize=4096)
def only_repeats_a_right(text: str) -> bool:
    """Return whether every sentence states a right of everybody, without a way, a thing or a moment of its own."""
    sentences = sentences_of(text)
    return bool(sentences) and all(
        RIGHT.search(one) and GENERAL.search(one) and not OF_ITS_OWN.search(one) for one in sentences
    )


@lru_cache(maxsize=4096)
def is_general(name: str) -> bool:
    """Return whether the name of a category, or of an item, could be that of many: “contactgegevens”."""
    return bool(GENERIC.fullmatch(name.strip()))


@lru_cache(maxsize=4096)
def kind_says_less(kind: str, item: str) -> bool:
    """Return whether the name of a category is a general one, and that of its one item is not."""
    same = _stems(kind) & _stems(item) or kind.lower().startswith(
        item.lower()
    )  # “adresgegevens” says as much as “adres”
    return is_general(kind) and not is_general(item) and len(item.split()) <= SHORT_NAME and not same
