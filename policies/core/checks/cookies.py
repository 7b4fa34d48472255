"""Cookies and similar techniques: consent where the law asks it, and what one must tell of each (art. 10/2 Act of 30 July 2018; art. 11.7a Tw)."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, missing, quoted_name, words_of
from policies.core.checks.vague_terms import tells_no_lifetime
from policies.core.facts import Activity, Cookie, Purpose
from policies.core.facts.fragments import quoted
from policies.core.facts.website import has_website

UNKNOWN = CheckRule("13-cookies-unanswered", "error", "13.1.c 13.2.a")
NONE_LISTED = CheckRule("13-cookies-list", "error", "13.1.c 13.2.a", "CHK-46")
DENIED = CheckRule("5.1.a-cookies", "error", "5.1.a 13.1.c", "CHK-46")
TOOL = CheckRule("5.1.a-cookies-tool", "error", "5.1.a 13.1.c", "CHK-45 CHK-46")
TOOL_UNSURE = CheckRule("5.1.a-cookies-tool-check", "warning", "5.1.a 13.1.c", "CHK-45 CHK-46")
MEASURED = CheckRule("13-cookies-measured", "warning", "13.1.c 5.1.a", "CHK-46")
STATISTICS = CheckRule("6.1.a-statistics", "warning", "6.1.a", "CHK-45")
FIELD = CheckRule("13-cookie-field", "error", "13.1.c 13.1.e 13.2.a", "CHK-46")
LIFETIME = CheckRule("13-cookie-lifetime", "error", "13.1.c 13.2.a", "CHK-46")
CONSENT_UNKNOWN = CheckRule("6.1.a-cookie-unanswered", "error", "6.1.a", "CHK-45")
CONSENT_NEEDED = CheckRule("6.1.a-cookie-consent", "error", "6.1.a", "CHK-45")
LOW_IMPACT = CheckRule("6.1.a-cookie-low-impact", "error", "6.1.a", "CHK-45")
NOT_LOW_IMPACT = CheckRule("6.1.a-cookie-tracking", "warning", "6.1.a", "CHK-45")
PREFERENCE = CheckRule("6.1.a-cookie-preference", "warning", "6.1.a", "CHK-45")
WITHDRAW = CheckRule("7.3-cookies", "error", "7.3 13.2.c", "CHK-08")
WITHDRAW_FAR = CheckRule("7.3-cookies-hard", "warning", "7.3", "CHK-08")
CONSENT_HOW = CheckRule("7-cookies-how", "error", "7", "CHK-45")
BROWSING_ON = CheckRule("4.11-browsing-on", "error", "4.11 7", "CHK-10")

FIELDS = {
    "name": "de naam",
    "provider": "van wie hij is",
    "kind": "de soort",
    "purpose": "waarvoor hij dient",
    "lifetime": "hoelang hij blijft staan",
    "access": "wie hem kan lezen",
}
# Going on, scrolling, leaving the notice, or a box that is ticked already: nobody pressed a button for it. “Met de knop Verder” names one.
SITE = r"(?:website|site|webshop|webwinkel|app|pagina)"
BROWSING = re.compile(
    r"\b(?:verder|blijven|blijft) (?:te )?(?:surfen|bladeren|gebruiken|gebruikt|surft|scrollen|scrolt|klikken|klikt|lezen|leest|gaan|gaat)\b|\bdoor (?:te )?(?:surfen|bladeren|gebruiken|lezen|blijven)\b|\bscroll\w*"
    rf"|\bgebruik(?:en)? van (?:de|onze|deze) {SITE}|\bdoor\b[^.;,]{{0,30}}\b{SITE}\b[^.;,]{{0,20}}\b(?:te )?(?:gebruiken|bezoeken|openen|blijven)\b|\bdoor (?:het |een )?(?:bezoek|bezoeken|gebruik|openen)\b"
    r"|\bdoor\b[^.;,]{0,20}\b(?:melding|banner|venster)\b[^.;,]{0,20}\b(?:sluiten|negeren|klikken)\b|(?<!niet )\b(?:vooraf|al|reeds|standaard) (?:aangevinkt|aangekruist|aangezet|aan)\b"
    r"|\b(?:stilzwijgend|impliciet)\w*|^\W*automatisch\W*$|\bautomatisch (?:gegeven|akkoord|aanvaard|toegestaan)\b|\bniets (?:te )?doe(?:n|t)\b",
    re.IGNORECASE,
)
BUTTON = re.compile(r"\bknop(?:pen)?\b|\bklik\w* op\b", re.IGNORECASE)
AT_ONCE = frozenset(
    "link knop klik klikken icoon icoontje vinkje schuifje schakelaar banner melding voorkeuren".split()
)
MEASURES = re.compile(
    r"\b(meten|tellen|analyseren|ontleden)\b[^.]{0,40}\b(website|site|bezoek\w*)\b|\b(website|site|bezoek\w*)\b[^.]{0,40}\b(meten|tellen|analyseren|ontleden)\b",
    re.IGNORECASE,
)
FIGURES = re.compile(
    r"\b(bezoekcijfers|bezoekersstatistiek\w*|websitestatistiek\w*|bezoekstatistiek\w*)\b", re.IGNORECASE
)
KEEPS_SAFE = re.compile(
    r"beveilig|veilig|storing|misbruik|aanval|fout|snel", re.IGNORECASE
)  # that needs no statistics of visitors
TRACKERS = frozenset("google facebook meta linkedin microsoft tiktok pinterest".split())


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about cookies and similar techniques (art. 10/2 Act of 30 July 2018; art. 11.7a Tw)."""
    cookies = review.facts.cookies
    if cookies.used is None and has_website(review.facts):
        yield UNKNOWN.at(
            "cookies.used",
            "U zei nog niet of uw website cookies of iets vergelijkbaars plaatst.",
            "Antwoord met ja of nee. Pixels en lokale opslag tellen mee.",
        )
    elif cookies.used and not cookies.placed and not cookies.policy_url:
        yield NONE_LISTED.at(
            "cookies.placed",
            "Uw website plaatst cookies, maar er staat geen enkele.",
            "Voeg elke cookie toe, of geef een link naar uw cookiebeleid.",
        )
    elif cookies.placed and cookies.used is False:
        yield DENIED.at(
            "cookies.used",
            "U antwoordde dat uw website geen cookies plaatst, maar er staan er wel.",
            "Antwoord met ja, of haal de cookies weg.",
        )
    yield from _measured(review)
    if cookies.used is False:
        yield from _placed_by_tools(review)
        return
    yield from _statistics(review)
    for cookie in cookies.placed:
        yield from _told(cookie)
        yield from _allowed(review, cookie)
    if any(cookie.consent == "consent" for cookie in cookies.placed):
        yield from _asked(review)


