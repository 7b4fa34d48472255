"""Rubrieken: a heading per theme and one vocabulary.

Each kind of data, each use, each term and each recipient stands once, in its own list.
"""

from policies.core.patterns import blocks as c
from policies.core.patterns.plan import Each, Own, Piece, Plan, Run

ACTIVITY = Each(
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
    Plan("inleiding", c.WHO),
    Own("start"),
    Plan("begrippen", (*c.DEFINITIONS, "data/groups")),
    Plan(
        "gegevens",
        ("defaults/source", "data/none", "rubrieken/kinds", "rubrieken/no-kind", "data/unused", *c.SENSITIVE),
    ),
    Own("data"),
    Plan("cookies", c.COOKIES),
    Plan("gebruik", ("purposes/none", "purposes/legend", ACTIVITY)),
    Plan("reclame", c.MARKETING),
    Plan("computer", c.MACHINES),
    Plan("bewaren", (*c.ENDS, c.DRAWN, "rubrieken/terms", "rubrieken/no-term")),
    Plan("rechten", (*c.RIGHTS, *c.COMPLAINT)),
    Own("rights"),
    Plan("doorgifte", c.TRANSFER),
    Plan("overheid", c.DISCLOSURE),
    Plan("beveiliging", (*c.SECURITY, *c.BREACH)),
    Plan("ontvangers", (*c.RECIPIENTS, *c.PLACES)),
    Own("recipients"),
    Plan("links", c.LINKS),
    Plan("kinderen", c.MINORS),
    Plan("verwerker", c.PROCESSOR),
    Own("end"),
    Plan("wijzigingen", c.CHANGES),
)
