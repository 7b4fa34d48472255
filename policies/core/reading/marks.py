"""What a pattern of words cannot see: names, addresses, numbers, countries, dates. Each is one condition, written @name in reading.yaml."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from policies.core.checks.vague_terms import EMPTY_WORDS, PERIOD, tells_no_term
from policies.core.facts.values import country_names
from policies.core.reading.text import SentenceMark, SourceIndex, SourceSentence

# Words that stand with a capital in any statement and are nobody's name.
NO_NAMES = frozenset(
    "wij we u uw je jouw jij de het een deze dit die dat onze ons als voor in met op bij van wie wat waar hoe is zijn en of na tot om door uit er ook over"
    " verwerkingsverantwoordelijke verantwoordelijke verantwoordelijk klant privacy privacyverklaring privacybeleid website avg gdpr dpo fg eu eer belgië"
    " nederland europese unie algemene verordening gegevensbescherming uavg wet artikel art begrippen definitie wanneer indien hieronder"
    " contact gegevens persoonsgegevens verwerker bedrijf onderneming naam adres mijn wijzelf verklaring beleid tenzij hierbij".split()
)
LEGAL_FORM = re.compile(
    r"\b(?:BVBA|EBVBA|BV|NV|VOF|CV|CVBA|CommV|Comm\.V\.|VZW|IVZW|GCV)\b|\b(?:B\.V\.|N\.V\.|V\.O\.F\.)|\b(?:bv|bvba|nv|vof|vzw|commv|eenmanszaak|stichting|maatschap|coöperatie|coöperatieve|vennootschap)\b"
)
POSTCODE = re.compile(
    r"(?:^|[,;(|]|\d[a-zA-Z]?|\b(?:bus|bte) ?\w{1,4}|\bte|\bin|\b[Aa]dres:?)\s*(?:B-|BE-|NL-)?[1-9]\d{3}(?: ?[A-Z]{2}\b)? +[A-Z][a-zé'-]+|\b[1-9]\d{3} [A-Z]{2}\b"
)
DASH = "–—−-"
PHONE = re.compile(
    rf"(?<![\d.])\(?(?:\+ ?\(?3[12]|00 ?3[12]|0)[ ()./{DASH}]*\d(?:[ ()./{DASH}]*\d){{7,9}}(?!\.?\d)|(?<![\d.])0[89]00(?:[ ./{DASH}]?\d){{4,7}}(?!\.?\d)"
)
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w")
NO_PHONE = re.compile(
    r"\b(?:ondernemingsnummer|vestigingsnummer|kbo|rpr|btw|kvk|iban|rekening)[\w-]{0,30}\W{0,4}(?:(?:BE|NL|nr|nummer)\b\W{0,3})?[\d. ]{8,20}|\bBE ?[01][\d. ]{8,14}",
    re.IGNORECASE,
)
REGISTER = re.compile(
    r"\b(?:ondernemingsnummer|kbo|btw|rpr|rechtspersonenregister)\D{0,40}[01]\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d.]\d)|\bBE ?[01]\d{3}[ .]?\d{3}[ .]?\d{3}\b|\b(?:kvk|kamer van koophandel|handelsregister)\D{0,40}\d{8}\b|\bNL ?\d{9}B\d{2}\b",
    re.IGNORECASE,
)
MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\.?"
DATE = re.compile(
    rf"\b(?:\d{{1,2}} )?{MONTH} (?:19|20)\d\d\b|\b\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r"\b[A-Z][\w&.'-]*+(?: [\w&.'-]++){0,4}? (?:BV|NV|bv|nv|B\.V\.|N\.V\.|Inc|LLC|Ltd|Limited|GmbH|Ireland|Sàrl|SA|SAS|vzw)\b"
)
DIGIT = re.compile(r"\d")
LETTERS = re.compile(r"\b[Gg]BA\b|\b[Vv]TC\b|(?<![\w-])AP\b")
OLD_AUTHORITY = "commissie voor de bescherming van de persoonlijke levenssfeer|privacycommissie|college bescherming persoonsgegevens|registratiekamer"
AUTHORITY_MAIL = re.compile(
    r"apd-gba\.be|gegevensbeschermingsautoriteit\.be|autoriteitpersoonsgegevens\.nl|privacycommiss\w+\.be|cbpweb\.nl|toezichtcommissie",
    re.IGNORECASE,
)
DATA_WORDS = re.compile(
    r"\b(?:\w*(?:naam|adres(?:sen)?|adresgegevens|telefoonnummers?)|namen|contactgegevens|gsm-?nummers?|e-?mailadres(?:sen)?|geboortedatum|ip-adres\w*|klantnummer|bedragen|betaalgegevens"
    r"|factuurgegevens|bankgegevens|rekeningnummer|functie|geslacht|leeftijd|foto(?:'s|materiaal)?|surfgedrag|surfgegevens|bezochte pagina's|klikgedrag|logbestanden|voorkeuren|cv|beelden)\b"  # of a text in small letters
)
RIGHTS = re.compile(
    r"\b(?:inzage|verbeter\w*|rectificatie|correctie|wissen|wissing|verwijder\w*|vergeten|beperk\w*|overdra\w*|meenemen|portab\w*|intrek\w*|klacht\w*)\b",
    re.IGNORECASE,
)
# A label over purposes with their basis, and the interest that a purpose below it gives in brackets.
FOR_INTEREST, IN_BRACKETS, CLOSE = re.compile(r"\(belang\):?$"), re.compile(r"\([^()]+ [^()]+\)\.$"), 8
BEFORE_PURPOSE = re.compile(r"^Belang \((?!art\.)[^()]+ [^()]+(?:\([^()]*\)[^()]*)*\): \w")
RESPONSIBLE = re.compile(r"verantwoordelijk", re.IGNORECASE)
# What a sentence on keeping gives in the place of a term, and the words of keeping that stand in it.
TERM = re.compile(
    r"\b(?:zo ?lang|zolang|gedurende|tot|totdat|volgens|conform|niet langer|nooit langer|een redelijke)\b[^.;]*",
    re.IGNORECASE,
)
KEEPING = re.compile(
    r"\b(?:bewa\w+|bijgehouden|bijhouden|uw|je|jouw|u|zullen|zal|alleen|enkel|slechts|ook)\b", re.IGNORECASE
)
# Words that turn “zolang als nodig” into a sentence, and add no moment to it.
FILLERS = EMPTY_WORDS | frozenset(
    "wij we zullen uw u je jouw jullie deze persoonlijke enkel alleen slechts dus ook daarna hoelang zal zullen zo kort doelstellingen doelstelling reden waarvoor ze zij hebben".split()
)


def marks_of(catalogue: Mapping[str, Any]) -> dict[str, SentenceMark]:
    """Return the marks by name. The catalogue gives authorities, the EEA and the services that are known."""
    eea = {row["code"] for row in catalogue["eea"]}
    outside = _any(_country_words(eea))
    services = _services(catalogue)
    tools, american = _any(services), _any(name for name, is_american in services.items() if is_american)
    authorities = [row["name"].lower() for row in catalogue["authorities"]]
    zone = _authority_pattern(authorities)

    def counts(pattern: re.Pattern[str]) -> SentenceMark:
        """As says, of what cannot be without a figure: most sentences have none, and looking for one is quick."""
        return lambda reading, sentence: bool(DIGIT.search(sentence.text) and pattern.search(sentence.text))

    def names_authority(reading: SourceIndex, sentence: SourceSentence) -> bool:
        """By its name or its letters; looking for plain words is quick."""
        lowered = sentence.text.lower()
        return any(name in lowered for name in authorities) or bool(LETTERS.search(sentence.text))

    def ours(found: Callable[[str], object]) -> SentenceMark:
        """Found, and not as a detail of an authority."""
        return lambda reading, sentence: (
            bool(found(sentence.text))
            and not AUTHORITY_MAIL.search(sentence.text)
            and not _in_zone(reading, sentence, zone)
        )

    return {
        "naam": lambda reading, sentence: _names_somebody(sentence.text),
        "rechtsvorm": says(LEGAL_FORM),
        "adres": ours(_has_postcode),
        "contact": ours(_can_be_reached),
        "nummer": counts(REGISTER),
        "datum": counts(DATE),
        "bedrijf": says(re.compile(f"{COMPANY.pattern}|{tools.pattern}")),
        "dienst": says(tools),
        "amerikaans": says(american),
        "land": says(outside),
        "toezichthouder": names_authority,
        "vaag": lambda reading, sentence: _is_vague(sentence.text),
        "soorten": lambda reading, sentence: (
            sentence.kind != "heading" and len(set(DATA_WORDS.findall(sentence.text.lower()))) > 1
        ),
        "apart": _stands_apart,
        "rij": lambda reading, sentence: sentence.kind in {"item", "row"},
        "belang": _names_interest,
        "zin": lambda reading, sentence: sentence.kind != "heading",
    }


def says(pattern: re.Pattern[str]) -> SentenceMark:
    """Return the mark of a sentence in which this is found."""
    return lambda reading, sentence: bool(pattern.search(sentence.text))


def _authority_pattern(authorities: Iterable[str]) -> re.Pattern[str]:
    """Return what finds an authority by its name or its letters."""
    letters = [r"\bG(?-i:BA)\b", r"\bV(?-i:TC)\b", r"(?<![\w-])(?-i:AP)\b", OLD_AUTHORITY]
    return re.compile("|".join([*map(re.escape, authorities), *letters]), re.IGNORECASE)


def _services(catalogue: Mapping[str, Any]) -> dict[str, bool]:
    """Return the services that a text may name, and whether data reaches the United States by them.

    They are those one can pick, and those of reading.yaml.
    """
    picked = {
        name: "US" in (row["parent_country"], *row["transfer_countries"])
        for row in catalogue["recipients"]
        if row["kind"] == "named"
        for name in row["name"].split(" en ")
    }
    return picked | {name: row.get("country") == "US" for row in catalogue["reading"]["tools"] for name in row["names"]}


def _any(names: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of any of these names as a whole word, with the capitals they are written with.

    The first letters are tried before the names: that is quick.
    """
    names = sorted(names, key=len, reverse=True)
    first = re.escape("".join(sorted({name[0] for name in names})))
    return re.compile(rf"(?<![\w-])(?=[{first}])(?:{'|'.join(map(re.escape, names))})(?![\w-])")


