"""The user's own sentences beside the other answers: a term that is too long, left-overs of another company's text, tools nobody listed, another language."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, words_of
from policies.core.clauses.filters import landnaam
from policies.core.facts.periods import NUMBER_OF, UNIT_OF, WORKING_DAYS, compare, in_words, read

TERM = CheckRule("12.3-in-text", "error", "12.3", "CHK-33")
OTHER_COMPANY = CheckRule("5.1.a-other-company", "warning", "5.1.a 13.1.a", "CHK-65")
OTHER_ADDRESS = CheckRule("5.1.a-other-address", "warning", "5.1.a 12.2", "CHK-65")
UNLISTED = CheckRule("13.1.e-unlisted", "warning", "5.1.a 13.1.e 14.1.e", "CHK-12 CHK-65")
ABROAD = CheckRule("12.1-language", "info", "12.1", "CHK-59")
NOT_DUTCH = CheckRule("12.1-other-language", "warning", "12.1", "CHK-59")

WITHIN = re.compile(
    rf"\b(?:binnen|uiterlijk|na ten hoogste|hooguit|maximaal)\b[^.]{{0,20}}?\b(\d{{1,3}}|{'|'.join(NUMBER_OF)}) ({'|'.join((*UNIT_OF, *WORKING_DAYS))})\b",
    re.IGNORECASE,
)
ANSWERS = re.compile(r"\b(antwoord\w*|beantwoord\w*|reageren|reageert|reactie|verzoek\w*|gevolg)\b", re.IGNORECASE)
LONGER = re.compile(
    r"\b(verleng\w*|langer|ingewikkeld\w*|complex\w*|moeilijk\w*|uitzonderlijk\w*|retour\w*|terugstur\w*|betal\w*|bewa\w+|wissen|gewist)\b",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r"\b([A-ZÉÈ][\w&'’-]*(?: [A-ZÉÈ&][\w&'’-]*){0,3}) (?i:bv|b\.v\.|nv|n\.v\.|bvba|vof|v\.o\.f\.|vzw|commv|gmbh|ltd|inc)\b[^.]{0,60}?"
    r"\b(?:verantwoordelijk\w*|hecht|respecteert|beschermt|verwerkt (?:uw|je|jouw|persoons\w*|de)|verzamelt|hierna)\b",
)
FORM = re.compile(
    r" (?:bv|b\.v|nv|n\.v|vof|v\.o|vzw|comm|gmbh|ltd|inc)", re.IGNORECASE
)  # most texts name no form, and are done here
ADDRESS = re.compile(r"[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,5})")
# Services that the catalogue of recipients does not have; a text names them only when it speaks of a company's tools.
SERVICES = (
    "Google Tag Manager",
    "Facebook Pixel",
    "Meta Pixel",
    "Intercom",
    "Klarna",
    "Adyen",
    "Multisafepay",
    "Lightspeed",
    "Dropbox",
    "Typeform",
    "Matomo Cloud",
    "WhatsApp",
    "YouTube-video's",
    "YouTube-filmpjes",
)
NETWORKS = frozenset(
    "youtube linkedin facebook instagram whatsapp".split()
)  # a text may speak of these as places to meet
FAMILIES = frozenset("google facebook meta microsoft".split())  # who uses one service of theirs does not use them all
DENIES = re.compile(r"\b(geen|niet|nooit)\b", re.IGNORECASE)
OWN_WORDS = re.compile(r"sections\..*|style\.opening|activities\.[^.]+\.(story|control)|security\.explanation")
DUTCH = frozenset(
    "de het een en van dat die in te is op met voor niet zijn wij we aan u uw je er om ook als naar bij of door over".split()
)
FOREIGN = (
    frozenset(
        "the and of to is that for with your our you are this we by on or from le la les et des du vous nous votre nos est pour dans que une sur der die und das ist wir sie mit für ein".split()
    )
    - DUTCH
)
SPEAK_DUTCH = {"BE", "NL"}


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about the user's sentences that contradict the other answers or come from elsewhere."""
    known, domains, tools = _names(review), _domains(review), _tools(_services(review))
    for path, text in review.prose:
        if OWN_WORDS.fullmatch(path):
            yield from _left_overs(path, text, known, domains)
            yield from _unlisted(path, text, known, tools)
            yield from _language(path, text)
        if path.startswith(("sections.", "rights.", "style.")):
            yield from term_in(review, path, text)
    abroad = [code for code in review.facts.scope.customer_countries if code not in SPEAK_DUTCH]
    if abroad:
        places = " en ".join(filter(None, (", ".join(map(landnaam, abroad[:-1])), landnaam(abroad[-1]))))
        yield ABROAD.at(
            "scope.customer_countries",
            f"U hebt klanten in {places}. Deze verklaring is in het Nederlands: begrijpen zij dat?",
            "Spreekt u hen in een andere taal aan, geef hun dan ook een verklaring in die taal. Is al uw werk in het Nederlands, dan is dit in orde.",
        )


def term_in(review: Review, path: str, text: str) -> Iterator[Finding]:
    """Yield a finding for a term in a text that is longer than the law gives for an answer."""
    limit = review.switch("answer-term")
    for line in re.split(r"(?<=[.!?])\s+|\n", text):
        if limit and ANSWERS.search(line) and not LONGER.search(line):
            for within in WITHIN.finditer(line):
                if compare(*read(within[1], within[2]), limit["value"], limit["unit"]) > 0:
                    yield TERM.at(
                        path,
                        f"Deze zin geeft u {within[1]} {within[2]} om te antwoorden. De wet geeft {in_words(limit['value'], limit['unit'])}.",
                        "Haal deze zin weg. De termijn staat al in de verklaring.",
                    )


