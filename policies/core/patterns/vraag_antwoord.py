"""Vraag en antwoord: about each thing the same two questions, what do we process and why.

They are answered in running sentences; then comes the rest.
"""

from policies.core.patterns import blocks as c
from policies.core.patterns.plan import EachPlan, Own, Piece, QuestionPlan, Run, SectionPlan

ACTIVITY = EachPlan(
    "activity",
    (
        "activity/story",
        QuestionPlan(
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
        QuestionPlan("waarom", ("vraag-antwoord/purposes", "activity/no-purpose", Run("purpose", c.ADVERTISING))),
    ),
    sections=True,
)

SECTIONS: tuple[Piece, ...] = (
    SectionPlan("inleiding", c.WHO),
    Own("start"),
    SectionPlan(
        "overal", ("purposes/none", *c.DEFAULTS, "purposes/legend", *c.DEFINITIONS, "data/groups", c.DRAWN_AND_LISTED)
    ),
    ACTIVITY,
    SectionPlan("soorten", ("data/none", "data/unused", *c.SENSITIVE)),
    Own("data"),
    SectionPlan("cookies", c.COOKIES),
    SectionPlan("reclame", c.MARKETING),
    SectionPlan("computer", c.MACHINES),
    SectionPlan("verwerker", c.PROCESSOR),
    SectionPlan("ontvangers", (*c.RECIPIENTS, *c.DISCLOSURE, *c.PLACES)),
    Own("recipients"),
    SectionPlan("doorgifte", c.TRANSFER),
    SectionPlan("rechten", (*c.RIGHTS, *c.COMPLAINT)),
    Own("rights"),
    SectionPlan("beveiliging", (*c.SECURITY, *c.BREACH)),
    SectionPlan("kinderen", c.MINORS),
    SectionPlan("links", c.LINKS),
    Own("end"),
    SectionPlan("wijzigingen", c.CHANGES),
)
