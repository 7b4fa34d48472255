"""A period held beside its own reason (art. 5.1.e), and the lifetime of a cookie beside the period of the figures that it makes.

A reason speaks of a length in four ways: it names another period, it names a law that has another, its work is done long before, or its work needs longer.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from policies.core.checks import cookies, retention_law
from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Length, Review, length_of, quoted_name
from policies.core.facts import Activity, Cookie, RetentionRule
from policies.core.facts.fragments import quoted
from policies.core.facts.periods import NUMBER_OF, UNIT_OF, compare, in_words, read

OTHER_PERIOD = CheckRule("5.1.e-reason-period", "warning", "5.1.e 13.2.a")
OTHER_LAW = CheckRule("5.1.e-reason-law", "warning", "5.1.e 13.2.a 6.3")
OUTLIVES = CheckRule("5.1.e-outlives-reason", "warning", "5.1.e 13.2.a")
FALLS_SHORT = CheckRule("5.1.e-short-of-reason", "warning", "5.1.e 13.2.a")
SAME_AS_COOKIE = CheckRule("13.2.a-cookie-term", "warning", "13.2.a 13.1.c")


# --- periods in a reason -----------------------------------------------------------------------------------------

COUNTS = "|".join(
    word for word in NUMBER_OF if word not in {"een", "één", "eén"}
)  # “om een maand met de vorige te vergelijken” names no period
UNITS = "|".join(sorted(UNIT_OF, key=len, reverse=True))
PERIOD = re.compile(rf"\b(\d{{1,3}}|{COUNTS})[ -](?:volle |hele )?({UNITS})(?:lang)?\b", re.IGNORECASE)
YEARLY = re.compile(rf"\b(\d{{1,3}}-?|{COUNTS})jarige?\b", re.IGNORECASE)  # “de tienjarige termijn”
AT_MOST = re.compile(
    r"\b(?:hooguit|hoogstens|ten hoogste|maximaal|maximum|maximale|niet langer dan|niet meer dan|uiterlijk)\b",
    re.IGNORECASE,
)
AT_LEAST = re.compile(
    r"\b(?:minstens|ten minste|tenminste|minimaal|minimum|minimale|op zijn minst|niet korter dan)\b", re.IGNORECASE
)
LASTS = re.compile(
    r"\b(?:garantie\w*|waarborg\w*|verja\w+|aansprakelijk\w*|vordering\w*|claim\w*)\b", re.IGNORECASE
)  # it ends, and may end sooner than the data
KEEPS = re.compile(
    r"\b(?:\w*bewa(?:ar|ren|art|ard)\w*|bijhouden|bij te houden|bijgehouden|houden|\w*termijn\w*|\w*wet\w*|wettelijk\w*|verplicht\w*|eist|eisen|vraagt|vragen|opleg\w*|voorschrijf\w*|voorgeschreven"
    r"|verantwoorden|aantonen|bewijzen|voorleggen)\b",
    re.IGNORECASE,
)

# --- laws, and what ends or needs time ---------------------------------------------------------------------------

LAWS = (  # words of a reason, and the row of retention.yaml with the period of that law in each country
    (
        re.compile(
            r"\b(?:boekhoud(?:wet\w*|recht\w*|plicht\w*|kundige (?:verplichting\w*|bewaarplicht|bewaartermijn)|verplichting\w*)|fiscale (?:wet\w*|bewaarplicht|bewaartermijn|verplichting\w*|regels)|belastingwet\w*|belastingplicht"
            r"|administratieplicht|btw-wet\w*|btw-wetboek|wib|awr)\b",
            re.IGNORECASE,
        ),
        {"BE": "RET-BE-01", "NL": "RET-NL-01"},
    ),
    (re.compile(r"\bcamerawet\w*\b", re.IGNORECASE), {"BE": "RET-BE-05"}),
    (
        re.compile(r"\b(?:anti-?witwas\w*|witwaswet\w*|wwft)\b", re.IGNORECASE),
        {"BE": "RET-BE-10 RET-BE-10e", "NL": "RET-NL-10 RET-NL-10e"},
    ),
    (
        re.compile(r"\b(?:wgbo|kwaliteitswet|patiëntenrechten\w*|dossierplicht)\b", re.IGNORECASE),
        {"BE": "RET-BE-11", "NL": "RET-NL-11"},
    ),
    (re.compile(r"\bsociale documenten\b", re.IGNORECASE), {"BE": "RET-BE-03"}),
    (re.compile(r"\bwettelijke (?:garantie|waarborg)\b", re.IGNORECASE), {"BE": "RET-BE-12"}),
)
MORE_THAN_THE_LAW = re.compile(
    r"\b(?:onroerend\w*|gebouw\w*|herziening|oss|geschil\w*|vordering\w*|verja\w+|rechtszaak|aansprakelijk\w*|verweren|verdedigen|daarna|bovendien|ook om|en om)\b",
    re.IGNORECASE,
)

DO = r"(?:te )?(?:kunnen )?"
DONE = (  # work that is done, and how long data may stay for it at most
    (
        re.compile(
            rf"\b(?:{DO}(?:leveren|bezorgen|verzenden|opsturen|thuisbezorgen)|(?:de|uw|je|een) levering|(?:bestelling\w*|aankoop|order|opdracht|pakje\w*) {DO}(?:uitvoeren|uit te (?:kunnen )?voeren|afhandelen|af te (?:kunnen )?handelen|verwerken|versturen|klaarmaken))\b",
            re.IGNORECASE,
        ),
        (2, "year"),
        "De levering",
    ),
    (
        re.compile(
            rf"\b(?:vraag|vragen|bericht|berichten|e-mails?|aanvra(?:ag|gen)|verzoek(?:en)?|formulier)\b.*\b(?:be)?antwoorden\b|\b(?:om|te|kunnen) antwoorden op\b|\bop\b.*\b{DO}antwoorden\b|\b(?:beantwoorden|beantwoording) van\b",
            re.IGNORECASE,
        ),
        (3, "year"),
        "Het antwoord",
    ),
    (
        re.compile(
            rf"\b(?:afspra(?:ak|ken)|reserverin\w+|boekin\w+) {DO}(?:plannen|maken|bevestigen|nakomen|inplannen)\b|\baan (?:de|uw|je|een) afspraak {DO}herinneren\b",
            re.IGNORECASE,
        ),
        (3, "year"),
        "De afspraak",
    ),
    (
        re.compile(
            rf"\b(?:offertes?|bestek|prijsopgave) {DO}(?:\w*maken|\w*sturen|bezorgen|opstellen)\b", re.IGNORECASE
        ),
        (3, "year"),
        "De offerte",
    ),
    (
        re.compile(rf"\b(?:betaling\w*|aankoop) {DO}(?:verwerken|ontvangen|uitvoeren|innen)\b", re.IGNORECASE),
        (3, "year"),
        "De betaling",
    ),
    (
        re.compile(
            rf"\b(?:kandida\w+|sollicita\w+|cv's?) {DO}(?:beoordelen|kiezen|vergelijken|selecteren)\b|\bvacature {DO}invullen\b",
            re.IGNORECASE,
        ),
        (2, "year"),
        "De keuze",
    ),
    (
        re.compile(
            rf"\b(?:website|site|webwinkel|webshop|pagina's?) {DO}(?:(?:laten )?werken|tonen|laden)\b|\b(?:winkelmand\w*|sessie|aangemeld|ingelogd)\b",
            re.IGNORECASE,
        ),
        (2, "year"),
        "Het bezoek",
    ),
)
STAYS = re.compile(
    r"\b(?:garantie\w*|waarborg\w*|klacht\w*|geschil\w*|vordering\w*|bewij\w+|aan(?:ge)?to\w+|verantwoord\w*|\w*controle\w*|\w*belasting\w*|fiscaal|fiscale|btw|\w*wet\w*|wettelijk\w*|verplicht\w*|verja\w+|aansprakelijk\w*"
    r"|vervolgvra\w+|later|volgende?|opnieuw|achteraf|terug\w*|nadien|onderhoud\w*|herstel\w*|nabestel\w*|inspectie\w*|dossier|boekhouding)\b",
    re.IGNORECASE,
)
YEARS_APART = re.compile(
    r"\bvergelijk\w*\b.*\b(?:(?:vorige?|voorbije|afgelopen|eerdere?) (?:jaar|jaren|seizoen\w*|editie)|(?:het )?jaar (?:ervoor|daarvoor|voordien)|jaar (?:met|op) jaar)\b"
    r"|\b(?:(?:vorige?|voorbije|eerdere?) (?:jaar|jaren|seizoen\w*|editie)|jaar met jaar|jaren met elkaar|(?:het )?jaar (?:ervoor|daarvoor))\b.*\bvergelijk\w*\b|\b(?:een|elk) (?:seizoen|jaar) met (?:het|een) (?:vorige|ander)\w*\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ReasonLengths:
    """The lengths that a reason speaks of.

    `least` and `most` bound the term, by the periods that are `named`. `laws` are rows of the catalogue by country. `done` is work with how long
    data may stay for it. `years` says that years are compared.
    """

    named: tuple[Length, ...] = ()
    least: Length | None = None
    most: Length | None = None
    laws: Mapping[str, str] | None = None
    done: tuple[tuple[str, Length], ...] = ()
    years: bool = False


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about periods that contradict their own reason (art. 5.1.e), and lifetimes of cookies."""
    used = {use.get("retention") for use in review.uses}
    rules = (
        (rule, length)
        for rule in review.facts.retention_rules
        if rule.key in used and rule.reason and (length := length_of(rule)) and not rule.nothing_kept
    )
    found = [(rule, finding) for rule, length in rules if (finding := _judged(review, rule, length))]
    if found:
        told = {finding.path for finding in retention_law.findings(review)}
        yield from (finding for rule, finding in found if not _told(review, rule, told))
    yield from _copied(review)


