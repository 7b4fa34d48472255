"""Rubrieken: a heading per theme and one vocabulary.

Each kind of data, each use, each term and each recipient stands once, in its own list.
"""

from policies.core.patterns import blocks as c
from policies.core.patterns.plan import EachPlan, Own, Piece, Run, SectionPlan

ACTIVITY = EachPlan(
    "activity",
    (
        "activity/story",
        Run("purpose", ("rubrieken/purpose", *c.ADVERTISING)),
        "activity/no-purpose",
        "rubrieken/uses",
        "activity/no-data",
        "rubrieken/consequences",
        "rubrieken/source",
        "activity/control",
    ),
)

SECTIONS: tuple[Piece, ...] = (
    SectionPlan("inleiding", c.WHO),
    Own("start"),
    SectionPlan("begrippen", (*c.DEFINITIONS, "data/groups")),
    SectionPlan(
        "gegevens",
        ("defaults/source", "data/none", "rubrieken/kinds", "rubrieken/no-kind", "data/unused", *c.SENSITIVE),
    ),
    Own("data"),
    SectionPlan("cookies", c.COOKIES),
    SectionPlan("gebruik", ("purposes/none", "purposes/legend", ACTIVITY)),
    SectionPlan("reclame", c.MARKETING),
    SectionPlan("computer", c.MACHINES),
    SectionPlan("bewaren", (*c.ENDS, c.DRAWN, "rubrieken/terms", "rubrieken/no-term")),
    SectionPlan("rechten", (*c.RIGHTS, *c.COMPLAINT)),
    Own("rights"),
    SectionPlan("doorgifte", c.TRANSFER),
    SectionPlan("overheid", c.DISCLOSURE),
    SectionPlan("beveiliging", (*c.SECURITY, *c.BREACH)),
    SectionPlan("ontvangers", (*c.RECIPIENTS, *c.PLACES)),
    Own("recipients"),
    SectionPlan("links", c.LINKS),
    SectionPlan("kinderen", c.MINORS),
    SectionPlan("verwerker", c.PROCESSOR),
    Own("end"),
    SectionPlan("wijzigingen", c.CHANGES),
)
