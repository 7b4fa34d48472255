"""Words that tell nobody how long: a criterion, a start or a cookie's lifetime with nothing in it that a reader can count with (art. 13.2.a; WP260 rev.01)."""

import re
from functools import lru_cache

# A term made of these words alone says nothing: “zolang als nodig”, “volgens de wettelijke termijnen”, “zolang de fiscale bewaarplicht duurt”.
EMPTY_WORDS = frozenset(
    "zolang zo lang als dat dit het de die deze is zijn nodig noodzakelijk strikt absoluut redelijk redelijke redelijkerwijs redelijkerwijze billijk niet nooit langer korter kort kortst mogelijk dan voor"
    " om te een door zoals meer wij we ze ik er onze ons mijn hun doel doelen doeleinde doeleinden doelstelling doelstellingen reden redenen verwerking gegevens persoonsgegevens wettelijk wettelijke wet wetten wetgeving regelgeving regels"
    " fiscaal fiscale boekhoudkundige boekhoudwet belastingwet belastingwetgeving fiscus belastingdienst overheid wetgever sociale termijn termijnen bewaartermijn bewaartermijnen bewaarplicht bewaarplichten verplichting verplichtingen"
    " volgens conform toepasselijke geldende verplichte verplicht verplichten vereist vereiste eist eisen vraagt vragen voorschrijft voorgeschreven oplegt opgelegd opgelegde toelaat toegelaten toegestaan duurt duren loopt"
    " geldt gelden verstreken verstrijkt verstrijken verlopen verloopt voorbij bereiken bereikt worden wordt bewaard bewaren bewaarperiode periode in van met bij op aan ter tijd tijden onbepaalde onbeperkt onbeperkte altijd en of"
    " waarvoor waartoe daartoe hiertoe ertoe verzameld werden gebruikt gebruiken moet moeten mag mogen gedurende tot totdat maximale maximaal minimaal minimale daarvoor hiervoor relevant relevante nuttig zinvol dienstig bruikbaar"
    " wenselijk gewenst passend passende gebruikelijke gangbare dienstverlening bedrijfsvoering bedrijfsactiviteiten belang belangen gerechtvaardigd gerechtvaardigde hebben heeft vinden vind achten acht willen wil kan kunnen opvragen bepalen"
    " voldoen voldaan naleven naleving nakomen uitoefenen hierboven genoemde vermelde beschreven bepaald bepaalde".split()
)
START_WORDS = EMPTY_WORDS | frozenset(
    "na vanaf sinds nadat einde moment ogenblik later wanneer zodra verloop afloop start begin dag datum daarna".split()
)
LIFETIME_WORDS = EMPTY_WORDS | frozenset(
    "leverancier leveranciers aanbieder aanbieders provider derde derden partij partijen cookie cookies standaard standaardtermijn instelling instellingen levensduur looptijd duur permanent permanente persistent persistente blijvend"
    " tijdelijk tijdelijke lange korte variabel wisselend diverse onbekend opgave normaal normale gewone beleid cookiebeleid privacybeleid zie bepaalt bepalen ingesteld stelt vast haar website google meta facebook microsoft -".split()
)
NUMBER = r"(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|achttien|dertig|anderhalf|half)"
PERIOD = re.compile(
    rf"\b{NUMBER} ?(?:uur|uren|dag|dagen|week|weken|maand|maanden|kwartaal|jaar|jaren|minuten|minuut)\b", re.IGNORECASE
)
# Words that keep the measure with the company, or leave it to a need, a case or a paper that the reader has not.
LEAVES_OPEN = re.compile(
    r"\b(?:redelijk\w*|billijk\w*)\b|\b(?:nodig|noodzakelijk|nuttig|wenselijk|zinvol|belangrijk|gepast|opportuun) (?:vinden|vind|achten|acht|achtten|geacht)\b|\b(?:vinden|achten) (?:wij|we) (?:\w+ )?(?:nodig|noodzakelijk|nuttig)\b"
    r"|\bnaar (?:ons|eigen) (?:oordeel|inzicht|goeddunken)\b|\b(?:nodig|noodzakelijk|vereist|nuttig|relevant|zinvol|dienstig)\b[^.;]{0,15}\b(?:voor|om|bij|in|met)\b[^.;]{0,40}"
    r"\b(?:doel\w*|\w*voering|werking|activiteiten|werkzaamheden|administratie|organisatie|diensten|dienstverlening|service|verplichting\w*|belangen|verwerking|redenen|wetgeving|regelgeving)\b"
    r"|\b(?:voor|om|bij)\b[^.;]{0,20}\b(?:doel\w*|\w*voering|werking|activiteiten|werkzaamheden|administratie|organisatie|dienstverlening)\b[^.;]{0,10}\b(?:nodig|noodzakelijk|vereist|nuttig|relevant)\b"
    r"|\bdoel\w*\b[^.;]{0,40}\b(?:bereikt|vervuld|verwezenlijkt|gerealiseerd|behaald)\b|\b(?:hangt|hangen) (?:\w+ ){0,3}af\b|\b(?:afhankelijk|afhangt|naargelang|verschilt|verschillen|varieert|variëren|wisselt|wisselend|variabel)\b|\b(?:geval per|per) geval\b|\b(?:volgens|zie|zoals in) (?:het|ons|de|onze) (?:\w+ )?(?:\w*beleid|procedures?|reglement|register)\b",
    re.IGNORECASE,
)
UNDECIDED = re.compile(
    r"\b(?:nog )?(?:niet|nooit) (?:bekend|gekend|bepaald|vastgelegd|vastgesteld|beslist|gekozen|duidelijk|afgesproken)\b|\b(?:nader|later|nog) (?:te|af te|in te|na te|aan te) (?:vullen|kijken|gaan|bepalen|bekijken|beslissen|kiezen|bespreken|spreken|leggen)\b|\bn\.?t\.?b\b\.?|\bt\.?b\.?d\b\.?|\bonbe(?:kend|paald)\w*\b"
    r"|\bgeen (?:vaste |specifieke |bepaalde |precieze )?(?:termijn|bewaartermijn|einddatum|duur|limiet)\b|\b(?:weten (?:wij|we)|weet ik) (?:het )?(?:nog )?niet\b|\bop aanvraag\b",
    re.IGNORECASE,
)
UNTIL = re.compile(r"\b(?:tot|totdat|uiterlijk|ten laatste|hoogstens)\b(.*)", re.IGNORECASE | re.DOTALL)
FOLLOWS = re.compile(
    r"\b(?:volgens|conform|zie|zoals|(?:bepaald|ingesteld|vastgelegd|gekozen) door|opgave van|beleid van|instellingen van)\b",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\d|\bsess\w*|\bsluit\w*|\b(?:tot|totdat|einde|eind|na)\b|\bwist?\b|\bwissen\b|verwijder|afmeld|uitlog|bezoek",
    re.IGNORECASE,
)
SIGNS = re.compile(r"[.,;:()?!/]")


