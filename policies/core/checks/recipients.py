"""The recipients of the data and their roles (art. 13.1.e)."""

import re
from collections.abc import Iterator

from policies.core.checks import roles
from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, core_of, missing, quoted_name, words_of
from policies.core.facts import JointController, Recipient
from policies.core.facts.fragments import quoted

UNKNOWN = CheckRule("13.1.e-unanswered", "error", "13.1.e 14.1.e")
NONE = CheckRule("13.1.e-recipients", "error", "13.1.e 14.1.e", "CHK-12")
DENIED = CheckRule("13.1.e-denied", "error", "13.1.e 14.1.e 5.1.a", "CHK-13")
NAME = CheckRule("13.1.e-name", "error", "13.1.e 14.1.e")
VAGUE = CheckRule("13.1.e-vague", "error", "13.1.e 14.1.e", "CHK-12")
KIND = CheckRule("13.1.e-kind", "error", "13.1.e 14.1.e")
ROLE = CheckRule("13.1.e-role", "error", "13.1.e 14.1.e")
ENTITY = CheckRule("13.1.e-entity", "warning", "13.1.e 14.1.e")
TASK = CheckRule("13.1.e-task", "error", "13.1.e 14.1.e")
ACTIVITIES = CheckRule("13.1.e-activities", "warning", "13.1.e 14.1.e", "CHK-12")
VAGUE_TASK = CheckRule("12.1-vague-recipient", "warning", "12.1 13.1.e", "CHK-60")
RECAPTCHA = CheckRule("4.7-recaptcha-link", "warning", "4.7 5.1.d", "CHK-53")
JOINT = CheckRule("26.2-recipient", "error", "26.2", "CHK-56")
AGREEMENT = CheckRule("28.3-agreement", "info", "28.3")
CHECK_LOW = CheckRule("5.1.d-check", "warning", "5.1.d 13.1.e")
CHECK_MEDIUM = CheckRule("5.1.d-check-medium", "info", "5.1.d 13.1.e")
UNCOVERED = CheckRule("26.2-uncovered", "warning", "26.2", "CHK-56")
NETWORK = CheckRule("26.2-network", "warning", "4.7 26.2", "CHK-56")
SOCIAL_PAGE = CheckRule("26.2-social-page", "warning", "26.2", "CHK-56")
NO_NETWORK = CheckRule("26.2-no-network", "warning", "13.1.e 26.2", "CHK-56")
PROVIDER = CheckRule("13.1.e-cookie-provider", "warning", "13.1.e", "CHK-12")

