"""Rubrieken: one heading per theme, short paragraphs and lists. The order of the digest: from words to data to use, terms, rights, helpers, contact."""

from . import blocks as c
from .plan import Card, Line, Own, Piece, Plan

ACTIVITY = Card("activity", (
    Line("verhaal", ("activity/story",)),
    Line("waarom", c.WHY),
    Line("gegevens", c.DATA),
    Line("mensen", c.PEOPLE),
    Line("bron", c.SOURCE),
    Line("moet", c.MUST),
    Line("zelf", c.SELF),
), titled=True)

SECTIONS: tuple[Piece, ...] = (
    Plan("inleiding", (*c.OPENING, "opening/what")),
    Own("start"),
    Plan("begrippen", ("definitions/words", "definitions/service", "definitions/terms", "data/groups")),
    Plan("gegevens", ("data/intro", "data/none", "data/kinds", *c.SENSITIVE)),
    Own("data"),
    Plan("cookies", c.COOKIES),
    Plan("gebruik", ("purposes/none", "purposes/intro", "purposes/contract", ACTIVITY)),
    Plan("reclame", c.MARKETING),
    Plan("computer", c.MACHINES),
    Plan("bewaren", ("retention/intro", "retention/several", *c.RETENTION)),
    Plan("rechten", (*c.RIGHTS, *c.COMPLAINT)),
    Own("rights"),
    Plan("doorgifte", c.TRANSFER),
    Plan("overheid", c.DISCLOSURE),
    Plan("beveiliging", (*c.SECURITY, *c.BREACH, "security/register")),
    Plan("ontvangers", (*c.RECIPIENTS, *c.PLACES)),
    Own("recipients"),
    Plan("links", c.LINKS),
    Plan("kinderen", c.MINORS),
    Plan("verwerker", c.PROCESSOR),
    Own("end"),
    Plan("wijzigingen", c.CHANGES),
    Plan("contact", (*c.CONTACT, "contact/copyright")),
)
