"""Betrokkenen: starts from who the reader is to the company. One complete block per set of groups; then the themes."""

from policies.core.patterns import blocks as c
from policies.core.patterns.plan import EachPlan, Fold, Own, Piece, Run, SectionPlan

PEOPLE = EachPlan(
    "people",
    (
        EachPlan(
            "activity",
            (
                "betrokkenen/purposes",
                "activity/no-purpose",
                Run("purpose", c.ADVERTISING),
                "activity/story",
                Fold("gegevens", ("betrokkenen/data",)),
                "activity/no-data",
                "betrokkenen/source",
                "betrokkenen/needs",
                "activity/control",
                "betrokkenen/recipients",
            ),
        ),
    ),
)

SECTIONS: tuple[Piece, ...] = (
    SectionPlan("inleiding", c.WHO),
    Own("start"),
    SectionPlan("overal", ("purposes/none", *c.DEFAULTS, "purposes/legend", c.DRAWN_AND_LISTED)),
    SectionPlan("begrippen", (*c.DEFINITIONS, "data/groups")),
    SectionPlan("mensen", ("data/none", PEOPLE, "data/unused")),
    SectionPlan("bijzonder", c.SENSITIVE),
    Own("data"),
    SectionPlan("website", c.folded(c.COOKIES)),
    SectionPlan("ontvangers", (*c.folded(c.RECIPIENTS), *c.DISCLOSURE, *c.PLACES)),
    Own("recipients"),
    SectionPlan("doorgifte", c.TRANSFER),
    SectionPlan("beveiliging", (*c.SECURITY, *c.BREACH)),
    SectionPlan("reclame", c.MARKETING),
    SectionPlan("computer", c.MACHINES),
    SectionPlan("kinderen", c.MINORS),
    SectionPlan("links", c.LINKS),
    SectionPlan("verwerker", c.PROCESSOR),
    Own("end"),
    SectionPlan("wijzigingen", c.CHANGES),
    SectionPlan("rechten", c.RIGHTS),
    Own("rights"),
    SectionPlan("klacht", c.COMPLAINT),
)
