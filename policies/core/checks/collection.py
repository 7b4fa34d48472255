"""The people, the data, the source, and whether one must give the data: art. 13.2.e, 14.1.d and 14.2.f."""

import re
from collections.abc import Iterator

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import ActivityUse, Review, missing, quoted_name, unanswered, words_of
from policies.core.facts.follow import FROM_OTHERS
from policies.core.facts.fragments import quoted

SOURCE = CheckRule("14.2.f-source", "error", "14.2.f", "CHK-40")
SOURCE_DETAIL = CheckRule("14.2.f-detail", "error", "14.2.f", "CHK-40")
SOURCE_VAGUE = CheckRule("14.2.f-vague", "warning", "14.2.f", "CHK-41")
NOT_PUBLIC = CheckRule("14.2.f-not-public", "warning", "14.2.f 5.1.a 6.1.f")
CATEGORY = CheckRule("14.1.d-category", "error", "14.1.d", "CHK-40 CHK-61")
CATEGORY_NAME = CheckRule("14.1.d-name", "error", "14.1.d", "CHK-40")
ITEMS = CheckRule("12.1-items", "error", "12.1 14.1.d")
ITEM_NAME = CheckRule("14.1.d-item", "error", "14.1.d")
REQUIRED = CheckRule("13.2.e-required", "error", "13.2.e", "CHK-38")
CONSEQUENCE = CheckRule("13.2.e-consequence", "error", "13.2.e", "CHK-38")
OPTIONAL = CheckRule("13.2.e-optional", "warning", "13.2.e", "CHK-38")
NO_GROUP = CheckRule("12.1-groups", "error", "12.1")
GROUP_NAME = CheckRule("12.1-group-name", "error", "12.1")
TITLE_REQUIRED = CheckRule("5.1.c-title", "warning", "5.1.c 6.1.b", "CHK-51")
ACCOUNT_REQUIRED = CheckRule("5.1.c-account", "warning", "5.1.c 6.1.b", "CHK-52")

