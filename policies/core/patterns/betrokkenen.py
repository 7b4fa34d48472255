"""Betrokkenen: starts from who the reader is to the company; per group, item by item, why it is needed. Then on which ground, and the themes."""

from . import blocks as c
from .plan import Card, Each, Line, Own, Piece, Plan

GROUP = Each("group", ("data/groups", "group/data"))
GROUND = Card("activity", (
    Line("verhaal", ("activity/story",)),
    Line("waarom", c.WHY),
    Line("bron", c.SOURCE),
    Line("moet", c.MUST),
    Line("zelf", c.SELF),
), titled=True)

SECTIONS: tuple[Piece, ...] = (
    Plan("inleiding", c.OPENING),
    Own("start"),
    Plan("begrippen", ("definitions/words", "definitions/service", "definitions/terms", "data/description")),
    Plan("mensen", ("data/none", GROUP, "use/items-of-nobody", "activity/without-data", "activity/without-people", "data/unused")),
    Plan("bijzonder", c.SENSITIVE),
    Plan("grond", ("purposes/none", "purposes/intro", "purposes/contract", GROUND)),
    Own("data"),
    Plan("website", c.COOKIES),
    Plan("bewaren", ("retention/intro", "retention/several", *c.RETENTION)),
    Plan("ontvangers", (*c.RECIPIENTS, *c.DISCLOSURE, *c.PLACES)),
    Own("recipients"),
    Plan("doorgifte", c.TRANSFER),
    Plan("beveiliging", (*c.SECURITY, *c.BREACH, "security/register")),
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
    Plan("contact", (*c.CONTACT, "contact/copyright")),
)
