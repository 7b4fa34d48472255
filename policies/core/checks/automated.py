"""Machines that decide or talk: art. 13.2.f, 22 and AI Act art. 50."""

import re
from collections.abc import Iterator

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, missing, quoted_name, words_of
from policies.core.facts import Activity, Decision

UNKNOWN = CheckRule("13.2.f-unanswered", "error", "13.2.f 14.2.g", "CHK-39")
NONE = CheckRule("13.2.f-decisions", "error", "13.2.f 14.2.g 22", "CHK-39")
DENIED = CheckRule("13.2.f-denied", "error", "13.2.f 14.2.g 5.1.a", "CHK-39")
PART = CheckRule("13.2.f-part", "error", "13.2.f 14.2.g 22", "CHK-39")
HUMAN = CheckRule("22.3-human", "error", "22.3", "CHK-39")
LIKELY = CheckRule("13.2.f-likely", "warning", "13.2.f 14.2.g 22", "CHK-39")
AI_PART = CheckRule("50-ai-part", "error", "12.1")
AI_HUMAN = CheckRule("50-ai-human", "warning", "12.1")
AI_TRAINS = CheckRule("13.1.c-ai-trains", "warning", "13.1.c 5.1.b")
AI_LEARNS = CheckRule("13.1.c-ai-learns", "warning", "13.1.c 5.1.b")
AI_UNNAMED = CheckRule("50-ai-unnamed", "warning", "12.1", "CHK-54")

