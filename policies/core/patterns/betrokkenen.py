"""Betrokkenen: starts from who the reader is to the company. One complete block per set of groups; then the themes."""

from policies.core.patterns import blocks as c
from policies.core.patterns.plan import Each, Fold, Own, Piece, Plan, Run

PEOPLE = Each(
    "people",
    (
        Each(
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
    Plan("inleiding", c.WHO),
    Own("start"),
    Plan("overal", ("purposes/none", *c.DEFAULTS, "purposes/legend", c.DRAWN_AND_LISTED)),
    Plan("begrippen", (*c.DEFINITIONS, "data/groups")),
    Plan("mensen", ("data/none", PEOPLE, "data/unused")),
    Plan("bijzonder", c.SENSITIVE),
    Own("data"),
    Plan("website", c.folded(c.COOKIES)),
    Plan("ontvangers", (*c.folded(c.RECIPIENTS), *c.DISCLOSURE, *c.PLACES)),
    Own("recipients"),
    Plan("doorgifte", c.TRANSFER),
    Plan("beveiliging", (*c.SECURITY, *c.BREACH)),
    Plan("reclame", c.MARKETING),
    Plan("computer", c.MACHINES),
    Plan("kinderen", c.MINORS),
    Plan("links", c.LINKS),
    Plan("verwerker", c.PROCESSOR),
    Own("end"),
    Plan("wijzigingen", c.CHANGES),
    Plan("rechten", c.RIGHTS),
    Own("rights"),
    Plan("klacht", c.COMPLAINT),
)
