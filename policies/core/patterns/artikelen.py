"""Artikelen: numbered articles, most of them the reader's own question; data per kind; articles that refer to each other by number."""

from . import blocks as c
from .plan import Card, Each, Line, Own, Piece, Plan

PURPOSE = Card("activity", (
    Line("verhaal", ("activity/story",)),
    Line("waarom", c.WHY),
    Line("mensen", c.PEOPLE),
    Line("bron", c.SOURCE),
    Line("moet", c.MUST),
    Line("zelf", c.SELF),
), titled=True)
KIND = Each("category", ("data/description", "data/special", "data/criminal", "data/national-number", "data/number-within", "data/uses", "data/unused"))

SECTIONS: tuple[Piece, ...] = (
    Plan("inleiding", (*c.OPENING, "contact/copyright")),
    Own("start"),
    Plan("begrippen", ("definitions/words", "definitions/service", "definitions/terms", "data/groups")),
    Plan("gebruik", ("purposes/none", "purposes/intro", "purposes/contract", PURPOSE)),
    Plan("gegevens", ("data/none", KIND, "use/items-uncategorised", "activity/without-data", "data/special-law", "data/unasked")),
    Own("data"),
    Plan("cookies", c.COOKIES),
    Plan("reclame", c.MARKETING),
    Plan("computer", c.MACHINES),
    Plan("bewaren", ("retention/intro", "retention/several", *c.RETENTION)),
    Plan("kinderen", c.MINORS),
    Plan("rechten", (*c.RIGHTS, *c.COMPLAINT, "security/register")),
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
    Plan("contact", c.CONTACT),
)