def _placed_by_tools(review: Review) -> Iterator[Finding]:
    """Yield a finding for each service that places cookies by the catalogue, while no cookie is used."""
    for recipient in review.facts.recipients:
        row = review.service(recipient)
        page = (
            row is not None
            and row["id"].endswith("-page")
            and not words_of(recipient.name or "") & {"insight", "tag", "pixel"}
        )
        if row is None or not row["cookies"] or page:
            continue
        sure = measures(review, row)
        yield (TOOL if sure else TOOL_UNSURE).at(
            "cookies.used",
            f"U antwoordde dat uw website geen cookies plaatst, maar {quoted_name(recipient)} {'doet dat' if sure else 'doet dat meestal'}.",
            "Antwoord met ja en voeg de cookies toe. Staat het niet op uw website, haal het dan weg bij de ontvangers."
            if sure
            else "Kijk het na in de browser. Staat het op uw website, antwoord dan met ja en voeg de cookies toe.",
        )


def measures(review: Review, row: Mapping[str, Any]) -> bool:
    """Return whether a service of the catalogue stands on a website to measure visits or to follow people.

    Such a service surely places its cookies.
    """
    kinds = {cookie["id"]: cookie["kind"] for cookie in review.library.valid("cookies", review.on)}
    return row["id"].endswith("-pixel") or any(kinds.get(name) == "statistics" for name in row["cookies"])


def _measured(review: Review) -> Iterator[Finding]:
    """Yield a finding where consent is asked to measure visits and nothing is listed that measures.

    Which tool that is, only the user knows.
    """
    cookies = review.facts.cookies
    told = (
        any(cookie.kind in {None, "statistics", "marketing"} for cookie in cookies.placed)
        or cookies.techniques
        or cookies.policy_url
    )
    if cookies.used is None or told:
        return
    if any(
        purpose.legal_basis == "consent" and _about_visits(activity, purpose)
        for activity, purpose, _ in review.purposes
    ):
        yield MEASURED.at(
            "cookies.placed",
            "U meet het bezoek van uw website na toestemming, maar er staat nog niet waarmee.",
            "Voeg de dienst waarmee u meet toe bij de ontvangers, en zijn cookies hier. Meet u zelf, voeg dan uw eigen cookie toe.",
        )


def _about_visits(activity: Activity, purpose: Purpose) -> bool:
    name = purpose.name or ""
    return bool(MEASURES.search(name) or (FIGURES.search(activity.name or "") and not KEEPS_SAFE.search(name)))


def _statistics(review: Review) -> Iterator[Finding]:
    """Yield a finding where statistics rest on an interest in a country that asks consent for all statistics."""
    if review.country is None or _low_impact_exists(review):
        return
    for activity, purpose, path in review.purposes:
        if purpose.legal_basis == "legitimate_interest" and _about_visits(activity, purpose):
            yield STATISTICS.at(
                f"{path}.legal_basis",
                f"Voor statistiek van een website ({quoted_name(purpose)}) is in België toestemming nodig.",
                "Kies toestemming als grondslag, en vraag die voordat u meet.",
            )


