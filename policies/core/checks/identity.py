"""The controller, and how to reach it: art. 13.1.a, 13.1.b, 26 and 27."""

import re
from collections.abc import Iterator

from policies.core.checks import dpo_title
from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, core_of, missing, quoted_name
from policies.core.facts import JointController, Recipient, values
from policies.core.facts.legal_form import gives_postal_address_only, is_informal

COUNTRY = CheckRule("13.1.a-country", "error", "13.1.a 14.1.a 13.2.d 14.2.e")
NAME = CheckRule("13.1.a-name", "error", "13.1.a 14.1.a", "CHK-01")
FORM = CheckRule("13.1.a-form", "error", "13.1.a 14.1.a")
NUMBER = CheckRule("13.1.a-number", "error", "13.1.a 14.1.a", "CHK-02")
NUMBER_UNSURE = CheckRule("13.1.a-number-check", "warning", "13.1.a 14.1.a", "CHK-02")
WRONG_NUMBER = CheckRule("13.1.a-number-wrong", "error", "13.1.a 14.1.a", "CHK-02")
VAT_DIFFERS = CheckRule("13.1.a-vat-differs", "warning", "13.1.a 14.1.a", "CHK-02")
ADDRESS = CheckRule("13.1.a-address", "error", "13.1.a 14.1.a")
OTHER_CONTACT = CheckRule("13.1.a-other-contact", "error", "13.1.a 14.1.a", "CHK-01")
CONTACT = CheckRule("13.1.a-contact", "error", "13.1.a 14.1.a", "CHK-01")
BRANCH = CheckRule("4.7-branch", "warning", "4.7 13.1.a 14.1.a")
PARENT = CheckRule("13.1.a-parent", "error", "13.1.a 14.1.a")
REPRESENTATIVE = CheckRule("13.1.a-representative", "error", "13.1.a 14.1.a 27", "CHK-63")
REPRESENTATIVE_CONTACT = CheckRule("13.1.a-representative-contact", "error", "13.1.a 14.1.a 27", "CHK-63")
REPRESENTATIVE_SPARE = CheckRule("27-spare", "error", "27", "CHK-63")
DPO_UNKNOWN = CheckRule("13.1.b-unanswered", "error", "13.1.b 14.1.b", "CHK-03")
DPO_CONTACT = CheckRule("13.1.b-contact", "error", "13.1.b 14.1.b 37.7", "CHK-03")
DPO_REQUIRED = CheckRule("37.1.a-public-body", "error", "37.1.a")
DPO_IN_NAME = CheckRule("13.1.b-in-name", "error", "13.1.b 37", "CHK-03")
DPO_SPARE = CheckRule("13.1.b-spare", "warning", "13.1.b", "CHK-03")
REACH = CheckRule("12.1-reach", "warning", "12.1")
WEBSITES = CheckRule("12.1-websites", "error", "12.1")
APPS = CheckRule("12.1-apps", "error", "12.1")
APPS_OUTSIDE = CheckRule("12.1-apps-outside", "error", "12.1 5.1.a")
JOINT_NAME = CheckRule("26.2-name", "error", "26.2", "CHK-56")
JOINT_ACTIVITIES = CheckRule("26.2-activities", "error", "26.2", "CHK-56")
JOINT_ARRANGEMENT = CheckRule("26.2-arrangement", "error", "26.2", "CHK-56")

NUMBERS = {
    "register_number": values.register_number,
    "branch_number": values.branch_number,
    "vat_number": values.vat_number,
    "rsin": values.rsin,
}


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about the controller, its representative, DPO and partners (art. 13.1.a–b, 26, 27)."""
    yield from _company(review)
    yield from _numbers(review)
    yield from _contact(review)
    yield from _representative(review)
    yield from _dpo(review)
    yield from _joint(review)
    yield from _reach(review)


def _company(review: Review) -> Iterator[Finding]:
    company = review.facts.controller
    yield from missing(
        COUNTRY,
        company,
        "controller",
        "country",
        message="Wij weten niet in welk land uw onderneming gevestigd is.",
        remedy="Kies België of Nederland. Daarvan hangen de toezichthouder en de termijnen af.",
    )
    yield from missing(
        NAME,
        company,
        "controller",
        "legal_name",
        message="De officiële naam van uw onderneming ontbreekt.",
        remedy="Vul de naam in zoals in de statuten; bij een eenmanszaak uw eigen naam.",
    )
    yield from missing(
        FORM,
        company,
        "controller",
        "legal_form",
        message="De rechtsvorm van uw onderneming ontbreekt.",
        remedy="Kies de rechtsvorm. Zo weet de lezer wie verantwoordelijk is.",
    )
    empty = [name for name in ("seat_street", "seat_postcode", "seat_city") if not getattr(company, name)]
    if empty and not gives_postal_address_only(company):
        home = (
            " Wilt u het adres waar u woont niet tonen? Laat de straat en de postcode dan leeg en vul een postadres in."
        )
        yield ADDRESS.at(
            f"controller.{empty[0]}",
            "Het adres van uw zetel is niet volledig.",
            f"Vul straat, nummer, postcode en plaats in.{home if company.legal_form == 'eenmanszaak' or is_informal(company) else ''}",
        )
    part_of = company.legal_form == "bijkantoor" or company.parent_register_number or company.parent_country
    if part_of and not company.parent_name:
        yield PARENT.at(
            "controller.parent_name",
            "De naam van de onderneming waar uw bijkantoor deel van is, ontbreekt.",
            "Vul de naam van de moederonderneming in. Zij is mee verantwoordelijk.",
        )
    if company.legal_form == "bijkantoor" and company.parent_name:
        yield from _same_company(review, core_of(company.parent_name))


def _same_company(review: Review, parent: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding where a branch names its parent as another company: they are one."""
    rows: list[tuple[str, Recipient | JointController, tuple[str | None, ...]]] = [
        *((f"recipients.{row.key}.role", row, (row.name, row.entity)) for row in review.facts.recipients),
        *((f"joint_controllers.{row.key}.name", row, (row.name,)) for row in review.facts.joint_controllers),
    ]
    same = next(
        ((path, row) for path, row, names in rows if any(name and core_of(name) == parent for name in names)), None
    )
    if same:
        yield BRANCH.at(
            same[0],
            f"{quoted_name(same[1])} is de onderneming waar uw bijkantoor deel van is. Zij is zelf de verantwoordelijke, en geen ander bedrijf.",
            "Haal ze weg bij de ontvangers en bij samen verantwoordelijk. Is het toch een andere onderneming van de groep, vul dan haar eigen naam in.",
        )


