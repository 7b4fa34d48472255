"""Verwerkingen: a section per activity that tells a short story — what happens, with which data, why, on which ground, how long — then the themes."""

from . import blocks as c
from .plan import Card, Each, Line, Own, Piece, Plan

ACTIVITY = Each("activity", (
    "activity/story",
    Card("activity", (
        Line("gegevens", c.DATA),
        Line("waarom", c.WHY),
        Line("hoelang", c.KEPT),
        Line("mensen", c.PEOPLE),
        Line("bron", c.SOURCE),
        Line("moet", c.MUST),
        Line("ontvangers", ("activity/recipients",)),
        Line("zelf", c.SELF),
    )),
), sections=True)

SECTIONS: tuple[Piece, ...] = (
    Plan("inleiding", (*c.OPENING, "purposes/none", "purposes/intro", "purposes/contract", "retention/intro", "retention/several", "retention/backups")),
    Own("start"),
    Plan("begrippen", ("definitions/words", "definitions/service", "definitions/terms", "data/groups", "data/description")),
    ACTIVITY,
    Plan("soorten", ("data/none", "data/unused")),
    Own("data"),
    Plan("bijzonder", (*c.SENSITIVE, *c.MINORS)),
    Plan("cookies", c.COOKIES),
    Plan("reclame", c.MARKETING),
    Plan("computer", c.MACHINES),
    Plan("beveiliging", (*c.SECURITY, *c.BREACH, "security/register")),
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
    Plan("contact", (*c.CONTACT, "contact/copyright")),
)
