"""Artikelen: numbered articles, most of them the reader's own question.

Activities have a number under their reason; terms point back to it.
"""

from policies.core.patterns import blocks as c
from policies.core.patterns.plan import Each, Own, Piece, Plan, Run

REASON = Each(
    "basis",
    (
        Each(
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
    Plan("inleiding", c.WHO),
    Own("start"),
    Plan("begrippen", (*c.DEFINITIONS, "data/groups")),
    Plan("gebruik", ("defaults/source", "purposes/none", "purposes/legend", REASON, "data/none", "data/unused")),
    Own("data"),
    Plan("bewaren", (*c.ENDS, c.DRAWN, "artikelen/terms", "artikelen/no-term")),
    Plan("gevoelig", c.SENSITIVE),
    Plan("cookies", c.COOKIES),
    Plan("reclame", c.MARKETING),
    Plan("computer", c.MACHINES),
    Plan("kinderen", c.MINORS),
    Plan("rechten", (*c.RIGHTS, *c.COMPLAINT)),
    Own("rights"),
    Plan("beveiliging", c.SECURITY),
    Plan("datalek", c.BREACH),
    Plan("ontvangers", (*c.RECIPIENTS, *c.DISCLOSURE, *c.PLACES)),
    Own("recipients"),
    Plan("doorgifte", c.TRANSFER),
    Plan("links", c.LINKS),
    Plan("verwerker", c.PROCESSOR),
    Own("end"),
    Plan("wijzigingen", c.CHANGES),
)