def _numbers(review: Review) -> Iterator[Finding]:
    company = review.facts.controller
    name = "KvK-nummer" if company.country == "NL" else "ondernemingsnummer"
    if not company.register_number:
        # An informal association need not be registered; without other numbers the statement then says nothing about one.
        if not is_informal(company):
            yield NUMBER.at(
                "controller.register_number",
                f"Uw {name} ontbreekt.",
                f"Vul het {name} in. Zo weet de lezer zeker wie u bent.",
            )
        elif company.legal_form == "vereniging":
            yield NUMBER_UNSURE.at(
                "controller.register_number",
                f"Uw {name} ontbreekt.",
                f"Vul het {name} in. Heeft uw vereniging er geen, kies dan als rechtsvorm: feitelijke of informele vereniging.",
            )
    if not company.country:
        return
    for field, canonical in NUMBERS.items():
        given = getattr(company, field)
        if given:
            try:
                canonical(company.country, given)
            except values.Refused as refusal:
                yield WRONG_NUMBER.at(f"controller.{field}", str(refusal), "Kijk het nummer na en verbeter het.")
    vat, register = (re.sub(r"\D", "", number or "") for number in (company.vat_number, company.register_number))
    if company.country == "BE" and vat and register and vat != register:
        yield VAT_DIFFERS.at(
            "controller.vat_number",
            "Uw btw-nummer heeft andere cijfers dan uw ondernemingsnummer.",
            "In België zijn de tien cijfers gelijk, behalve bij een btw-eenheid. Kijk beide nummers na.",
        )


def _contact(review: Review) -> Iterator[Finding]:
    company = review.facts.controller
    if not company.email and not company.phone:
        yield CONTACT.at(
            "controller.email",
            "Er is geen e-mailadres en geen telefoonnummer waarop men u bereikt.",
            "Vul een e-mailadres in, en liefst ook een telefoonnummer.",
        )
    for row in review.facts.contact.others:
        if not row.email and not row.phone:
            yield OTHER_CONTACT.at(
                f"contact.others.{row.key}.email",
                f"Bij het aanspreekpunt {quoted_name(row)} staat niet hoe men het bereikt.",
                "Vul een e-mailadres of een telefoonnummer in, of haal het aanspreekpunt weg.",
            )


def _representative(review: Review) -> Iterator[Finding]:
    """Yield the findings about the representative (art. 27).

    Only a company without a seat in the EEA has one; a branch in the EEA may have one for its parent, and need not.
    """
    company, person = review.facts.controller, review.facts.representative
    seats = (company.seat_country, company.parent_country if company.legal_form == "bijkantoor" else None)
    outside = any(code is not None and code not in review.law.eea for code in seats)
    given = next(
        (name for name in ("name", "register_number", "address", "email", "phone") if getattr(person, name)), None
    )
    if given and not outside:
        yield REPRESENTATIVE_SPARE.at(
            f"representative.{given}",
            "U noemt een vertegenwoordiger in de EU, maar uw zetel ligt zelf in de EER.",
            "Maak de gegevens van de vertegenwoordiger leeg. Alleen wie buiten de EER zit, heeft er een.",
        )
    elif outside and not person.name and (given or company.legal_form != "bijkantoor"):
        yield REPRESENTATIVE.at(
            "representative.name",
            "Uw zetel ligt buiten de EER, maar de naam van uw vertegenwoordiger in de EU ontbreekt.",
            "Vul de naam en het adres van uw vertegenwoordiger in.",
        )
    elif person.name and not any((person.address, person.email, person.phone)):
        yield REPRESENTATIVE_CONTACT.at(
            "representative.address",
            "Men kan uw vertegenwoordiger in de EU niet bereiken.",
            "Vul een adres, e-mailadres of telefoonnummer van de vertegenwoordiger in.",
        )