def _country_words(eea: set[str]) -> list[str]:
    """Return the countries outside the EEA as a text names them."""
    return [name for code, name in country_names().items() if code not in eea and len(name) > 3] + [
        "VS",
        "V.S.",
        "USA",
        "Amerika",
        "VK",
        "Groot-Brittannië",
        "Engeland",
    ]


def _names_somebody(text: str) -> bool:
    """Return whether a sentence about who is responsible names somebody: a word with a capital that is no ordinary word."""
    around = RESPONSIBLE.search(text)
    if not around:
        return False
    near = text[max(0, around.start() - 160) : around.end() + 160]
    return any(
        word.strip(".,'").lower() not in NO_NAMES for word in re.findall(r"(?<!\w)(?:[A-Z][\w&.'-]+|'t [A-Z]\w+)", near)
    )


def _can_be_reached(text: str) -> bool:
    """Return whether an e-mail address or a telephone number stands in a text; a register number looks like one."""
    return bool("@" in text and MAIL.search(text)) or bool(DIGIT.search(text) and PHONE.search(NO_PHONE.sub("", text)))


def _has_postcode(text: str) -> bool:
    return bool(DIGIT.search(text) and POSTCODE.search(text))


def _in_zone(reading: SourceIndex, sentence: SourceSentence, zone: re.Pattern[str]) -> bool:
    """Whether a line belongs to the address of an authority, which is named in it or in the short lines right above."""
    for one in reversed(reading.sentences[max(0, sentence.number - 4) : sentence.number + 1]):
        if one.section != sentence.section:
            return False
        if zone.search(one.text):
            return True
        if len(one.text.split()) > 12:
            return False
    return False


