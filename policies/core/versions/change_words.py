"""The words for a change between two versions, in the tone and the country of the statement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from policies.core.catalogue.variants import for_country
from policies.core.clauses.filters import landnaam
from policies.core.facts import Facts, days, periods
from policies.core.facts.capitals import capital
from policies.core.facts.fields import Spec
from policies.core.facts.fragments import phrase, shaped
from policies.core.facts.internet_address import readable
from policies.core.facts.observed import observed_by

LIMIT = 25  # words of a sentence
NAME, VALUE, LISTED = 7, 8, 3  # words of a name and of a typed value, entries of a list, that a sentence quotes
TYPED = frozenset({"text", "long"})  # kinds of fields
CUT = "…"  # ends a name that is told in part


@dataclass(frozen=True, slots=True)
class ChangeLabel:
    """What an answer is called, and as far as that is no sentence with its value, how it is said: `says` holds {value}; `more` and `less` are for a list."""

    name: str
    says: str = ""
    more: str = ""
    less: str = ""


class ChangeWords:
    """Names a row, a field and a value as the company says them to its reader."""

    def __init__(self, old: Facts, new: Facts, catalogue: Mapping[str, Any]):
        self.old, self.new, self.catalogue = old, new, catalogue
        self.tone, self.country = new.style.tone or "u", new.controller.country or "BE"
        self.said = for_country(catalogue["changes"], self.country, self.tone)
        self.shape: Mapping[str, str] = self.said["shape"]

    def choice(self, choice_set: str, code: str) -> str:
        """Return the words of the statement for the code of a choice, as they stand in the middle of a sentence."""
        said: str = for_country(self.catalogue["words"][choice_set][code], self.country, self.tone)
        return said if choice_set == "country" or said[1:2].isupper() else said[:1].lower() + said[1:]

    def label(self, address: str, field: str, name: str = "") -> ChangeLabel:
        """Return what an answer is called. Raises KeyError: a word is never invented."""
        said = self.said["fields"][address][field]
        parts = {"heet": said} if isinstance(said, str) else said
        told = {part: text.replace("{name}", name) for part, text in parts.items()}
        return ChangeLabel(told["heet"], told.get("zin", ""), told.get("erbij", ""), told.get("weg", ""))

    def answers(self, address: str, field: str, name: str = "") -> Mapping[str, str] | None:
        """Return the sentences of a yes or no, None for another answer."""
        said = self.said["fields"][address][field]
        return (
            None
            if isinstance(said, str) or "heet" in said
            else {answer: text.replace("{name}", name) for answer, text in said.items()}
        )

    def row(self, address: str) -> Mapping[str, str]:
        """Return the sentences for a row that is new or gone."""
        said: Mapping[str, str] = self.said["rows"][address]
        return said

    def doing(self, name: str) -> str:
        """Return what the company does in an activity of that name, behind “wij”; empty for a name of its own."""
        return next((said for known, said in self.said["doing"].items() if known.casefold() == name.casefold()), "")

    def value(self, spec: Spec, value: Any) -> str:
        """Return an answer, or an entry of a list, in words."""
        kind = spec.kind
        if kind in {"choice", "choices"}:
            return (
                self.choice(spec.choice_set, value)
                if spec.choice_set in self.catalogue["words"]
                else spec.choices[value]
            )
        if kind in {"country", "countries"}:
            return landnaam(value)
        if kind in {"ref", "refs"}:
            return self.named(spec.target, value)
        if kind in {"url", "urls", "email"}:
            return readable(value)
        if kind == "day":
            return days.in_words(value)
        return phrase(str(value)) if spec.wording == "phrase" else str(value)

    def source(self, code: str, detail: str | None, activity: Any = None) -> str:
        """Return where data come from: “van u”, “van de bank”, “doordat onze camera u filmt”."""
        if code == "observed" and activity is not None:
            return self.choice("observed", observed_by(activity, self.new.scope.apps))
        said = self.choice("source", code)
        if code == "third_party":
            return f"{said} {clipped(phrase(detail)) if detail else 'anderen'}"
        return f"{said} ({clipped(phrase(detail))})" if detail and code == "public" else said

    def named(self, collection: str, key: str) -> str:
        """Return what people call the row with that key, as it is or was."""
        row = self.new.find(collection, key) or self.old.find(collection, key)
        if collection == "retention_rules":
            return self.term(row)
        return clipped(shaped(row)) if row else key

    def term(self, rule: Any) -> str:
        """Return how long a rule keeps data; empty where it does not say."""
        return clipped(periods.rule_on_card(rule, phrase), 16) if rule else ""

    def listed(self, entries: Iterable[str]) -> str:
        """Return some entries as an enumeration: “a, b en c”, “a, b, c en nog 4”."""
        told = [clipped(entry) for entry in entries]
        if len(told) > LISTED + 1:
            return f"{', '.join(told[:LISTED])} {self.shape['and_more']} {len(told) - LISTED}"
        return enumerated(told)


def enumerated(entries: list[str]) -> str:
    """Return “a, b en c”; with semicolons where an entry has an “en” of its own."""
    if len(entries) < 2:
        return "".join(entries)
    if any(" en " in entry for entry in entries):
        return "; ".join(entries)
    return f"{', '.join(entries[:-1])} en {entries[-1]}"


def clipped(text: str, most: int = NAME) -> str:
    """Return a text on one line with at most so many words."""
    words = text.split()
    return " ".join(words) if len(words) <= most else f"{' '.join(words[: most - 1])} {CUT}"


def is_short(text: str) -> bool:
    """Tell whether a typed text can be quoted whole: a few words, and no sentences of its own."""
    return len(text.split()) <= VALUE and len(text) <= 80 and not any(end in text for end in (". ", "! ", "? ", "\n"))


def length(text: str) -> int:
    """Return how many words a sentence has."""
    return len(text.split())


def sentence(text: str) -> str:
    """Return a text as a sentence."""
    text = capital(text.strip()).replace(f"{CUT}.", CUT)
    return text if text.endswith((".", "!", "?", ".”", CUT)) else f"{text}."
