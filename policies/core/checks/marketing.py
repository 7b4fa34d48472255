"""Direct marketing: art. 21.2–3 and, beside the legal basis, art. XII.13 WER or art. 11.7 Tw."""

import re
from collections.abc import Iterator

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name, words_of
from policies.core.checks.rights import hurdle
from policies.core.facts import Activity, Cookie, Purpose, Recipient, follow

UNKNOWN = CheckRule("21.2-unanswered", "error", "21.2 21.4 13.2.b", "CHK-07")
NO_PURPOSE = CheckRule("13.1.c-marketing", "error", "13.1.c 21.2", "CHK-04")
DENIED = CheckRule("5.1.a-marketing", "error", "5.1.a 21.2", "CHK-07")
DENIED_UNSURE = CheckRule("5.1.a-marketing-check", "warning", "5.1.a 21.2", "CHK-07")
STOP = CheckRule("21.3-stop", "error", "21.2 21.3 12.2", "CHK-07")
STOP_HARD = CheckRule("21.3-hard", "warning", "21.3 12.2", "CHK-07")
CHANNELS = CheckRule("21.2-channels", "warning", "21.2")
CONSENT = CheckRule("13-eprivacy-consent", "error", "6.1.a", "CHK-48")
CONDITIONS = CheckRule("13-eprivacy-conditions", "error", "6.1.f 21.2", "CHK-48")
BASIS = CheckRule("6.1-marketing", "error", "6.1 21.2", "CHK-48")
UNRULED = CheckRule("21.2-rule", "warning", "21.2 6.1", "CHK-48")
STRANGERS = CheckRule("13-eprivacy-strangers", "error", "6.1.a 21.2", "CHK-48")
PROSPECTS = CheckRule("13-eprivacy-prospects", "warning", "6.1.a 21.2", "CHK-48")
NO_RULE = CheckRule("13-eprivacy-channel", "error", "6.1.a 21.2", "CHK-48")
TELESALES = CheckRule("11.7-telesales", "error", "6.1.a 21.2", "CHK-49")
TELESALES_UNSURE = CheckRule("11.7-telesales-check", "warning", "6.1.a 21.2", "CHK-49")

