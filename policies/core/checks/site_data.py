"""The promise that no data goes through the website, beside all other answers (art. 5.1.a, 13.1.c).

A site without a form, figures or a tool of others is rare: who hosts it sees addresses of visitors. So whatever names the site speaks against the promise.
"""

import re
from collections.abc import Iterator

from policies.core.catalogue.variants import for_country
from policies.core.checks.cookies import measures
from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name
from policies.core.checks.texts import sentences_of
from policies.core.facts import Activity, Recipient
from policies.core.facts.fragments import quoted
from policies.core.facts.site_data import site_data

SITE_DATA = CheckRule("5.1.a-site-data", "error", "5.1.a 13.1.c 14.1.c")

SITE = r"(?<!andere )(?<!hun )(?<!zijn )(?<!haar )\b(website|webshop|webwinkel|webpagina|webstek|site)\b"
FORM = (
    r"\b(contact|web|online|vragen|reserverings?|reservatie|boekings?)-?formulier(en)?\b|\b(online|digitale?|elektronische?) \w*formulier(en)?\b"
    r"|\bformulier(en)? (op|van|via) (onze|de|deze|uw|je) (website|webshop|webwinkel|site)\b|\b(webshop|webwinkel)\b"
)
FIGURES = r"\b(bezoekcijfers|bezoekersstatistiek\w*|bezoekstatistiek\w*|websitestatistiek\w*|webstatistiek\w*|surfgedrag|klikgedrag|server-?logs?|server-?logbestanden)\b|\b(bezochte|opgevraagde|bekeken) pagina'?s?\b"
DOES = (
    r"\b(bestel\w*|boek(t|en)?|koop(t)?|kopen|reserve\w*|inschrij\w*|schrijf(t)?|schrijven|aanmeld\w*|meld(t|en)?|registre\w*|betaal(t)?|betalen|invul\w*|vul(t)?|vullen|chat\w*|solliciteer\w*|solliciteren)\b"
    r"[^.;]{0,60}\b(via|op|langs|in|van) (onze|de|deze|uw|je) (website|site)\b|\b(via|op|langs) (onze|de|deze) (website|site)\b[^.;]{0,40}\b(bestel\w*|boek(t|en)|kopen|reserve\w*|inschrij\w*|aanmelden|registre\w*|betalen|invullen|chatten|solliciteren)\b"
    r"|\b(verkoop|verkopen|bestel\w*|boek(t|en)?|reserve\w*|koopt?|kopen)\b[^.;]{0,40}\bonline\b|\bonline (verkopen|verkoop|bestellen|bestellingen|boeken|boekingen|kopen|reserveren|reserveringen)\b"
    r"|\b(servers?|logs?|logboek\w*|logbestand\w*) van (onze|de|deze) (website|site)\b"
)
TOOL = r"\b(analytics|tag manager|hotjar|clarity|matomo|plausible|\w*captcha|pixels?|(google|adobe) fonts|lettertypes?|google maps|openstreetmap|typeform|chatbot)\b"
NEWS = r"\b(nieuwsbrie(f|ven)|newsletters?|mailinglijst(en)?)\b"

NAMES = re.compile(f"{SITE}|{FORM}|{FIGURES}", re.IGNORECASE)
TEXTS = re.compile(f"{FORM}|{FIGURES}|{DOES}", re.IGNORECASE)
TOOLS = re.compile(f"{SITE}|{FORM}|{TOOL}", re.IGNORECASE)
LETTERS = re.compile(NEWS, re.IGNORECASE)
DENIED = re.compile(r"\b(geen|niet|nooit|zonder)\b", re.IGNORECASE)
ON_PAPER = re.compile(
    r"\bop papier\b|\bmondeling\b|\bschriftelijk\b|\b(in|aan|bij) (de|onze) (winkel|zaak|praktijk|balie|kassa|club|receptie)\b",
    re.IGNORECASE,
)
ON_SITE_ALONE = frozenset(
    {"google-fonts", "google-maps", "youtube", "recaptcha"}
)  # services that have no other place than a website
MOST = 3  # reasons that are told


def findings(review: Review) -> Iterator[Finding]:
    """Yield the finding where the promise that no data goes through the site is untrue (art. 5.1.a, 13.1.c)."""
    if review.facts.scope.no_site_data is not True:
        return
    against = list(dict.fromkeys(_against(review)))
    if against:
        rest = len(against) - MOST
        more = "" if rest < 1 else "; en nog één antwoord" if rest == 1 else f"; en nog {rest} antwoorden"
        yield SITE_DATA.at(
            "scope.no_site_data",
            f"U belooft dat er via uw website geen gegevens gaan, maar andere antwoorden zeggen dat het wel zo is: {'; '.join(against[:MOST])}{more}.",
            "Antwoord met nee. Klopt de belofte toch, verbeter dan die andere antwoorden.",
        )


def _against(review: Review) -> Iterator[str]:
    """Yield in Dutch what contradicts the promise: answers, activities, recipients and sentences."""
    facts = review.facts
    yield from (said for told, said in site_data(facts) if told)
    yield from (
        f"de verwerking {quoted_name(activity)}" for activity in facts.activities if _is_on_site(review, activity)
    )
    yield from (
        f"de ontvanger {quoted_name(recipient)}" for recipient in facts.recipients if _works_on_site(review, recipient)
    )
    yield from (
        f"het AI-systeem {quoted_name(system)}" for system in facts.ai_systems if _says(TOOLS, system.name, system.task)
    )
    rows = ("activities.", "recipients.", "ai_systems.", "cookies.")
    for path, text in review.prose:
        if not path.startswith(rows) and (sentence := _sentence(TEXTS, text)):
            yield f"de zin {quoted(sentence)}"


def _is_on_site(review: Review, activity: Activity) -> bool:
    keys = {*activity.groups, *(key for use in activity.uses for key in use.groups)}
    groups = [group.name for group in review.facts.groups if group.key in keys]
    items = [item.name for use in activity.uses for item in use.items]
    names = [activity.name, *groups, *(purpose.name for purpose in activity.purposes), *items]
    if _says(NAMES, *names) or _says(TEXTS, activity.story, activity.control):
        return True
    elsewhere = any(ON_PAPER.search(text) for text in (activity.name, activity.story) if text)
    return not elsewhere and _says(LETTERS, *names)


def _works_on_site(review: Review, recipient: Recipient) -> bool:
    """Return whether a recipient works on the site, by the company's answers, else by the catalogue."""
    row = review.service(recipient)
    if row is not None and (
        row["id"] in ON_SITE_ALONE or row["cookies"] and not row["id"].endswith("-page") and measures(review, row)
    ):
        return True
    task = recipient.task or (for_country(row["task"], review.country or "BE") if row is not None else None)
    return _says(
        TOOLS,
        recipient.name if recipient.kind != "category" else None,
        task,
        *(role.task for role in recipient.other_roles),
    )


def _says(pattern: re.Pattern[str], *texts: str | None) -> bool:
    return any(_sentence(pattern, text) for text in texts if text)


def _sentence(pattern: re.Pattern[str], text: str) -> str:
    """Return the first sentence that matches without denying anything; empty when there is none."""
    if not pattern.search(text):
        return ""
    return next(
        (sentence for sentence in sentences_of(text) if pattern.search(sentence) and not DENIED.search(sentence)), ""
    )
