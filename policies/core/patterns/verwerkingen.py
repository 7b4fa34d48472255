"""Verwerkingen: a section per activity that tells a short story.

Then follow what for, what happens without, to whom, and a table of data with their terms.
"""

from policies.core.patterns import blocks as c
from policies.core.patterns.plan import CardPlan, EachPlan, LinePlan, Own, Piece, Run, SectionPlan

PURPOSE = Run("purpose", ("verwerkingen/purpose", *c.ADVERTISING))
ACTIVITY = EachPlan(
    "activity",
    (
        "activity/story",
        "activity/control",
        CardPlan(
            "activity",
            (
                LinePlan("waarvoor", (PURPOSE, "activity/no-purpose")),
                LinePlan("nodig", ("verwerkingen/needs",)),
                LinePlan("naar", ("verwerkingen/recipients",)),
                LinePlan("mensen", ("verwerkingen/people",)),
                LinePlan("bron", ("verwerkingen/source",)),
            ),
        ),
        "verwerkingen/data",
        "activity/no-data",
    ),
    sections=True,
)

SECTIONS: tuple[Piece, ...] = (
    SectionPlan("inleiding", c.WHO),
    Own("start"),
    SectionPlan("overal", ("purposes/none", *c.DEFAULTS, "purposes/legend", c.DRAWN_AND_LISTED)),
    SectionPlan("begrippen", (*c.DEFINITIONS, "data/groups")),
    ACTIVITY,
    SectionPlan("soorten", ("data/none", "data/unused")),
    Own("data"),
    SectionPlan("bijzonder", (*c.SENSITIVE, *c.MINORS)),
    SectionPlan("cookies", c.COOKIES),
    SectionPlan("reclame", c.MARKETING),
    SectionPlan("computer", c.MACHINES),
    SectionPlan("beveiliging", (*c.SECURITY, *c.BREACH)),
    SectionPlan("rechten", c.RIGHTS),
    Own("rights"),
    SectionPlan("ontvangers", (*c.RECIPIENTS, *c.DISCLOSURE, *c.PLACES)),
    Own("recipients"),
    SectionPlan("doorgifte", c.TRANSFER),
    SectionPlan("links", c.LINKS),
    SectionPlan("verwerker", c.PROCESSOR),
    Own("end"),
    SectionPlan("wijzigingen", c.CHANGES),
    SectionPlan("klacht", c.COMPLAINT),
)