@lru_cache(maxsize=4096)  # at every check of a company again, and few texts changed since
def tells_no_term(text: str) -> bool:
    """Return whether a criterion gives a reader nothing to count with."""
    return _is_empty(text, EMPTY_WORDS) or _is_open(text)


@lru_cache(maxsize=4096)
def tells_no_start(text: str) -> bool:
    """Return whether the event from which a period counts is none: “na afloop van de termijn”."""
    return _is_empty(text, START_WORDS) or _is_open(text)


@lru_cache(maxsize=4096)
def tells_no_lifetime(text: str) -> bool:
    """Return whether a cookie's lifetime is left to somebody else, or to later."""
    if PERIOD.search(text):
        return False
    return _is_empty(text, LIFETIME_WORDS) or _is_open(text) or bool(FOLLOWS.search(text) and not ENDS.search(text))


def _is_empty(text: str, empty: frozenset[str]) -> bool:
    return frozenset(re.findall(r"[\w'’-]+", SIGNS.sub(" ", text.lower()))) <= empty


def _is_open(text: str) -> bool:
    """Return whether the measure is left to its writer, and no period and no end stand beside it."""
    if PERIOD.search(text):
        return False
    until = UNTIL.search(text)
    if until and not _is_empty(until[1], EMPTY_WORDS) and not LEAVES_OPEN.search(until[1]):
        return False
    undecided = UNDECIDED.sub(" ", text)
    return bool(LEAVES_OPEN.search(text)) or undecided != text and _is_empty(undecided, LIFETIME_WORDS)
