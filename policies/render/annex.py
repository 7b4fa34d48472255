"""Items and criteria → HTML: the annex to a draft, on request. It is never part of what the public reads."""

from collections.abc import Sequence
from pathlib import Path

from markupsafe import escape

from policies.core.completeness import Criterion, DutyItem

STYLE = Path(__file__).with_name("annex.css")
STATES = {"required": "Verplicht, staat erin", "not_required": "Niet verplicht", "missing": "Ontbreekt of klopt niet"}
INTRO = (
    "Deze bijlage hoort bij het concept en komt niet in wat de lezer ziet. Ze zegt bij elk punt van art. 12, 13 en 14 van de AVG of het verplicht is, waarom, "
    "en waar het in de tekst staat. Ze is een hulpmiddel en geen juridisch advies."
)
MOST_PLACES = 4  # of where an item stands; the JSON names all


def annex(items: Sequence[DutyItem], criteria: Sequence[Criterion]) -> str:
    """Return the annex as one <section>: a table of the items and one of the criteria."""
    return (
        f'<section class="bijlage">\n<h2>Bijlage: wat de wet vraagt, en waar het staat</h2>\n<p>{INTRO}</p>\n'
        f"{_items(items)}{_criteria(criteria)}</section>\n"
    )


def _items(items: Sequence[DutyItem]) -> str:
    rows = "".join(
        f'<tr class="{item.state}"><th scope="row">{escape(item.article)}</th><td>{escape(item.what)}</td>'
        f"<td><strong>{_state(item)}.</strong> {escape(item.why)}{_lacks(item)}</td><td>{_places(item)}</td></tr>\n"
        for item in items
    )
    head = _head("Artikel", "Wat men moet weten", "Verplicht, en waarom", "Waar het staat")
    return (
        f'<h3>De punten van art. 12, 13 en 14</h3>\n<table class="punten">\n{head}<tbody>\n{rows}</tbody>\n</table>\n'
    )


def _state(item: DutyItem) -> str:
    return "Dit doet u zelf" if item.deed and item.state == "required" else STATES[item.state]


def _lacks(item: DutyItem) -> str:
    if not item.missing:
        return ""
    lines = "".join(f"<li>{escape(lack.message)} {escape(lack.remedy)}</li>" for lack in item.missing)
    return f"<ul>{lines}</ul>"


def _places(item: DutyItem) -> str:
    if not item.places:
        return "–"
    rows = [f"<li>{escape(place.section)}{_number(len(place.keys))}</li>" for place in item.places[:MOST_PLACES]]
    rest = len(item.places) - MOST_PLACES
    return "<ul>" + "".join(rows) + (f"<li>en nog in {rest} andere delen</li>" if rest > 0 else "") + "</ul>"


def _number(pieces: int) -> str:
    return f" ({pieces} stukken)" if pieces > 1 else ""


def _criteria(criteria: Sequence[Criterion]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(one.number)}</th><td>{escape(one.name)}</td><td><strong>{_verdict(one)}.</strong> {escape(one.why)}</td>'
        f"<td>{escape(one.better) or '–'}</td></tr>\n"
        for one in criteria
    )
    head = _head("Nummer", "Criterium", "Voldaan, en waarom het geldt", "Waar wij de wet volgen")
    source = "De 23 criteria komen uit onderzoek naar volledigheid (IEEE Transactions on Software Engineering, doi:10.1109/TSE.2021.3124332)."
    return f'<h3>De 23 criteria voor volledigheid</h3>\n<p>{source}</p>\n<table class="criteria">\n{head}<tbody>\n{rows}</tbody>\n</table>\n'


def _verdict(criterion: Criterion) -> str:
    return {True: "Voldaan", False: "Niet voldaan", None: "Geldt niet"}[criterion.met]


def _head(*names: str) -> str:
    return "<thead><tr>" + "".join(f'<th scope="col">{name}</th>' for name in names) + "</tr></thead>\n"