def _is_vague(text: str) -> bool:
    """Whether a sentence on keeping says nothing that a reader can count with: all of it, or what it gives in the place of a term."""
    words = re.findall(r"[\w'-]+", text.lower())
    if len(words) < 5 or not any(word.startswith(("bewaar", "bewaren", "bewaard", "bijge", "bijh")) for word in words):
        return False
    term = TERM.search(text)
    return set(words) <= FILLERS or bool(term and not PERIOD.search(text) and tells_no_term(KEEPING.sub(" ", term[0])))


def _stands_apart(reading: SourceIndex, sentence: SourceSentence) -> bool:
    """Whether no other right stands in the same paragraph, and the paragraph is no item in a list of rights."""
    if sentence.kind == "item":
        return False
    return not any(RIGHTS.search(one.text) for one in reading.pieces[sentence.piece])


def _names_interest(reading: SourceIndex, sentence: SourceSentence) -> bool:
    """Whether a purpose has its interest in brackets: before it, or at its end behind a word or close below a label that says that such is the interest."""
    if sentence.kind != "heading" and BEFORE_PURPOSE.search(sentence.text):
        return True
    if sentence.kind == "heading" or not IN_BRACKETS.search(sentence.text):
        return False
    return sentence.text.startswith("Belang –") or any(
        FOR_INTEREST.search(one.text) for one in reading.sentences[max(0, sentence.number - CLOSE) : sentence.number]
    )