def _told(review: Review, rule: RetentionRule, paths: set[str]) -> bool:
    """Return whether a finding about the law concerns this period already: one fault is reported once."""
    path = f"retention_rules.{rule.key}."
    return any(one.startswith(path) for one in paths) or any(
        used.where("retention") in paths for used in review.uses if used.get("retention") == rule.key
    )


def _judged(review: Review, rule: RetentionRule, length: Length) -> Finding | None:
    path, reason, term = f"retention_rules.{rule.key}.reason", rule.reason or "", in_words(*length)
    if other := other_period(rule):
        return OTHER_PERIOD.at(
            path,
            f"U bewaart {term}, maar de reden noemt {in_words(*other)}: {quoted(reason)}.",
            "Maak de termijn en de reden gelijk, of leg uit waarom ze verschillen.",
        )
    if law := other_law(review, rule):
        return OTHER_LAW.at(
            path,
            f"U bewaart {term}, maar de wet in de reden vraagt {in_words(law['number'], law['unit'])}: {quoted(reason)}.",
            f"Bewaar {in_words(law['number'], law['unit'])}, of schrijf op waarom het langer of korter is.",
        )
    if rule.law:
        return None
    if done := _outlived(rule, length):
        what, (number, unit) = done
        return OUTLIVES.at(
            path,
            f"{what} is veel sneller gedaan dan na {term}. De reden {quoted(reason)} verklaart die termijn niet.",
            f"Maak de termijn korter, hooguit {in_words(number, unit)}. Of schrijf op waarom u zo lang bewaart, bijvoorbeeld om een klacht te kunnen behandelen.",
        )
    if _lengths_in(reason).years and compare(*length, 1, "year") < 0:
        return FALLS_SHORT.at(
            path,
            f"Na {term} kunt u geen jaar met een ander jaar vergelijken. De reden {quoted(reason)} past niet bij die termijn.",
            "Bewaar minstens 1 jaar, bijvoorbeeld 14 maanden. Of schrijf op waar u de gegevens zo kort voor nodig hebt.",
        )
    return None