NOBODY = frozenset(
    "onze de andere externe diverse verschillende derde derden partij partijen partner partners anderen bedrijven dienstverleners en of indien als wanneer waar dat is nodig noodzakelijk vereist eventuele eventueel".split()
)
VAGUE_WORDS = re.compile(
    r"\b(o\.a\.|enz\.?|e\.d\.|etc\.?|eventueel|mogelijk|soms|en dergelijke|onder andere|onder meer|indien nodig)(?!\w)",
    re.IGNORECASE,
)
OURSELVES = frozenset("wij we ons onze eigen zelf wijzelf onszelf deze".split())
JOINT_NETWORKS = frozenset("facebook instagram linkedin".split())
SOCIAL_MEDIA = "ACT-22"
MEASURES = frozenset(
    "pixel insight facebook-pixel meta-pixel".split()
)  # a network that measures for us, and for itself


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about the recipients and their roles (art. 13.1.e)."""
    shares, recipients = review.facts.disclosure.shares, review.facts.recipients
    if shares is None:
        yield UNKNOWN.at(
            "disclosure.shares",
            "U zei nog niet of iemand buiten uw onderneming gegevens ziet.",
            "Antwoord met ja of nee. Uw hostingbedrijf, boekhouder en mailprogramma tellen mee.",
        )
    elif shares and not recipients:
        yield NONE.at(
            "recipients",
            "Anderen zien gegevens, maar er staat geen enkele ontvanger.",
            "Voeg elke ontvanger toe, met wat die doet.",
        )
    elif recipients and not shares:
        yield DENIED.at(
            "disclosure.shares",
            "U antwoordde dat niemand anders gegevens ziet, maar er staan wel ontvangers.",
            "Antwoord met ja, of haal de ontvangers weg.",
        )
    for recipient in recipients:
        yield from _who(recipient)
        yield from _role(review, recipient)
        yield from _certainty(review, recipient)
    yield from _unnamed(review)


def _who(recipient: Recipient) -> Iterator[Finding]:
    path = f"recipients.{recipient.key}"
    yield from missing(
        NAME, recipient, path, "name", message="Een ontvanger heeft geen naam.", remedy="Vul in wie de gegevens krijgt."
    )
    if recipient.name and words_of(recipient.name) <= NOBODY:
        yield VAGUE.at(
            f"{path}.name",
            f"{quoted_name(recipient)} zegt niet wie de gegevens krijgt.",
            "Noem het bedrijf, of de soort: onze boekhouder, koeriers, banken.",
        )
    yield from missing(
        KIND,
        recipient,
        path,
        "kind",
        message=f"Bij {quoted_name(recipient)} staat niet of het een bedrijf of een soort is.",
        remedy="Kies een van beide.",
    )
    yield from missing(
        TASK,
        recipient,
        path,
        "task",
        message=f"Bij {quoted_name(recipient)} staat niet wat die ontvanger doet.",
        remedy="Schrijf het op, bijvoorbeeld: verstuurt onze nieuwsbrief.",
    )
    if recipient.task and VAGUE_WORDS.search(recipient.task):
        yield VAGUE_TASK.at(
            f"{path}.task",
            f"De taak van {quoted_name(recipient)} is vaag.",
            "Schrijf precies op wat die ontvanger doet, zonder enz., soms of mogelijk.",
        )
    yield from missing(
        ACTIVITIES,
        recipient,
        path,
        "activities",
        message=f"Bij {quoted_name(recipient)} staat niet voor welke verwerkingen.",
        remedy="Kies de verwerkingen.",
    )
    if recipient.kind == "named":
        yield from missing(
            ENTITY,
            recipient,
            path,
            "entity",
            message=f"De officiële naam van {quoted_name(recipient)} ontbreekt.",
            remedy="Vul de naam uit uw contract in, met de rechtsvorm.",
        )


def _role(review: Review, recipient: Recipient) -> Iterator[Finding]:
    path = f"recipients.{recipient.key}"
    yield from missing(
        ROLE,
        recipient,
        path,
        "role",
        message=f"De rol van {quoted_name(recipient)} ontbreekt.",
        remedy="Kies of die ontvanger voor u werkt of zelf beslist.",
    )
    for index, other in enumerate(recipient.other_roles):
        one = f"{path}.other_roles.{index}"
        yield from missing(
            ROLE,
            other,
            one,
            "role",
            message=f"Bij een andere taak van {quoted_name(recipient)} ontbreekt de rol.",
            remedy="Kies of die ontvanger daarbij voor u werkt of zelf beslist.",
        )
        yield from missing(
            TASK,
            other,
            one,
            "task",
            message=f"Bij een andere rol van {quoted_name(recipient)} staat niet bij welke taak.",
            remedy="Schrijf op wat die ontvanger dan doet, of haal de rol weg.",
        )
    yield from _recaptcha(review, recipient, path)
    yield from _together(review, recipient, path)
    if (
        recipient.role == "processor"
        and recipient.kind != "category"
        and not recipient.agreement
        and roles.right_role(review, recipient) != "controller"
    ):
        yield AGREEMENT.at(
            f"{path}.agreement",
            f"U zei niet dat u een verwerkersovereenkomst met {quoted_name(recipient)} hebt.",
            "Sluit er een, en vink het dan aan.",
        )


def _recaptcha(review: Review, recipient: Recipient, path: str) -> Iterator[Finding]:
    names = words_of(f"{recipient.name or ''} {recipient.entity or ''}")
    if (
        "recaptcha" in names
        and "policies.google.com" in (recipient.privacy_url or "")
        and any(row["id"] == "recaptcha" for row in review.rows("roles"))
    ):
        yield RECAPTCHA.at(
            f"{path}.privacy_url",
            "Bij reCAPTCHA verwijst u naar de eigen privacyverklaring van Google. Google werkt hier in uw opdracht, dus die geldt niet.",
            "Maak deze link leeg.",
        )


def _together(review: Review, recipient: Recipient, path: str) -> Iterator[Finding]:
    """Yield a finding for a joint recipient without a row among the joint controllers for its activities (art. 26)."""
    rows = _joint_rows(review, recipient)
    if recipient.role == "joint" and not rows:
        yield JOINT.at(
            "joint_controllers",
            f"{quoted_name(recipient)} is samen met u verantwoordelijk, maar de afspraak daarover ontbreekt.",
            "Voeg dit bedrijf toe bij Samen verantwoordelijk, met wie van u beiden wat doet. Een link naar hun privacyverklaring is niet genoeg.",
        )
    elif recipient.role == "joint":
        covered = {key for row in rows for key in row.activities}
        left = [
            activity
            for activity in review.facts.activities
            if activity.key in recipient.activities and activity.key not in covered
        ]
        if left:
            yield UNCOVERED.at(
                f"{path}.activities",
                f"{quoted_name(recipient)} is ook bij {' en '.join(map(quoted_name, left))} samen met u verantwoordelijk, maar de afspraak noemt die verwerking niet.",
                "Voeg de verwerking toe bij Samen verantwoordelijk, of haal ze bij deze ontvanger weg.",
            )
    elif recipient.role and not rows:
        words = words_of(recipient.name or "")
        pages = {word for profile in review.facts.links.profiles for word in words_of(profile.network or "")}
        networks = words & (JOINT_NETWORKS | {"meta", "facebook-pixel", "meta-pixel"})
        if networks and (words & MEASURES or networks & pages & JOINT_NETWORKS):
            yield NETWORK.at(
                f"{path}.role",
                f"Over uw pagina of de meting van {quoted_name(recipient)} beslist u meestal samen met dat netwerk.",
                "Kies de rol: samen verantwoordelijk. Beschrijf de afspraak bij Samen verantwoordelijk.",
            )


def _joint_rows(review: Review, recipient: Recipient) -> list[JointController]:
    """Return the joint controllers that are the same company as a recipient."""
    names = core_of(recipient.name or "") | core_of(recipient.entity or "")
    return [row for row in review.facts.joint_controllers if names & core_of(row.name or "")]


def _certainty(review: Review, recipient: Recipient) -> Iterator[Finding]:
    """Yield a finding for what the catalogue is not sure of, until the user has looked within the last year."""
    if recipient.confidence not in {"low", "medium"} or review.looked_lately(recipient):
        return
    rule = CHECK_LOW if recipient.confidence == "low" else CHECK_MEDIUM
    yield rule.at(
        f"recipients.{recipient.key}.confidence",
        f"Controleer dit: onze gegevens over {quoted_name(recipient)} zijn niet zeker.",
        "Kijk naam, land en bescherming na in uw contract, en vul in wanneer u dat deed.",
    )


def _unnamed(review: Review) -> Iterator[Finding]:
    """Yield a finding for each company that the other answers show and that no recipient covers."""
    facts = review.facts
    known = OURSELVES.union(
        *(core_of(name) for row in facts.recipients for name in (row.name or "", row.entity or "")),
        *(core_of(row.name or "") for row in facts.joint_controllers),
        *(core_of(name) for name in (facts.controller.legal_name or "", *facts.controller.trade_names)),
    )
    if known & {"facebook", "instagram"}:  # one company, whichever of its names is used
        known |= {"meta"}
    sites = " ".join(facts.scope.websites)
    for cookie in facts.cookies.placed:
        name = cookie.provider or ""
        provider = core_of(name)
        if provider and not provider & known and name.lower().removeprefix("www.") not in sites:
            yield PROVIDER.at(
                f"cookies.placed.{cookie.key}.provider",
                f"{quoted_name(cookie)} komt van {quoted(name)}, maar dat bedrijf staat niet bij de ontvangers.",
                "Voeg het toe bij de ontvangers.",
            )
    for activity in facts.activities:
        if (
            activity.catalogue_id == SOCIAL_MEDIA
            and not any(activity.key in row.activities and row.role != "processor" for row in facts.recipients)
            and not facts.links.profiles
        ):
            yield NO_NETWORK.at(
                f"activities.{activity.key}",
                f"Bij {quoted_name(activity)} staat niet op welk netwerk. Dat netwerk maakt de cijfers, en ziet wie u volgt.",
                "Voeg elk netwerk waarop u een pagina hebt, toe bij de ontvangers. Over de cijfers beslist u meestal samen.",
            )
    for profile in facts.links.profiles:
        network = words_of(profile.network or "") & JOINT_NETWORKS
        if network and not network & known and "meta" not in known:
            yield SOCIAL_PAGE.at(
                f"links.profiles.{profile.key}.network",
                f"Voor uw pagina op {quoted(profile.network)} bent u samen met dat netwerk verantwoordelijk.",
                "Voeg het netwerk toe bij de ontvangers, met de rol: samen verantwoordelijk.",
            )