def _told(cookie: Cookie) -> Iterator[Finding]:
    for name, words in FIELDS.items():
        yield from missing(
            FIELD,
            cookie,
            f"cookies.placed.{cookie.key}",
            name,
            message=f"Bij de cookie {quoted_name(cookie)} ontbreekt {words}.",
            remedy="Vul het in.",
        )
    if cookie.lifetime and tells_no_lifetime(cookie.lifetime):
        yield LIFETIME.at(
            f"cookies.placed.{cookie.key}.lifetime",
            f"{quoted(cookie.lifetime)} zegt niet hoelang de cookie {quoted_name(cookie)} blijft staan.",
            "Kijk het na in de browser en vul een tijd in, bijvoorbeeld: 13 maanden, of: tot de browser sluit.",
        )
    yield from missing(
        CONSENT_UNKNOWN,
        cookie,
        f"cookies.placed.{cookie.key}",
        "consent",
        message=f"Bij de cookie {quoted_name(cookie)} staat niet of u toestemming vraagt.",
        remedy="Kies met of zonder toestemming.",
    )


def _allowed(review: Review, cookie: Cookie) -> Iterator[Finding]:
    path = f"cookies.placed.{cookie.key}.consent"
    cure = "Plaats deze cookie alleen na toestemming."
    if cookie.consent == "exempt":
        if cookie.kind in {"statistics", "marketing"}:
            low = cookie.kind == "statistics" and _low_impact_exists(review)
            more = " Is het beperkte statistiek die niemand volgt, kies dan beperkte statistiek." if low else ""
            yield CONSENT_NEEDED.at(
                path,
                f"De cookie {quoted_name(cookie)} is niet strikt nodig. Dan is toestemming verplicht.",
                cure + more,
            )
        elif cookie.kind == "preferences":
            yield PREFERENCE.at(
                path,
                f"De cookie {quoted_name(cookie)} onthoudt een voorkeur. Dat mag zonder toestemming alleen als de bezoeker er zelf om vraagt.",
                "Klopt dat, bijvoorbeeld bij een taalkeuze, dan is dit in orde. Vraag anders toestemming.",
            )
    if cookie.consent == "low_impact":
        if cookie.kind != "statistics":
            yield LOW_IMPACT.at(
                path,
                f"De cookie {quoted_name(cookie)} is geen statistiek. De uitzondering voor beperkte statistiek geldt niet.",
                cure,
            )
        elif not _low_impact_exists(review):
            yield LOW_IMPACT.at(
                path, f"Voor statistiek ({quoted_name(cookie)}) is in België altijd toestemming nodig.", cure
            )
        elif words_of(f"{cookie.name or ''} {cookie.provider or ''}") & TRACKERS or (cookie.name or "").startswith(
            "_ga"
        ):
            yield NOT_LOW_IMPACT.at(
                path,
                f"De cookie {quoted_name(cookie)} volgt bezoekers meestal meer dan beperkt.",
                "Vraag toestemming, tenzij u alle opties voor volgen en delen uitzette.",
            )


def _low_impact_exists(review: Review) -> bool:
    """Return whether the country exempts statistics with little effect on privacy.

    Without a country nothing is judged.
    """
    row = review.switch("statistics-without-consent")
    return review.country is None or (row is not None and row["value"] == "low_impact")


def _asked(review: Review) -> Iterator[Finding]:
    cookies = review.facts.cookies
    if not cookies.withdraw_how:
        yield WITHDRAW.at(
            "cookies.withdraw_how",
            "U vraagt toestemming voor cookies, maar er staat niet hoe men die weer intrekt.",
            "Schrijf op hoe, bijvoorbeeld: met de link Cookie-instellingen onderaan elke pagina.",
        )
    elif not any(word in AT_ONCE or word.startswith("cookie") for word in words_of(cookies.withdraw_how)):
        yield WITHDRAW_FAR.at(
            "cookies.withdraw_how",
            "Toestemming voor cookies geeft men met één klik. Intrekken moet even makkelijk zijn, en zo is het dat niet.",
            "Zet op elke pagina een link of knop waarmee men de keuze verandert, en noem die hier.",
        )
    if not cookies.consent_how:
        yield CONSENT_HOW.at(
            "cookies.consent_how",
            "Er staat niet hoe men toestemming voor cookies geeft.",
            "Schrijf op hoe, bijvoorbeeld: met de knop Aanvaarden.",
        )
    elif takes_browsing_for_consent(cookies.consent_how):
        yield BROWSING_ON.at(
            "cookies.consent_how",
            "Verder surfen of een vakje dat al aangevinkt is, geldt niet als toestemming.",
            "Vraag toestemming met een knop, naast een knop om te weigeren.",
        )


def takes_browsing_for_consent(how: str) -> bool:
    """Return whether one of the described ways to consent is no act of consent.

    “Met de knop OK of door verder te surfen” describes two ways.
    """
    return any(BROWSING.search(way) and not BUTTON.search(way) for way in re.split(r"\bof\b|[;,]", how))
