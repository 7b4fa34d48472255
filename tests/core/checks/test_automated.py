"""Machines that decide or talk (art. 13.2.f, 22; AI Act art. 50): one row = one check."""

from datetime import date

import pytest

from policies.core.facts import AiSystem, Decision
from tests.core.checks.company import Case, show

CREDIT = Decision(
    key="krediet",
    name="achteraf betalen",
    logic="betaalgedrag",
    effect="vooraf betalen",
    ground="contract",
    human_route="bel ons",
)
DECIDES = {"automated.used": True, "automated.decisions": (CREDIT,)}
AT = "automated.decisions.krediet"
BOT = AiSystem(
    key="bot", name="Lampje", task="beantwoordt vragen", talks_to_people=True, trains=False, human_contact="mail ons"
)
CHATS = {"activities.vragen.name": "chatbot"}

CASES = [
    # an open answer is asked where a decision is listed or seems to be told, and owed by nobody else
    Case(
        "13.2.f-unanswered",
        "automated.used",
        {"automated.used": None, "automated.decisions": (CREDIT,)},
        {"automated.used": None},
    ),
    Case(
        "13.2.f-unanswered",
        "automated.used",
        {"automated.used": None, "recipients.bank.task": "doen een kredietcontrole"},
        {"automated.used": None, "recipients.bank.task": "doen een betaling"},
    ),
    Case("13.2.f-decisions", "automated.decisions", {"automated.used": True}, DECIDES),
    Case("13.2.f-denied", "automated.used", {**DECIDES, "automated.used": False}, DECIDES),
    *(
        Case("13.2.f-part", f"{AT}.{name}", {**DECIDES, f"{AT}.{name}": None}, DECIDES)
        for name in ("name", "logic", "effect", "ground")
    ),
    Case(
        "22.3-human",
        f"{AT}.human_route",
        {**DECIDES, f"{AT}.human_route": None},
        {**DECIDES, f"{AT}.human_route": None, f"{AT}.ground": "law"},
    ),
    Case(
        "13.2.f-likely",
        "recipients.host.task",
        {"recipients.host.task": "doet de kredietcontrole"},
        {**DECIDES, "recipients.host.task": "doet de kredietcontrole"},
    ),
    Case(
        "13.2.f-likely",
        "activities.vragen.story",
        {"activities.vragen.story": "Wij doen een kredietcontrole."},
        {"recipients.host.limits": "de kredietcontrole staat uit"},
    ),
    Case(
        "13.2.f-likely",
        "recipients.host.task",
        {"recipients.host.task": "doet de kredietcontrole"},
        {"recipients.host.task": "doet de kredietcontrole", "automated.used": None},
    ),
    Case(
        "13.2.f-likely",
        "recipients.host.task",
        {"recipients.host.task": "doet de kredietcontrole"},
        {**DECIDES, "automated.used": False, "recipients.host.task": "doet de kredietcontrole"},
    ),
    Case(
        "13.2.f-likely",
        "recipients.host.name",
        {"recipients.host.name": "Klarna"},
        {"recipients.host.name": "Bancontact"},
    ),
    Case(
        "13.2.f-likely",
        "activities.vragen.story",
        {"activities.vragen.story": "Een algoritme selecteert de kandidaten."},
        {"activities.vragen.story": "Een medewerker beslist, geen algoritme dat kandidaten selecteert."},
    ),
    # a score that decides; silent where a person is told to look
    Case(
        "13.2.f-likely",
        "activities.vragen.story",
        {
            "activities.vragen.story": "Ons systeem leest elk cv en geeft een score van 0 tot 100. Wie onder de 60 scoort, krijgt een afwijzing."
        },
        {
            "activities.vragen.story": "Ons systeem leest elk cv en geeft een score.",
            "automated.profiling": "Een recruiter leest elk cv en beslist zelf.",
        },
    ),
    Case(
        "13.2.f-likely",
        "ai_systems.bot.task",
        {"ai_systems": (BOT,), "ai_systems.bot.task": "rangschikt huurders"},
        {"ai_systems": (BOT,), "ai_systems.bot.task": "rangschikt vragen"},
    ),
    Case(
        "13.1.c-ai-learns",
        "ai_systems.bot.trains",
        {"ai_systems": (BOT,), "ai_systems.bot.trains": True},
        {
            "ai_systems": (BOT,),
            "ai_systems.bot.trains": True,
            "activities.vragen.purposes.antwoorden.name": "Lampje beter leren antwoorden",
        },
    ),
    Case(
        "50-ai-unnamed",
        "activities.vragen.name",
        {"activities.vragen.catalogue_id": "ACT-31"},
        {"activities.vragen.catalogue_id": "ACT-31", "ai_systems": (BOT,)},
    ),
    Case(
        "50-ai-unnamed",
        "activities.vragen.name",
        {"activities.vragen.name": "chat", "recipients.host.name": "OpenAI"},
        {"activities.vragen.name": "chat"},
    ),
    Case(
        "50-ai-unnamed",
        "activities.vragen.name",
        {"activities.vragen.story": "De bezoeker praat met een AI."},
        {"activities.vragen.story": "De bezoeker praat met een collega."},
    ),
    Case(
        "50-ai-part", "ai_systems.bot.task", {"ai_systems": (BOT,), "ai_systems.bot.task": None}, {"ai_systems": (BOT,)}
    ),
    Case(
        "50-ai-part", "ai_systems.bot.name", {"ai_systems": (BOT,), "ai_systems.bot.name": None}, {"ai_systems": (BOT,)}
    ),
    Case(
        "50-ai-human",
        "ai_systems.bot.human_contact",
        {"ai_systems": (BOT,), "ai_systems.bot.human_contact": None},
        {"ai_systems": (BOT,), "ai_systems.bot.human_contact": None, "ai_systems.bot.talks_to_people": False},
    ),
    Case(
        "13.1.c-ai-trains",
        "ai_systems.bot.trains",
        {"ai_systems": (BOT,), "ai_systems.bot.trains": None},
        {"ai_systems": (BOT,)},
    ),
    Case("50-ai-unnamed", "activities.vragen.name", CHATS, {**CHATS, "ai_systems": (BOT,)}),
    # the law by date: since 2 August 2026
    Case("50-ai-unnamed", "activities.vragen.name", CHATS, CHATS, on=date(2026, 8, 2), near_on=date(2026, 8, 1)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.path}")
def test_row(case: Case) -> None:
    show(case)