UNDECIDED = re.compile(
    r"\b(geen|nooit|niet)\b[^.]{0,50}\b(computer|automatisch\w*|algoritme|ai|krediet\w*)\b|\b(mens|medewerker|collega|recruiter|adviseur|iemand|wij)\b[^.]{0,30}\b(beslist|beslissen|kijkt|kijken)\b",
    re.IGNORECASE,
)
PARTS = {
    "name": "welke beslissing het is",
    "logic": "hoe de computer eraan komt",
    "effect": "wat dat voor de persoon betekent",
    "ground": "waarom het mag",
}
DECIDES = re.compile(
    r"kredietcontrole|kredietwaardig|kredietscore|kredietbeoordeling|kredietcheck|achteraf betalen|\b(klarna|riverty|afterpay|billink|in3|spraypay|scalapay)\b"
    r"|cv-filter|cv-screening|filtert (de )?(cv|sollicita)|(algoritme|computer|software|systeem|ai)\b[^.]{0,30}\b(beslist|bepaalt|weigert|wijst af|selecteert|kiest)"
    r"|automatisch\w* (weiger|geweigerd|afgewezen|afwijz|beslis|goedgekeurd|goedkeur|beoordeel|geselecteerd)",
    re.IGNORECASE,
)
SCORES = re.compile(
    r"(systeem|computer|software|programma|algoritme|ai)\b[^.]{0,60}\b(scores?|scoort|rangschikt|rangschikken)\b|\bonder de \d+ (scoort|haalt)\b"
    r"|\b(scoort|scoren|score|rangschik\w*)\b[^.]{0,40}\b(afwijzing|afgewezen|afgekeurd|geweigerd)\b"
    r"|\b(scoort|rangschikt|scoren|rangschikken|geeft \w+( \w+)? een score)\b[^.]{0,40}\b(cv\w*|kandida\w*|sollicita\w*|huurders?|klanten)\b"
    r"|\b(cv\w*|kandida\w*|sollicita\w*|huurders?|klanten)\b[^.]{0,40}\b(een score|scoren|scoort|rangschik\w*)\b",
    re.IGNORECASE,
)
CHATBOT = re.compile(
    r"\b(chatbot|chatrobot|ai-assistent|ai-agent|virtuele assistent|digitale assistent|ai-chat|chatgpt|praat\w* met een (computer|machine|ai))",
    re.IGNORECASE,
)
CHAT = re.compile(r"\b(chat\w*|chatten)\b", re.IGNORECASE)
AI_COMPANIES = frozenset("openai chatgpt anthropic claude gemini copilot mistral".split())
LEARNS = re.compile(r"train|leren|leert|verbeter|\bAI\b", re.IGNORECASE)


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about automated decisions and talking systems (art. 13.2.f, 22; AI Act art. 50)."""
    automated = review.facts.automated
    if is_asked(review):
        yield UNKNOWN.at(
            "automated.used",
            "U zei nog niet of een computer alleen over mensen beslist.",
            "Antwoord met ja of nee. Bij de meeste ondernemingen is het nee.",
        )
    elif automated.used and not automated.decisions:
        yield NONE.at(
            "automated.decisions",
            "Een computer beslist over mensen, maar er staat niet welke beslissing.",
            "Voeg de beslissing toe.",
        )
    elif automated.decisions and automated.used is False:
        yield DENIED.at(
            "automated.used",
            "U antwoordde dat geen computer alleen beslist, maar er staat wel een beslissing.",
            "Antwoord met ja, of haal de beslissing weg.",
        )
    if automated.used is False and not automated.decisions:
        yield from _likely(review)
    for decision in automated.decisions:
        yield from _complete(decision)
    yield from _ai(review)


def _complete(decision: Decision) -> Iterator[Finding]:
    path = f"automated.decisions.{decision.key}"
    for name, words in PARTS.items():
        yield from missing(
            PART,
            decision,
            path,
            name,
            message=f"Bij de automatische beslissing {quoted_name(decision)} ontbreekt {words}.",
            remedy="Vul het in.",
        )
    # With a law as the ground, that law sets the safeguards (art. 22.2.b).
    if decision.ground != "law":
        yield from missing(
            HUMAN,
            decision,
            path,
            "human_route",
            message=f"Bij de automatische beslissing {quoted_name(decision)} staat niet hoe men een mens krijgt.",
            remedy="Schrijf op bij wie men een nieuwe beoordeling vraagt.",
        )


def is_asked(review: Review) -> bool:
    """Return whether the question is open while a decision is listed, or a text seems to mention one.

    Only a controller that decides so must tell it (art. 13.2.f; decision 29).
    """
    automated = review.facts.automated
    return automated.used is None and (bool(automated.decisions) or any(_likely(review)))


def _likely(review: Review) -> Iterator[Finding]:
    watched = re.compile(
        r"(activities\.[^.]+\.(name|story)|activities\.[^.]+\.purposes\.[^.]+\.name|recipients\.[^.]+\.(name|task|own_use)|ai_systems\.[^.]+\.task|sections\..*|automated\.profiling)"
    )
    texts = [(path, text) for path, text in review.texts if watched.fullmatch(path)]
    sure = [path for path, text in texts if DECIDES.search(text) and not UNDECIDED.search(text)]
    # A score decides nothing while somebody looks; that may stand in another text, and one company has one such system.
    scores = (
        []
        if any(UNDECIDED.search(text) for _, text in texts)
        else [path for path, text in texts if path not in sure and SCORES.search(text)][:1]
    )
    for path in (*sure, *scores):
        yield LIKELY.at(
            path,
            "Dit lijkt op een beslissing door een computer, maar u antwoordde dat er geen is.",
            "Beslist er altijd een mens mee? Dan is dit in orde. Anders: antwoord met ja bij automatische beslissingen.",
        )


def _ai(review: Review) -> Iterator[Finding]:
    systems = review.facts.ai_systems
    for system in systems:
        path = f"ai_systems.{system.key}"
        yield from missing(
            AI_PART, system, path, "name", message="Een AI-systeem heeft geen naam.", remedy="Vul de naam in."
        )
        yield from missing(
            AI_PART,
            system,
            path,
            "task",
            message=f"Bij het AI-systeem {quoted_name(system)} staat niet wat het doet.",
            remedy="Vul het in.",
        )
        if system.trains is None:
            yield AI_TRAINS.at(
                f"{path}.trains",
                f"Bij {quoted_name(system)} staat niet of het leert van wat mensen invoeren.",
                "Antwoord met ja of nee.",
            )
        if system.trains and not any(LEARNS.search(purpose.name or "") for _, purpose, _ in review.purposes):
            yield AI_LEARNS.at(
                f"{path}.trains",
                f"{quoted_name(system)} leert van wat mensen invoeren, maar geen enkel doel zegt dat.",
                "Voeg bij een verwerking een doel toe, bijvoorbeeld: het AI-systeem verbeteren. Kies er de grondslag bij.",
            )
        if system.talks_to_people:
            yield from missing(
                AI_HUMAN,
                system,
                path,
                "human_contact",
                message=f"Bij {quoted_name(system)} staat niet hoe men een mens bereikt.",
                remedy="Vul het in.",
            )
    if review.switch("ai-disclosure") and not any(system.talks_to_people for system in systems):
        for activity in review.facts.activities:
            sure = CHATBOT.search(f"{activity.name} {activity.story}")
            if sure or _may_be_a_machine(review, activity):
                yield AI_UNNAMED.at(
                    f"activities.{activity.key}.name",
                    f"{quoted_name(activity)} is een machine die met mensen praat. Dat moet u zeggen."
                    if sure
                    else f"Antwoordt bij {quoted_name(activity)} een machine? Dan moet u dat zeggen.",
                    "Voeg ze toe bij AI-systemen, en vink aan dat mensen ermee praten."
                    + ("" if sure else " Antwoordt er altijd een mens, dan is dit in orde."),
                )


def _may_be_a_machine(review: Review, activity: Activity) -> bool:
    """Return whether an activity is the chat of the catalogue, or a chat with an AI company as recipient."""
    works = any(
        activity.key in recipient.activities
        and (recipient.catalogue_id == "ai-vendors" or words_of(f"{recipient.name} {recipient.entity}") & AI_COMPANIES)
        for recipient in review.facts.recipients
    )
    return activity.catalogue_id == "ACT-31" or (works and bool(CHAT.search(activity.name or "")))
