"""Vraag en antwoord: about each thing the same two questions, what do we process and why.

They are answered in running sentences; then comes the rest.
"""

from policies.core.patterns import blocks as c
from policies.core.patterns.plan import Each, Own, Piece, Plan, Question, Run

ACTIVITY = Each(
    "activity",
    (
        "activity/story",
        Question(
            "wat",
            (
                "vraag-antwoord/data",
                "activity/no-data",
                "vraag-antwoord/needs",
                "activity/control",
                "vraag-antwoord/recipients",
                "vraag-antwoord/source",
            ),
        ),
        Question("waarom", ("vraag-antwoord/purposes", "activity/no-purpose", Run("purpose", c.ADVERTISING))),
    ),
    sections=True,
)

SECTIONS: tuple[Piece, ...] = (
    Plan("inleiding", c.WHO),
    Own("start"),
    Plan(
        "overal", ("purposes/none", *c.DEFAULTS, "purposes/legend", *c.DEFINITIONS, "data/groups", c.DRAWN_AND_LISTED)
    ),
    ACTIVITY,
    Plan("soorten", ("data/none", "data/unused", *c.SENSITIVE)),
    Own("data"),
    Plan("cookies", c.COOKIES),
    Plan("reclame", c.MARKETING),
    Plan("computer", c.MACHINES),
    Plan("verwerker", c.PROCESSOR),
    Plan("ontvangers", (*c.RECIPIENTS, *c.DISCLOSURE, *c.PLACES)),
    Own("recipients"),
    Plan("doorgifte", c.TRANSFER),
    Plan("rechten", (*c.RIGHTS, *c.COMPLAINT)),
    Own("rights"),
    Plan("beveiliging", (*c.SECURITY, *c.BREACH)),
    Plan("kinderen", c.MINORS),
    Plan("links", c.LINKS),
    Own("end"),
    Plan("wijzigingen", c.CHANGES),
)
