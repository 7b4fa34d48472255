"""Artikelen: numbered articles, most of them the reader's own question.

Activities have a number under their reason; terms point back to it.
"""

from policies.core.patterns import blocks as c
from policies.core.patterns.plan import EachPlan, Own, Piece, Run, SectionPlan

REASON = EachPlan(
    "basis",
    (
        EachPlan(
            "activity",
            (
                "activity/story",
                Run("purpose", ("artikelen/purpose", *c.ADVERTISING)),
                "activity/no-purpose",
                "artikelen/data",
                "activity/no-data",
                "artikelen/source",
                "artikelen/needs",
                "activity/control",
            ),
        ),
    ),
)

SECTIONS: tuple[Piece, ...] = (
    SectionPlan("inleiding", c.WHO),
    Own("start"),
    SectionPlan("begrippen", (*c.DEFINITIONS, "data/groups")),
    SectionPlan("gebruik", ("defaults/source", "purposes/none", "purposes/legend", REASON, "data/none", "data/unused")),
    Own("data"),
    SectionPlan("bewaren", (*c.ENDS, c.DRAWN, "artikelen/terms", "artikelen/no-term")),
    SectionPlan("gevoelig", c.SENSITIVE),
    SectionPlan("cookies", c.COOKIES),
    SectionPlan("reclame", c.MARKETING),
    SectionPlan("computer", c.MACHINES),
    SectionPlan("kinderen", c.MINORS),
    SectionPlan("rechten", (*c.RIGHTS, *c.COMPLAINT)),
    Own("rights"),
    SectionPlan("beveiliging", c.SECURITY),
    SectionPlan("datalek", c.BREACH),
    SectionPlan("ontvangers", (*c.RECIPIENTS, *c.DISCLOSURE, *c.PLACES)),
    Own("recipients"),
    SectionPlan("doorgifte", c.TRANSFER),
    SectionPlan("links", c.LINKS),
    SectionPlan("verwerker", c.PROCESSOR),
    Own("end"),
    SectionPlan("wijzigingen", c.CHANGES),
)
