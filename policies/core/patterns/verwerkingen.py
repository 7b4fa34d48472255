"""Verwerkingen: a section per activity that tells a short story.

Then follow what for, what happens without, to whom, and a table of data with their terms.
"""

from policies.core.patterns import blocks as c
from policies.core.patterns.plan import Card, Each, Line, Own, Piece, Plan, Run

PURPOSE = Run("purpose", ("verwerkingen/purpose", *c.ADVERTISING))
ACTIVITY = Each(
    "activity",
    (
        "activity/story",
        "activity/control",
        Card(
            "activity",
            (
                Line("waarvoor", (PURPOSE, "activity/no-purpose")),
                Line("nodig", ("verwerkingen/needs",)),
                Line("naar", ("verwerkingen/recipients",)),
                Line("mensen", ("verwerkingen/people",)),
                Line("bron", ("verwerkingen/source",)),
            ),
        ),
        "verwerkingen/data",
        "activity/no-data",
    ),
    sections=True,
)

SECTIONS: tuple[Piece, ...] = (
    Plan("inleiding", c.WHO),
    Own("start"),
    Plan("overal", ("purposes/none", *c.DEFAULTS, "purposes/legend", c.DRAWN_AND_LISTED)),
    Plan("begrippen", (*c.DEFINITIONS, "data/groups")),
    ACTIVITY,
    Plan("soorten", ("data/none", "data/unused")),
    Own("data"),
    Plan("bijzonder", (*c.SENSITIVE, *c.MINORS)),
    Plan("cookies", c.COOKIES),
    Plan("reclame", c.MARKETING),
    Plan("computer", c.MACHINES),
    Plan("beveiliging", (*c.SECURITY, *c.BREACH)),
    Plan("rechten", c.RIGHTS),
    Own("rights"),
    Plan("ontvangers", (*c.RECIPIENTS, *c.DISCLOSURE, *c.PLACES)),
    Own("recipients"),
    Plan("doorgifte", c.TRANSFER),
    Plan("links", c.LINKS),
    Plan("verwerker", c.PROCESSOR),
    Own("end"),
    Plan("wijzigingen", c.CHANGES),
    Plan("klacht", c.COMPLAINT),
)