def _left_overs(path: str, text: str, known: frozenset[str], domains: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding for each piece that seems taken from another company's statement."""
    for other in COMPANY.finditer(text) if FORM.search(text) else ():
        if not words_of(other[1]) & known:
            yield OTHER_COMPANY.at(
                path,
                f"Hier staat een andere onderneming: “{other[1]}”. Komt deze tekst uit een voorbeeld?",
                "Schrijf uw eigen naam, of voeg die onderneming toe bij de ontvangers of bij samen verantwoordelijk.",
            )
    for address in ADDRESS.finditer(text) if "@" in text else ():
        if not any(address[1].lower().endswith(domain) for domain in domains):
            yield OTHER_ADDRESS.at(
                path,
                f"Het adres {address[0]} hoort bij geen enkele naam in uw antwoorden. Komt deze tekst uit een voorbeeld?",
                "Kijk na of het uw eigen adres is.",
            )


def _unlisted(path: str, text: str, known: frozenset[str], tools: re.Pattern[str]) -> Iterator[Finding]:
    """Yield a finding for each service that a text names and that no recipient, cookie or other answer covers."""
    for tool in _named(tools, text):
        words = words_of(tool)
        if not words <= known and not (words - FAMILIES) & known:
            yield UNLISTED.at(
                path,
                f"U noemt {tool}, maar dat staat niet bij uw ontvangers of cookies.",
                "Gebruikt u het, voeg het dan toe bij de ontvangers. Anders: haal het hier weg.",
            )


def _services(review: Review) -> tuple[str, ...]:
    rows = [row["name"] for row in review.library.valid("recipients", review.on) if row["kind"] == "named"]
    return (*SERVICES, *(name for name in rows if isinstance(name, str) and not words_of(name) & NETWORKS))


@lru_cache(maxsize=2048)  # at every check of a company again, and few texts changed since
def _named(tools: re.Pattern[str], text: str) -> tuple[str, ...]:
    """Return the services that a text names without denying them, each once."""
    if not tools.search(text):
        return ()
    lines = [line for line in re.split(r"(?<=[.!?])\s+|\n", text) if not DENIES.search(line)]
    return tuple({tool[1].lower(): tool[1] for line in lines for tool in tools.finditer(line)}.values())


@cache
def _tools(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any of these names.

    A short one matches only as it is written: Zoom is a service and a zoom is none.
    """
    return re.compile(
        r"\b(" + "|".join(f"(?-i:{re.escape(name)})" if len(name) <= 4 else re.escape(name) for name in names) + r")\b",
        re.IGNORECASE,
    )


def _names(review: Review) -> frozenset[str]:
    """Return the words of every name that the answers hold.

    They are those of the company, recipients, cookies, networks and systems.
    """
    facts = review.facts
    rows = [
        facts.controller.legal_name,
        facts.controller.parent_name,
        facts.controller.group_name,
        *facts.scope.apps,
        *facts.controller.trade_names,
        facts.representative.name,
        facts.contact.name,
        facts.dpo.name,
        *(name for row in facts.recipients for name in (row.name, row.entity, row.task, row.limits, row.own_use)),
        *(row.name for row in facts.joint_controllers),
        *(name for row in facts.cookies.placed for name in (row.name, row.provider, row.purpose)),
        *(row.network for row in facts.links.profiles),
        *(row.name for row in facts.ai_systems),
        *(row.source_detail for row in facts.activities),
        *(used.use.source_detail for used in review.uses),
        *(used.activity.name for used in review.uses),
        *facts.cookies.techniques,
    ]
    return words_of(" ".join(re.sub(r"[.,;:()/]", " ", row) for row in rows if row))


def _domains(review: Review) -> frozenset[str]:
    """Return the ends of addresses that the answers hold: of mail, of the web, and of the authorities."""
    facts = review.facts
    mails = [
        facts.controller.email,
        facts.contact.email,
        *(row.email for row in facts.contact.others),
        facts.dpo.email,
        facts.representative.email,
        facts.rights.email,
        facts.security.report_email,
    ]
    sites = [
        *facts.scope.websites,
        facts.contact.form_url,
        facts.rights.url,
        *(url for row in facts.recipients for url in (row.privacy_url, row.opt_out_url, row.safeguard_url)),
    ]
    law = [value for row in review.library.valid("authorities", review.on) for value in (row["email"], row["web"])]
    hosts = [
        re.sub(r"^.*@|^https?://(www\.)?|/.*$", "", address.lower()) for address in (*mails, *sites, *law) if address
    ]
    return frozenset(".".join(host.split(".")[-2:]) for host in hosts)


def _language(path: str, text: str) -> Iterator[Finding]:
    words = re.findall(r"[\w'’]+", text.lower())
    if len(words) >= 8:
        dutch, foreign = (sum(word in common for word in words) for common in (DUTCH, FOREIGN))
        if foreign > len(words) * 0.2 and foreign > 2 * dutch:
            yield NOT_DUTCH.at(
                path,
                "Dit stuk is niet in het Nederlands, de rest van de verklaring wel.",
                "Schrijf het in het Nederlands. Voor lezers in een andere taal maakt u een eigen verklaring.",
            )