def other_period(rule: RetentionRule) -> Length | None:
    """Return the period that the reason names and that the term contradicts; None when there is none. A term that is at least or at most so long leaves room on one side."""
    reason, length = _lengths_in(rule.reason or ""), length_of(rule)
    if not reason.named or rule.bound == "usually" or length is None:
        return None
    if any(compare(*length, *one) == 0 for one in reason.named):
        return None
    if reason.least and rule.bound != "at_least" and compare(*length, *reason.least) < 0:
        return reason.least
    return reason.most if reason.most and rule.bound != "at_most" and compare(*length, *reason.most) > 0 else None


@lru_cache(maxsize=2048)
def _lengths_in(reason: str) -> ReasonLengths:
    """Return what a reason says of lengths, by its words alone."""
    laws = next((ids for words, ids in LAWS if words.search(reason)), None)
    done = () if STAYS.search(reason) else tuple((what, limit) for words, limit, what in DONE if words.search(reason))
    return ReasonLengths(*_bounds(reason), laws, done, bool(YEARS_APART.search(reason)))


def _bounds(reason: str) -> tuple[tuple[Length, ...], Length | None, Length | None]:
    """Return the periods that a reason names, and the least and the most that the term may be.

    There are none when the reason does not speak of keeping.
    """
    found = [read(number, unit) for number, unit in PERIOD.findall(reason)] + [
        read(count.strip("-"), "jaar") for count in YEARLY.findall(reason)
    ]
    if not found:
        return (), None, None
    first = found[0]
    if AT_MOST.search(reason):
        return tuple(found), None, first
    if AT_LEAST.search(reason):
        return tuple(found), first, None
    if LASTS.search(reason):
        return tuple(found), None, (first[0] + 1, "year") if first[1] == "year" else first
    return (tuple(found), first, first) if KEEPS.search(reason) else ((), None, None)


