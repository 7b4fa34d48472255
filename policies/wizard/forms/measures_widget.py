"""The question about security measures: those of the catalogue to tick, by theme, and a field for the company's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

THEMES = {
    "verbinding": "Verbinding",
    "toegang": "Toegang",
    "apparaten": "Computers en telefoons",
    "herstel": "Back-ups",
    "toezicht": "Toezicht",
    "gebouw": "Gebouw en papier",
    "mensen": "Mensen en afspraken",
    "gewoon": "Gewoon bij wat u doet",
}
USUAL = "gewoon"


@dataclass(frozen=True)
class Chip:
    """One thing to tick. `id` is that of its box on the page."""

    id: str
    value: str
    ticked: bool


class Measures(forms.Textarea):
    """Boxes for what the catalogue has, lines for the rest: together one list of lines.

    `stored` is that list as it is now, of which what stays keeps its place; what is `usual` for such a company stands first, and none of it is ticked by itself.
    """

    template_name = "wizard/measures.html"

    def __init__(self, rows: Sequence[Mapping[str, Any]], stored: Sequence[str], usual: Sequence[str] = ()) -> None:
        super().__init__()
        themes = {row["measure"]: row["theme"] for row in rows}
        self.offers = {measure: USUAL for measure in usual if measure in themes} | {
            measure: theme for measure, theme in themes.items() if measure not in usual
        }
        self.stored = tuple(stored)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        """All lines, one under the other; a posted box that is no offer counts for nothing."""
        lines = [line.strip() for line in (data.get(name) or "").splitlines() if line.strip()]
        posted = data.getlist(f"{name}-kies") if hasattr(data, "getlist") else data.get(f"{name}-kies", ())
        ticked = dict.fromkeys(line for line in (*posted, *lines) if line in self.offers)
        own = iter([line for line in lines if line not in self.offers])
        in_place = [
            line if line in self.offers else next(own, None)
            for line in self.stored
            if line not in self.offers or line in ticked
        ]
        kept = [line for line in in_place if line is not None]
        return "\n".join((*kept, *own, *(line for line in ticked if line not in kept)))

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict[str, Any]:
        lines = [line.strip() for line in (value or "").splitlines()]
        own = [line for line in lines if line not in self.offers]
        context = super().get_context(name, "\n".join(own), {**(attrs or {}), "rows": min(max(3, len(own) + 1), 10)})
        chips: dict[str, list[Chip]] = {}
        for place, (measure, theme) in enumerate(self.offers.items()):
            chips.setdefault(theme, []).append(
                Chip(f"{context['widget']['attrs'].get('id', name)}-kies-{place}", measure, measure in lines)
            )
        return context | {"themes": [(THEMES.get(theme, theme.capitalize()), found) for theme, found in chips.items()]}
