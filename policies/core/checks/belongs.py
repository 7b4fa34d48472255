"""Uses of data that belong to no activity (art. 13.1.c–e, 13.2.a).

An activity gives the purpose, the basis, the data, the term and the recipients: without one the statement says too little.
"""

import re
from collections.abc import Iterator

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, missing, quoted_name
from policies.core.facts import Activity

AI = CheckRule("13.1.c-ai-activity", "error", "13.1.c 13.2.a 14.1.c")
BUTTONS = CheckRule("13.1.c-buttons-activity", "error", "13.1.c 13.1.e 14.1.c")
PROFILES = CheckRule("13.1.c-profiles-activity", "error", "13.1.c 13.2.a 14.1.c")
TAKEOVER = CheckRule("13.1.c-takeover-activity", "error", "13.1.c 13.1.d 14.1.c")
CAMERAS = CheckRule("13.1.c-cameras-activity", "error", "13.1.c 13.2.a 14.1.c")
AI_COMPANY = CheckRule("13.1.e-ai-company", "warning", "13.1.e 14.1.e")

WHY = "Daar staan het doel, de grondslag, de gegevens en de termijn."
PLACE = (
    r"(de|onze|het|ons|elke|een) ?(hoofd|winkel|voor|achter)?(ingang|inkom|inkomhal|deur|voordeur|gevel|kassa|winkel|zaak|parking|parkeerplaats|oprit|magazijn|praktijk|wachtkamer|pand|gebouw|"
    r"terrein|toonzaal|kantoor|loods|werf|werkplaats|zaal|kleedkamer\w*|balie|poort|stal|keuken)"
)
FILMS = re.compile(
    r"\b(bewakings|beveiligings|toezichts?)-?camera'?s?\b|\bcamera-?(bewaking|toezicht|beelden|opnames?|opnamen|systeem|registratie)\b|\bvideo-?(bewaking|toezicht|deurbel)\b|\bdeurbel met (een )?camera\b"
    rf"|\bcamera'?s?\b[^.;]{{0,25}} (aan|bij|in|boven|op|rond|voor) {PLACE}\b|\b(hangen?|staan|staat|hangt) (er )?(\w+ ){{0,2}}camera'?s?\b|\bcamera'?s? (hangen|hangt|filmen|filmt)\b|\b(wij|we) filmen\b[^.;]{{0,30}} {PLACE}\b",
    re.IGNORECASE,
)
NOT_OURS = re.compile(
    r"\b(geen|nooit|niet|zonder)\b|\b(verkoop|verkopen|verkoopt|installeer\w*|installeren|installatie|leveren|levert|herstel\w*|onderhoud\w*|verhuur\w*|verhuren|adviseren|webwinkel|test\w*)\b"
    r"|\b(van|bij|voor) (onze |uw |de )?(klanten?|opdrachtgevers?)\b",
    re.IGNORECASE,
)
HINTS = ("camera", "video", "filmen")  # pieces of words, in small letters: most texts have none
TYPED = re.compile(
    r"sections\..*|security\.(measures|explanation)|scope\.services|style\.opening|activities\.[^.]+\.(story|control)|recipients\.[^.]+\.(name|task|own_use)|groups\..*|rights\.exceptions\..*"
)


def findings(review: Review) -> Iterator[Finding]:
    """Yield a finding for each AI system, button, profile, takeover or camera without an activity (art. 13.1.c–e)."""
    facts = review.facts
    yield from _systems(review)
    if facts.links.buttons:
        yield from missing(
            BUTTONS,
            facts.links,
            "links",
            "buttons_activity",
            message="Uw website heeft knoppen van sociale media, maar er staat niet bij welke verwerking ze horen.",
            remedy=f"Kies de verwerking. {WHY}",
        )
    if facts.automated.profiling:
        yield from missing(
            PROFILES,
            facts.automated,
            "automated",
            "profiling_activity",
            message="U maakt profielen, maar er staat niet bij welke verwerking.",
            remedy=f"Kies de verwerking. {WHY}",
        )
    if facts.disclosure.business_transfer:
        yield from missing(
            TAKEOVER,
            facts.disclosure,
            "disclosure",
            "business_transfer_activity",
            message="Bij een overname ziet een ander gegevens, maar er staat niet bij welke verwerking dat hoort.",
            remedy=f"Kies de verwerking. {WHY}",
        )
    yield from _cameras(review)


def _systems(review: Review) -> Iterator[Finding]:
    """Yield a finding for each AI system without an activity, or whose company lacks one of its activities."""
    facts = review.facts
    for system in facts.ai_systems:
        path = f"ai_systems.{system.key}"
        yield from missing(
            AI,
            system,
            path,
            "activities",
            message=f"Bij het AI-systeem {quoted_name(system)} staat niet bij welke verwerking het hoort.",
            remedy=f"Kies de verwerking. {WHY}",
        )
        company = facts.find("recipients", system.recipient)
        left = [key for key in system.activities if company and key not in company.activities]
        if left:
            yield AI_COMPANY.at(
                f"recipients.{company.key}.activities",
                f"{quoted_name(company)} levert {quoted_name(system)}, maar staat niet bij {' en '.join(quoted_name(facts.find('activities', key)) for key in left)}.",
                "Kies ook die verwerking bij deze ontvanger.",
            )


def _cameras(review: Review) -> Iterator[Finding]:
    """Yield one finding, at the first text that mentions own cameras while no activity is about them."""
    holding = (review.texts[number] for number in review.index.holding(HINTS))
    told = [(path, text) for path, text in holding if TYPED.fullmatch(path)]
    picked = any(activity.catalogue_id == "ACT-18" for activity in review.facts.activities)  # the quick answer for most
    if not told or picked or any(is_filming(review, activity) for activity in review.facts.activities):
        return
    for path, text in told:
        if any(FILMS.search(sentence) and not NOT_OURS.search(sentence) for sentence in re.split(r"[.;!?\n]", text)):
            yield CAMERAS.at(
                path,
                "Hier staat dat u met camera's filmt, maar geen verwerking gaat daarover.",
                f"Voeg de verwerking van uw camera's toe. {WHY}",
            )
            return


def is_filming(review: Review, activity: Activity) -> bool:
    """Return whether the activity is that of cameras: by its origin, its name, or the data that it uses."""
    if activity.catalogue_id == "ACT-18":
        return True
    kinds = (review.category(use) for use in activity.uses)
    names = [
        activity.name,
        *(kind.name for kind in kinds if kind),
        *(item.name for use in activity.uses for item in use.items),
    ]
    return any(re.search(r"camera|videobewaking|(?<!\w)beelden", name or "", re.IGNORECASE) for name in names)
