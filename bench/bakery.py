"""How long the statement of a bakery is that starts from the preset and answers every question with the usual answer, beside the targets."""

from collections.abc import Iterator

from bench.statement import ON, Row
from bench.words import counted
from policies.core.assembly.assemble import assemble
from policies.core.catalogue.usual import measures, usual
from policies.core.clauses.library import load
from policies.core.facts import Controller, Facts, Scope, Style, paths
from policies.core.presets.propose import StartAnswers, propose, usual_doings

OWNER = Facts(
    controller=Controller(
        country="BE",
        legal_form="eenmanszaak",
        legal_name="Bart Peeters",
        trade_names=("Bakkerij Bart",),
        register_number="1999.999.250",
        seat_street="Broodstraat 4",
        seat_postcode="9300",
        seat_city="Aalst",
        seat_country="BE",
        email="info@bakkerijbart.example",
        phone="053 00 00 00",
    ),
    scope=Scope(websites=("https://www.bakkerijbart.example",)),
    style=Style(pattern="verwerkingen", tone="u"),
)
MORE = ("loyalty", "social", "cameras")


def bakery(*more: str, promises: bool = True) -> Facts:
    """The facts of a bakery of one person with the usual doings, and more; with `promises` every question that the preset leaves open is answered as many answer it."""
    library = load()
    begun = StartAnswers("BE", "shop", "alone", (*usual_doings(library, "shop", "alone", ON), *more))
    facts, _ = propose(OWNER, begun, library, ON)
    if not promises:
        return facts
    facts = paths.put_all(facts, {one.path: one.answer for one in usual(facts, library, ON)})
    facts = paths.put_all(
        facts,
        {
            path: True
            for path, spec, value in paths.walk(facts)
            if spec.promise and value is None and path.partition(".")[0] not in {"activities", "recipients"}
        },
    )
    agreed = {f"recipients.{row.key}.agreement": True for row in facts.recipients if row.role == "processor"}
    answers = {
        "dpo.designated": False,
        "minors.directed": False,
        "automated.used": False,
        "security.measures": measures(facts, library, ON),
        **agreed,
    }
    return paths.put_all(facts, answers)


def measure() -> Iterator[Row]:
    for name, more, most in (("bakery", (), 1150), ("bakery with loyalty card, social media and cameras", MORE, 1400)):
        yield f"words of a {name}", counted(assemble(bakery(*more), load(), ON)).words, most, ""
        yield "  every promise open", counted(assemble(bakery(*more, promises=False), load(), ON)).words, None, ""


def gaps(facts: Facts) -> list[str]:
    """The questions that still stand open in the statement."""
    return assemble(facts, load(), ON).gaps()