def other_law(review: Review, rule: RetentionRule) -> Mapping[str, Any] | None:
    """Return the row of the catalogue with the period of the law that the reason names, when the term contradicts it and no law stands beside it."""
    reason, length = rule.reason or "", length_of(rule)
    if rule.law or review.country is None or length is None:
        return None
    wanted = (_lengths_in(reason).laws or {}).get(review.country, "").split()
    row = (
        next((row for row in review.rows("retention") if row["id"] in wanted and row["number"]), None)
        if wanted
        else None
    )
    if row is None:
        return None
    difference = compare(*length, row["number"], row["unit"])
    wrong = (
        difference > 0
        if row["kind"] == "maximum"
        else difference < 0 or (difference > 0 and not MORE_THAN_THE_LAW.search(reason))
    )
    return row if wrong else None


def _outlived(rule: RetentionRule, length: Length) -> tuple[str, Length] | None:
    """Return the work of a reason that ends long before the term, and how long data may stay for it; None otherwise."""
    return next(
        ((what, limit) for what, limit in _lengths_in(rule.reason or "").done if compare(*length, *limit) > 0),
        None,
    )


# --- cookies -----------------------------------------------------------------------------------------------------

FIGURES = re.compile(
    r"\b(?:\w*bezoekcijfers|\w*statistiek\w*|analytics|meting\w*|webanalyse|bezoek aan onze (?:web)?site)\b",
    re.IGNORECASE,
)


def _copied(review: Review) -> Iterator[Finding]:
    """Yield a finding for a cookie that measures visits and stays as long as the figures are kept.

    These are two things with two lengths, of which one is easily copied from the other.
    A period that the user looked at within a year is passed over.
    """
    placed = [
        (cookie, length)
        for cookie in review.facts.cookies.placed
        if cookie.kind == "statistics" and (length := lifetime(cookie))
    ]
    if not placed:
        return
    measuring = {activity.key for activity in review.facts.activities if _measures(activity)}
    rules = {used.get("retention") for used in review.uses if used.activity.key in measuring}
    for cookie, length in placed:
        for rule in review.facts.retention_rules:
            if (
                rule.key in rules
                and (kept := length_of(rule))
                and compare(*kept, *length) == 0
                and not review.looked_lately(rule)
            ):
                yield SAME_AS_COOKIE.at(
                    f"cookies.placed.{cookie.key}.lifetime",
                    f"De cookie {quoted_name(cookie)} blijft even lang staan als u de bezoekcijfers bewaart: {in_words(*length)}. Dat zijn twee verschillende termijnen.",
                    "Kijk in de browser hoelang de cookie echt blijft staan, en in het meetprogramma hoelang het de cijfers bewaart. Klopt het toch, vul dan bij de bewaartermijn in wanneer u dat nakeek.",
                )
                break


def _measures(activity: Activity) -> bool:
    return (
        activity.catalogue_id == "ACT-20"
        or bool(FIGURES.search(activity.name or ""))
        or any(cookies.MEASURES.search(purpose.name or "") for purpose in activity.purposes)
    )


def lifetime(cookie: Cookie) -> Length | None:
    """Return how long a cookie stays, when its lifetime is one period and nothing else."""
    found = PERIOD.findall(cookie.lifetime or "") or re.findall(
        rf"^\W*(een|één) ({UNITS})\W*$", cookie.lifetime or "", re.IGNORECASE
    )
    return read(*found[0]) if len(found) == 1 else None