def _dpo(review: Review) -> Iterator[Finding]:
    dpo = review.facts.dpo
    if dpo_is_asked(review):
        yield DPO_UNKNOWN.at(
            "dpo.designated",
            "U zei nog niet of u een functionaris voor gegevensbescherming hebt.",
            "Antwoord met ja of nee. Wie van heel veel mensen gegevens over gezondheid gebruikt, moet er een hebben.",
        )
    elif dpo.designated and not any((dpo.email, dpo.phone, dpo.address)):
        yield DPO_CONTACT.at(
            "dpo.email",
            "Men kan uw functionaris voor gegevensbescherming niet bereiken.",
            "Vul een e-mailadres, telefoonnummer of postadres in. De naam hoeft niet.",
        )
    elif not dpo.designated:
        if review.facts.controller.legal_form == "vlaams_bestuur":
            yield DPO_REQUIRED.at(
                "dpo.designated",
                "Een openbaar bestuur moet een functionaris voor gegevensbescherming hebben.",
                "Vul in wie dat is en hoe men die bereikt.",
            )
        for path in dpo_title.called_so(review) if dpo.designated is False else ():
            yield DPO_IN_NAME.at(
                path,
                "U noemt uw contactpersoon DPO of FG, maar u hebt er geen aangesteld.",
                "Kies een andere naam, bijvoorbeeld: contact voor privacyvragen. Of antwoord dat u wel een DPO hebt.",
            )
        filled = _dpo_told(review)
        if dpo.designated is False and filled:
            yield DPO_SPARE.at(
                f"dpo.{filled}",
                "U vulde gegevens van een DPO in, maar antwoordde dat u er geen hebt.",
                "Maak deze gegevens leeg, of antwoord dat u een DPO hebt.",
            )


def dpo_is_asked(review: Review) -> bool:
    """Return whether the question is open while other answers mention an officer, or the law may ask one (art. 37.1).

    Only a controller that has one must tell it (art. 13.1.b).
    """
    facts = review.facts
    if (
        facts.dpo.designated is not None or facts.controller.legal_form == "vlaams_bestuur"
    ):  # of a public body it is certain
        return False
    sector = next((row for row in review.library.valid("sectors", review.on) if row["id"] == facts.preset.sector), None)
    return bool(
        _dpo_told(review) or dpo_title.mentions_officer(review) or (sector and facts.preset.size in sector["asks_dpo"])
    )


def _dpo_told(review: Review) -> str | None:
    """Return the first field of an officer that is filled in; None when there is none."""
    return next((name for name in ("name", "email", "phone", "address") if getattr(review.facts.dpo, name)), None)


def _joint(review: Review) -> Iterator[Finding]:
    for row in review.facts.joint_controllers:
        path = f"joint_controllers.{row.key}"
        yield from missing(
            JOINT_NAME,
            row,
            path,
            "name",
            message="Een onderneming die samen met u verantwoordelijk is, heeft geen naam.",
            remedy="Vul de naam in.",
        )
        yield from missing(
            JOINT_ACTIVITIES,
            row,
            path,
            "activities",
            message=f"Bij {quoted_name(row)} staat niet voor welke verwerkingen u samen verantwoordelijk bent.",
            remedy="Kies de verwerkingen.",
        )
        if not row.arrangement and not row.url:
            yield JOINT_ARRANGEMENT.at(
                f"{path}.arrangement",
                f"Bij {quoted_name(row)} staat niet wie van u beiden wat doet.",
                "Schrijf de afspraak kort op, of geef een link naar de afspraak.",
            )


def _reach(review: Review) -> Iterator[Finding]:
    scope = review.facts.scope
    yield from missing(
        REACH,
        scope,
        "scope",
        "applies_to",
        message="U zei nog niet waarvoor deze verklaring geldt.",
        remedy="Kies of ze voor alles geldt, of alleen voor uw websites en apps.",
    )
    if scope.applies_to in {"websites", "websites_apps"}:
        yield from missing(
            WEBSITES,
            scope,
            "scope",
            "websites",
            message="De verklaring geldt alleen voor uw websites, maar er staat er geen.",
            remedy="Vul het adres van elke website in.",
        )
    if scope.applies_to == "websites_apps":
        yield from missing(
            APPS,
            scope,
            "scope",
            "apps",
            message="De verklaring geldt ook voor uw apps, maar er staat er geen.",
            remedy="Vul de naam van elke app in.",
        )
    elif scope.applies_to == "websites" and scope.apps:
        yield APPS_OUTSIDE.at(
            "scope.apps",
            "U noemt een app, maar volgens uw antwoord geldt de verklaring alleen voor uw websites.",
            "Kies dat ze ook voor uw apps geldt, of haal de app weg.",
        )