THREE = {
    "own_similar": "het alleen gaat om eigen, gelijksoortige producten of diensten",
    "address_from_sale": "u het adres kreeg bij een verkoop of dienst",
    "objection_offered": "men gratis kan weigeren, meteen en in elk bericht",
}
ELECTRONIC = {"email": "e-mail", "sms": "sms of chatbericht"}
NO_CUSTOMERS = frozenset(
    "prospecten prospect leads lead geïnteresseerden geïnteresseerde bezoekers websitebezoekers vragenstellers kandidaten sollicitanten".split()
)
SENDS = re.compile(
    r"\b(nieuwsbrief|nieuwsbrieven|reclame|promoties?|aanbiedingen|reclamemails?|mailings?)\b[^.]{0,25}\b(\w*sturen|mailen|krijgen|bezorgen)\b|^(nieuwsbrief|reclame|direct marketing)$",
    re.IGNORECASE,
)
ADVERTISES = re.compile(r"nieuwsbrief|reclame|marketing|mailing|promo|aanbieding|advert", re.IGNORECASE)
# Advertisements that follow a person; to count which advertisement brought somebody is none.
ADS = r"\b(?:advertenties|reclame|banners|aanbiedingen)\b"
REMARKETS = re.compile(
    r"\b(?:re-?marketing\w*|re-?targeting\w*|retarget\w*|custom audiences?|lookalike\w*|interessegericht\w*)\b"
    rf"|\b(?:gepersonaliseerde|persoonlijke|gerichte|relevante) {ADS}"
    rf"|{ADS}[^.]{{0,60}}\b(?:afstemmen|afgestemd|op maat|aanpassen|passen bij|past bij|personaliseren|elders|andere websites|andere sites|opnieuw|aan wie|aan bezoekers|aan mensen|interesses?)\b"
    rf"|{ADS}[^.]{{0,40}}\b(?:op basis van|volgens|naar)\b[^.]{{0,40}}\b(?:bezoek\w*|\w*gedrag|interesses?|profiel\w*)\b"
    rf"|\b(?:opnieuw|elders|andere websites|andere sites|interesses?)\b[^.]{{0,60}}{ADS}|\b(?:profiel|profielen|doelgroep\w*)\b[^.]{{0,40}}{ADS}|\bstemt\b[^.]{{0,40}}{ADS}[^.]{{0,20}}\baf\b"
    rf"|\b(?:herken\w*|volg\w*|bezoekers|mensen|wie)\b[^.]{{0,60}}{ADS}[^.]{{0,15}}\b(?:te tonen|tonen|toont|zien)\b"
    r"|\b(?:andere websites|andere sites|elders|facebook|instagram|google|sociale media)\b[^.]{0,40}\b(?:opnieuw|terug)\b|\bopnieuw\b[^.]{0,30}\b(?:facebook|instagram|google|sociale media|andere websites|andere sites)\b",
    re.IGNORECASE,
)
NO_ADS = re.compile(r"\b(?:geen|niet|nooit|zonder)\b", re.IGNORECASE)
# Cookies of pixels that networks of advertisements know people by, whatever the owner calls their purpose.
PIXELS = re.compile(
    r"_fb[pc]|fr|IDE|DSID|NID|MUID|_uet[sv]id|li_fat_id|li_sugr|bcookie|UserMatchHistory|_ttp|_tt_\w+|_pin_unauth|_pinterest\w*|personalization_id|muc_ads|_scid|cto_\w+|criteo\w*|__adroll\w*",
    re.IGNORECASE,
)
PIXEL_WORDS = frozenset("pixel meta-pixel facebook-pixel retargeting remarketing criteo adroll doubleclick".split())
RULE_REMEDY = (
    "Ga naar het doel van die verwerking en kies de regel onder “Alleen bij reclame”, bijvoorbeeld: alleen met toestemming vooraf. "
    "Is er nog geen verwerking voor de reclame, maak die dan eerst."
)
MAY_BE_CHARITY = {"stichting", "vereniging", "informele_vereniging", "vzw", "ivzw"}
PUBLISHES = re.compile(r"\b(dagblad|weekblad|maandblad)(en)?\b|\b(krant|tijdschrift|magazine|loterij)", re.IGNORECASE)


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about direct marketing (art. 21.2–3; art. XII.13 WER or art. 11.7 Tw)."""
    used = review.facts.marketing.used
    purposes = [(purpose, path) for _, purpose, path in review.purposes if purpose.marketing_rule]
    if is_asked(review):
        yield UNKNOWN.at(
            "marketing.used",
            "U zei nog niet of u reclame of een nieuwsbrief stuurt.",
            "Antwoord met ja of nee. Tegen reclame mag men altijd nee zeggen.",
        )
    elif used:
        yield from _practice(review, [purpose for purpose, _ in purposes])
    elif purposes and used is False:
        yield DENIED.at(
            "marketing.used",
            f"U antwoordde dat u geen reclame stuurt, maar het doel {quoted_name(purposes[0][0])} is reclame.",
            "Antwoord met ja, of maak bij dat doel de regel voor reclame leeg.",
        )
    else:
        yield from _remarkets(review)
    for activity, purpose, path in review.purposes:
        if purpose.marketing_rule:
            yield from _rule(review, purpose, path)
            yield from _whose(review, activity, purpose, path)
        elif purposes and SENDS.search(purpose.name or ""):
            yield UNRULED.at(
                f"{path}.marketing_rule",
                f"Het doel {quoted_name(purpose)} lijkt reclame, maar er staat niet welke regel ervoor geldt.",
                "Kies de regel onder “Alleen bij reclame”. Is het geen reclame, zeg het dan anders.",
            )


def _remarkets(review: Review) -> Iterator[Finding]:
    """Yield a finding where advertising is denied while a cookie, a purpose or a service shows advertisements.

    It is sure by the user's own words, else by the pixel.
    """
    cookies, recipients = review.facts.cookies.placed, review.facts.recipients
    told = (
        [(row, row.purpose) for row in cookies]
        + [(purpose, purpose.name) for _, purpose, _ in review.purposes]
        + [(row, row.task) for row in recipients]
    )
    sure = next((row for row, words in told if words and REMARKETS.search(words) and not NO_ADS.search(words)), None)
    pixel: Cookie | Recipient | None = next(
        (row for row in cookies if row.kind in {None, "marketing"} and PIXELS.fullmatch(row.name or "")), None
    )
    pixel = pixel or next((row for row in recipients if words_of(row.name or "") & PIXEL_WORDS), None)
    if sure:
        yield DENIED.at(
            "marketing.used",
            f"U antwoordde dat u geen reclame stuurt, maar {quoted_name(sure)} dient om mensen reclame te tonen.",
            "Antwoord met ja en kies “Sociale media en advertenties”, of haal het weg.",
        )
    elif pixel:
        yield DENIED_UNSURE.at(
            "marketing.used",
            f"U antwoordde dat u geen reclame stuurt, maar {quoted_name(pixel)} dient meestal om mensen elders reclame te tonen.",
            "Is dat zo, antwoord dan met ja en kies “Sociale media en advertenties”. Meet u er alleen mee, schrijf dat dan als reden op.",
        )


def is_asked(review: Review) -> bool:
    """Return whether the question is open while other answers mention advertising.

    Without those, a company that says nothing of it owes no answer (decision 29).
    """
    marketing = review.facts.marketing
    told = (
        marketing.channels
        or marketing.topics
        or any(purpose.marketing_rule for _, purpose, _ in review.purposes)
        or _looks_like_marketing(review)
    )
    return marketing.used is None and bool(told)


def _practice(review: Review, purposes: list[Purpose]) -> Iterator[Finding]:
    marketing = review.facts.marketing
    if not purposes:
        yield NO_PURPOSE.at(
            _looks_like_marketing(review) or "marketing.used",
            "U stuurt reclame, maar bij geen enkel doel staat welke regel daarvoor geldt.",
            RULE_REMEDY,
        )
    if not marketing.stop_how:
        yield STOP.at(
            "marketing.stop_how",
            "Er staat niet hoe men de reclame stopt.",
            "Schrijf op hoe, bijvoorbeeld: met de link onderaan elke nieuwsbrief.",
        )
    elif hurdle(marketing.stop_how):
        yield STOP_HARD.at(
            "marketing.stop_how",
            "Zo is reclame stoppen te moeilijk.",
            "Laat het met een link in elk bericht of met een e-mail kunnen.",
        )
    if not marketing.channels:
        yield CHANNELS.at(
            "marketing.channels",
            "Er staat niet langs welke weg u reclame stuurt.",
            "Kies de wegen, bijvoorbeeld e-mail of post.",
        )
    rules = {purpose.marketing_rule for purpose in purposes}
    electronic = [words for channel, words in ELECTRONIC.items() if channel in marketing.channels]
    if purposes and electronic and not rules & {"opt_in", "customer_exception"}:
        yield NO_RULE.at(
            "marketing.channels",
            f"U stuurt reclame met {' en '.join(electronic)}, maar geen enkel doel heeft daar een regel voor.",
            "Vraag toestemming vooraf, of kies de regel voor bestaande klanten als aan alle voorwaarden is voldaan.",
        )


def _looks_like_marketing(review: Review) -> str:
    """Return the path of the marketing rule of the likeliest purpose; empty when no activity mentions advertising."""
    likely = (
        path for activity, purpose, path in review.purposes if ADVERTISES.search(f"{activity.name} {purpose.name}")
    )
    return next((f"{path}.marketing_rule" for path in likely), "")


def _rule(review: Review, purpose: Purpose, path: str) -> Iterator[Finding]:
    rule, basis = purpose.marketing_rule, purpose.legal_basis
    if rule in {"opt_in", "ads"} and basis and basis != "consent":
        what, rest = (
            ("Advertenties die mensen volgen", "steunen")
            if rule == "ads"
            else ("Reclame met toestemming vooraf", "steunt")
        )
        yield CONSENT.at(
            f"{path}.legal_basis",
            f"{what} ({quoted_name(purpose)}) {rest} op toestemming, niet op een andere grondslag.",
            "Kies toestemming als grondslag."
            + ("" if rule == "ads" else " Gaat het alleen om eigen klanten, kies dan die regel."),
        )
    elif basis and basis not in {"consent", "legitimate_interest"}:
        yield BASIS.at(
            f"{path}.legal_basis",
            f"Reclame ({quoted_name(purpose)}) kan niet steunen op deze grondslag.",
            "Kies toestemming, of bij eigen klanten uw gerechtvaardigd belang.",
        )
    if rule == "customer_exception":
        unmet = [name for name in THREE if not getattr(purpose, name)]
        if unmet:
            yield CONDITIONS.at(
                f"{path}.{unmet[0]}",
                f"Reclame aan klanten zonder toestemming ({quoted_name(purpose)}) mag alleen als {' en '.join(THREE[name] for name in unmet)}.",
                "Antwoord met ja waar het klopt. Klopt niet alles, vraag dan toestemming vooraf.",
            )
    if rule == "phone" and basis != "consent":
        yield from _telesales(review, purpose, path)


def _whose(review: Review, activity: Activity, purpose: Purpose, path: str) -> Iterator[Finding]:
    """Yield a finding where the exception for own customers is used for other addresses.

    It covers addresses that customers gave at a sale: not bought lists, and not people who only asked something.
    """
    if purpose.marketing_rule != "customer_exception":
        return
    if activity.source in {"third_party", "public"}:
        yield STRANGERS.at(
            f"{path}.marketing_rule",
            f"Bij {quoted_name(activity)} komen de adressen van anderen. De regel voor eigen klanten geldt dan niet ({quoted_name(purpose)}).",
            "Vraag toestemming vooraf, en kies die regel.",
        )
    groups = [
        group
        for group in review.facts.groups
        if group.key in follow.people(activity, purpose) and words_of(group.name or "") & NO_CUSTOMERS
    ]
    if groups:
        yield PROSPECTS.at(
            f"{path}.marketing_rule",
            f"Hebben {quoted_name(groups[0])} al iets bij u gekocht? De regel voor eigen klanten geldt alleen dan ({quoted_name(purpose)}).",
            "Vraag anders toestemming vooraf, en kies die regel.",
        )


def _telesales(review: Review, purpose: Purpose, path: str) -> Iterator[Finding]:
    """Yield the findings about calls to people in the Netherlands.

    Dutch law protects the people called there; charities, their lotteries and newspapers may still call their customers.
    """
    dutch = review.switch("telesales-customers", "NL")
    if dutch is None or dutch["value"] != "opt_in":
        return
    cure = "Kies toestemming als grondslag en vraag die vooraf, of bel niet."
    company = review.facts.controller
    excepted = company.legal_form in MAY_BE_CHARITY or PUBLISHES.search(
        f"{company.legal_name} {review.facts.scope.services}"
    )
    if review.country == "NL" and not excepted:
        yield TELESALES.at(
            f"{path}.legal_basis",
            f"Bellen voor reclame ({quoted_name(purpose)}) mag in Nederland alleen met toestemming, ook bij klanten.",
            cure,
        )
    elif review.country == "NL":
        yield TELESALES_UNSURE.at(
            f"{path}.legal_basis",
            f"Bellen voor reclame ({quoted_name(purpose)}) mag in Nederland zonder toestemming alleen bij eigen klanten van {_exceptions(review)}.",
            cure,
        )
    elif "NL" in review.facts.scope.customer_countries:
        yield TELESALES_UNSURE.at(
            f"{path}.legal_basis",
            f"U hebt klanten in Nederland. Mensen daar mag u voor reclame ({quoted_name(purpose)}) alleen met toestemming bellen.",
            cure,
        )


def _exceptions(review: Review) -> str:
    """Return the organisations that may still call Dutch customers without asking, in words of the catalogue."""
    row = review.switch("telesales-exceptions", "NL")
    return row["value"] if row else "een goed doel"