MUST_GIVE = {"contract", "law", "request"}
VAGUE_SOURCE = re.compile(
    r"((allerlei|diverse|verschillende|andere|onze|externe|openbare) )*(openbare bronnen|bronnen|partners?|derden|derde partijen|leveranciers|internet"
    r"|het internet|bedrijven|partijen)((, | en | of |/)((allerlei|diverse|andere|onze|externe) )*(openbare bronnen|bronnen|partners?|derden|derde partijen"
    r"|leveranciers|internet|het internet|bedrijven|partijen))*"
)
VAGUE_PART = re.compile(
    r"\b(diverse|allerlei|allerhande|verschillende|andere) ((openbare|externe|publieke) )?(bronnen|partners|websites|partijen)\b|\bons netwerk\b|\bonder (andere|meer)\b|\bo\.a\.",
    re.IGNORECASE,
)
# A profile stands there for members of the network, who do not expect to be called or mailed by a seller.
NETWORK = re.compile(
    r"\b(?:linkedin|link-in|facebook|instagram|xing|tiktok|twitter|snapchat|sales navigator|(?:sociale|social) (?:media|netwerken|netwerk|netwerksites?))\b",
    re.IGNORECASE,
)
OPEN_TO_ALL = re.compile(r"\b(?:openba\w+|publiek\w*|vrij (?:toegankelijk\w*|beschikbaar))\b", re.IGNORECASE)
REACHES_OUT = re.compile(
    r"\b(?:\w*bellen|telefoneren|cold calls?|cold calling|koude \w+|\w*acquisitie|prospec\w+|leads?|leadgeneratie|aanspreken|aanschrijven|benaderen|contacteren|contact opnemen|\w*mailen"
    r"|nieuwe (?:\w+ )?klanten|(?:mogelijke|toekomstige|potentiële) klanten|klanten (?:werven|vinden|zoeken)|klantenwerving|sales|\w*marketing|reclame|aanbiedingen|uitnodigen)\b",
    re.IGNORECASE,
)
RECRUITS = re.compile(
    r"\b(?:kandida\w+|vacature\w*|werving\w*|aanwerv\w*|rekruter\w*|sollicit\w*|collega's|talent\w*)\b", re.IGNORECASE
)
ACCOUNT = re.compile(r"\b\w*account(s|aanmaak|beheer|gegevens|registratie)?\b", re.IGNORECASE)
TITLES = frozenset("geslacht gender aanhef aanspreking aanspreektitel".split())


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about people, data, sources and refusal (art. 13.2.e, 14.1.d, 14.2.f)."""
    yield from _people(review)
    yield from _which(review)
    yield from _source(review)
    yield from _obligation(review)
    yield from _too_much(review)


def _people(review: Review) -> Iterator[Finding]:
    for group in review.facts.groups:
        yield from missing(
            GROUP_NAME,
            group,
            f"groups.{group.key}",
            "name",
            message="Een groep mensen heeft geen naam.",
            remedy="Geef ze een naam, bijvoorbeeld: klanten.",
        )
    for path, row in unanswered(review, "groups", lambda used: True):
        yield NO_GROUP.at(
            path,
            f"Bij {quoted_name(row)} staat niet van wie de gegevens zijn.",
            "Kies de groepen mensen, zodat de lezer zichzelf herkent.",
        )


def _which(review: Review) -> Iterator[Finding]:
    used_keys = {used.use.category for used in review.uses}
    for used in review.uses:
        yield from missing(
            CATEGORY,
            used.use,
            used.path,
            "category",
            message=f"Bij {quoted_name(used.activity)} staat een gebruik zonder soort gegevens.",
            remedy="Kies de soort gegevens.",
        )
        yield from missing(
            ITEMS,
            used.use,
            used.path,
            "items",
            message=f"Bij {quoted_name(used.activity)} staat niet welke {_which_data(review, used)} u gebruikt.",
            remedy="Noem ze één voor één, bijvoorbeeld: naam, e-mailadres.",
        )
        for index, item in enumerate(used.use.items):
            yield from missing(
                ITEM_NAME,
                item,
                f"{used.path}.items.{index}",
                "name",
                message=f"Bij {quoted_name(used.activity)} staat een gegeven zonder naam.",
                remedy="Vul het gegeven in, bijvoorbeeld: e-mailadres.",
            )
    for category in review.facts.categories:
        if category.key in used_keys:
            yield from missing(
                CATEGORY_NAME,
                category,
                f"categories.{category.key}",
                "name",
                message="Een soort gegevens heeft geen naam.",
                remedy="Geef ze een naam, bijvoorbeeld: contactgegevens.",
            )


def _which_data(review: Review, used: ActivityUse) -> str:
    category = review.category(used.use)
    return (category and category.name) or "gegevens"


def _source(review: Review) -> Iterator[Finding]:
    for path, row in unanswered(review, "source", lambda used: True):
        yield SOURCE.at(
            path,
            f"Bij {quoted_name(row)} staat niet hoe u de gegevens krijgt.",
            "Kies of de persoon ze zelf geeft, of dat ze van ergens anders komen.",
        )
    for path, row in unanswered(review, "source_detail", lambda used: used.get("source") in FROM_OTHERS):
        yield SOURCE_DETAIL.at(
            path,
            f"De gegevens bij {quoted_name(row)} komen niet van de persoon zelf, maar de bron ontbreekt.",
            "Noem de bron precies, bijvoorbeeld: de werkgever, of de Kruispuntbank van Ondernemingen.",
        )
    vague = {
        used.where("source_detail"): used.get("source_detail")
        for used in review.uses
        if used.get("source") in FROM_OTHERS and used.get("source_detail")
    }
    for used in review.uses:
        for index, extra in enumerate(used.use.extra_sources):
            path, row = f"{used.path}.extra_sources.{index}", review.category(used.use) or used.activity
            yield from missing(
                SOURCE,
                extra,
                path,
                "source",
                message=f"Bij {quoted_name(row)} staat niet waar u de gegevens ook krijgt.",
                remedy="Kies de bron, of haal de regel weg.",
            )
            if extra.source in FROM_OTHERS:
                yield from missing(
                    SOURCE_DETAIL,
                    extra,
                    path,
                    "detail",
                    message=f"De gegevens bij {quoted_name(row)} komen ook van iemand anders, maar de bron ontbreekt.",
                    remedy="Noem de bron precies, bijvoorbeeld: de werkgever, of de Kruispuntbank van Ondernemingen.",
                )
                vague |= {f"{path}.detail": extra.detail} if extra.detail else {}
    for path, detail in vague.items():
        if VAGUE_SOURCE.fullmatch(detail.lower().strip(" .")) or VAGUE_PART.search(detail):
            yield SOURCE_VAGUE.at(
                path,
                f"De bron {quoted(detail)} is te vaag.",
                "Noem de bron zelf: welk bedrijf, welk register, welke website?",
            )
    yield from _not_public(review)


def _not_public(review: Review) -> Iterator[Finding]:
    """Yield a finding where a social network is given as a public source for cold sales (art. 5.1.a, 14.2.f)."""
    found = {
        used.where("source_detail"): detail
        for used in review.uses
        if (detail := used.get("source_detail"))
        and _as_public(used.get("source"), detail)
        and _reaches_out(review, used)
    } | {
        f"{used.path}.extra_sources.{index}.detail": more.detail
        for used in review.uses
        for index, more in enumerate(used.use.extra_sources)
        if more.detail and _as_public(more.source, more.detail) and _reaches_out(review, used)
    }
    register = "het Handelsregister" if review.country == "NL" else "de Kruispuntbank van Ondernemingen"
    for path, detail in found.items():
        yield NOT_PUBLIC.at(
            path,
            f"{quoted(NETWORK.findall(detail)[0])} is geen openbare bron om mensen te bellen of te schrijven. Een profiel staat er voor leden van dat netwerk.",
            f"Laat het netwerk weg en neem een openbaar register, zoals {register}. Of vraag iemand eerst op het netwerk zelf of u contact mag opnemen, en noem het netwerk dan als bron.",
        )


def _as_public(source: str | None, detail: str) -> bool:
    """Return whether a social network is given as a source that is open to all."""
    return bool(NETWORK.search(detail)) and (source == "public" or bool(OPEN_TO_ALL.search(detail)))


def _reaches_out(review: Review, used: ActivityUse) -> bool:
    """Return whether an activity approaches people who asked for nothing."""
    activity = used.activity
    groups = (group.name or "" for group in review.facts.groups if group.key in activity.groups)
    said = "; ".join((activity.name or "", *(purpose.name or "" for purpose in activity.purposes), *groups))
    return any(purpose.marketing_rule for purpose in activity.purposes) or bool(
        REACHES_OUT.search(said) and not RECRUITS.search(said)
    )


def _obligation(review: Review) -> Iterator[Finding]:
    for path, row in unanswered(review, "required", lambda used: "person" in used.sources):
        yield REQUIRED.at(
            path,
            f"Bij {quoted_name(row)} staat niet of men de gegevens moet geven.",
            "Kies of het verplicht, nodig of vrijwillig is.",
        )
    for path, row in unanswered(review, "consequence", _must_give):
        yield CONSEQUENCE.at(
            path,
            f"Bij {quoted_name(row)} staat niet wat er gebeurt als men de gegevens niet geeft.",
            "Schrijf het gevolg op, bijvoorbeeld: dan kunnen wij niet antwoorden.",
        )

    for used in review.uses:
        yield from _left_out(review, used)


def _left_out(review: Review, used: ActivityUse) -> Iterator[Finding]:
    """Yield a finding where leaving data out is said to be possible and is not.

    Only what somebody fills in can be left out, and what is needed cannot be left out altogether.
    """
    optional = [index for index, item in enumerate(used.use.items) if item.optional]
    row = review.category(used.use) or used.activity
    if optional and (
        used.sources[0] is not None and "person" not in used.sources or used.get("required") == "automatic"
    ):
        yield OPTIONAL.at(
            f"{used.path}.items.{optional[0]}.optional",
            f"Bij {quoted_name(row)} mag men een gegeven weglaten dat niemand zelf invult.",
            "Haal het vinkje weg, of zeg dat de persoon deze gegevens zelf geeft.",
        )
    elif optional and len(optional) == len(used.use.items) and _must_give(used):
        yield OPTIONAL.at(
            f"{used.path}.items.{optional[0]}.optional",
            f"Bij {quoted_name(row)} staat dat men de gegevens moet geven, en ook dat men ze allemaal mag weglaten.",
            "Kies vrijwillig voor deze gegevens, of haal een vinkje weg.",
        )


def _must_give(used: ActivityUse) -> bool:
    """Return whether the question if one must give the data applies.

    Only a person who gives the data can refuse to (art. 13.2.e has no counterpart in art. 14).
    """
    return "person" in used.sources and used.get("required") in MUST_GIVE


def _too_much(review: Review) -> Iterator[Finding]:
    for used in review.uses:
        if not _must_give(used):
            continue
        for index, item in enumerate(used.use.items):
            if words_of(item.name or "") & TITLES and not item.reason and not item.optional:
                yield TITLE_REQUIRED.at(
                    f"{used.path}.items.{index}.name",
                    f"U verplicht mensen om {quoted_name(item)} te geven.",
                    "Voor een verkoop of dienst is dat niet nodig. Maak het vrijwillig of vraag het niet.",
                )
    for activity in review.facts.activities:
        account = activity.catalogue_id == "ACT-11" or ACCOUNT.search(activity.name or "")
        if account and activity.required == "contract":
            yield ACCOUNT_REQUIRED.at(
                f"activities.{activity.key}.required",
                f"Bij {quoted_name(activity)} is een account verplicht.",
                "Laat ook bestellen zonder account, tenzij het account zelf de dienst is.",
            )
