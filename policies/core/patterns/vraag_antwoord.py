"""Vraag en antwoord: about each thing the same two questions — what do we process, and why do we process it — then who we are in it, and the rest."""

from . import blocks as c
from .plan import Card, Each, Line, Own, Piece, Plan, Question

ACTIVITY = Each("activity", (
    Question("wat", (
        "activity/story",
        Card("activity", (Line("gegevens", c.DATA), Line("mensen", c.PEOPLE), Line("bron", c.SOURCE), Line("ontvangers", ("activity/recipients",)))),
    )),
    Question("waarom", (
        Card("activity", (Line("waarom", c.WHY), Line("hoelang", c.KEPT), Line("moet", c.MUST), Line("zelf", c.SELF))),
    )),
), sections=True)

SECTIONS: tuple[Piece, ...] = (
    Plan("inleiding", (*c.OPENING, "purposes/none", "purposes/intro", "purposes/contract", "retention/intro", "retention/several", "retention/backups")),
    Own("start"),
    Plan("begrippen", ("definitions/words", "definitions/service", "definitions/terms", "data/groups", "data/description")),
    ACTIVITY,
    Plan("soorten", ("data/none", "data/unused", *c.SENSITIVE)),
    Own("data"),
    Plan("cookies", c.COOKIES),
    Plan("reclame", c.MARKETING),
    Plan("computer", c.MACHINES),
    Plan("verwerker", c.PROCESSOR),
    Plan("ontvangers", (*c.RECIPIENTS, *c.DISCLOSURE, *c.PLACES)),
    Own("recipients"),
    Plan("doorgifte", c.TRANSFER),
    Plan("rechten", (*c.RIGHTS, *c.COMPLAINT)),
    Own("rights"),
    Plan("beveiliging", (*c.SECURITY, *c.BREACH, "security/register")),
    Plan("kinderen", c.MINORS),
    Plan("links", c.LINKS),
    Own("end"),
    Plan("wijzigingen", c.CHANGES),
    Plan("contact", (*c.CONTACT, "contact/copyright")),
)
