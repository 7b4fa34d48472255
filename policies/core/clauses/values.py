"""Facts as a clause sees them: every printed value carries the path of the fact it comes from."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markupsafe import Markup, escape

from policies.core.facts import (
    Activity,
    DataCategory,
    DataUse,
    Facts,
    Purpose,
    Recipient,
    RetentionRule,
    days,
    follow,
    fragments,
    paths,
    specs_of,
)
from policies.core.facts.defaults import (
    Defaults,
    activity_names_source,
    other_people,
    purpose_names_people,
    use_names_source,
)
from policies.core.facts.fields import Spec
from policies.core.facts.needs import Need, needs
from policies.core.facts.observed import observed_by
from policies.core.facts.values import country_names


class RetentionGroup:
    """Data of one activity that are kept under one retention rule.

    `first`: nowhere above in the statement is that rule explained.
    """

    __slots__ = ("rule", "uses", "first")

    def __init__(self, rule: "FactRow | FactGap", uses: "list[FactRow]", first: bool):
        self.rule, self.uses, self.first = rule, uses, first


class DataRequirement:
    """Whether data must be given, and what follows when they are not; each None where it is not to be stated.

    `kind` is that of a data use, None for all data of an activity. `answer` is the whole answer, `short` the same in
    short, `ahead` as it stands before what follows, `asked` behind a label that asks it.
    """

    __slots__ = ("kind", "answer", "short", "ahead", "asked", "consequence")

    def __init__(
        self,
        kind: "FactValue | FactGap | None",
        answer: "FactValue | FactGap | None",
        words: "ChoiceWords",
        consequence: "FactValue | FactGap | None",
    ):
        self.kind, self.answer, self.consequence = kind, answer, consequence
        self.short, self.ahead, self.asked = (
            answer.with_text(words.of(f"required_{form}", answer.code))
            if isinstance(answer, FactValue) and answer.code != answer.text  # one of the choices
            else answer
            for form in ("short", "ahead", "asked")
        )


# Names that a clause may use and that are no field: the activity of a data use; the data uses (and their activities) that belong to a retention rule,
# a category or a group of people, and of each of those activities the uses that do (`uses_here`); the items of a category; the data of an activity by term (`terms`); what a use or a purpose still has to say.
DERIVED: dict[type, dict[str, type | str]] = {
    DataUse: {
        "activity": Activity,
        "shows_kind": "value",
        "explains_kind": "value",
        "need": "value",
        "shows_people": "value",
        "shows_source": "value",
    },
    RetentionRule: {"uses": DataUse, "activities": Activity, "kept": RetentionGroup},
    Activity: {
        "recipients": Recipient,
        "uses_here": DataUse,
        "terms": RetentionGroup,
        "needs": DataRequirement,
        "partly": "value",
        "splits_terms": "value",
        "shows_people": "value",
        "shows_source": "value",
    },
    DataCategory: {"uses": DataUse, "items": "value"},
    Purpose: {"shows_people": "value", "above": "value"},
    DataRequirement: {
        "kind": "value",
        "answer": "value",
        "short": "value",
        "ahead": "value",
        "asked": "value",
        "consequence": "value",
    },
    RetentionGroup: {"rule": RetentionRule, "uses": DataUse, "first": "value"},
}
# Whether a data use belongs to the row with that key.
BELONGS: dict[type, Callable[[Activity, DataUse, str], bool]] = {
    RetentionRule: lambda activity, use, key: follow.value(activity, use, "retention") == key,
    DataCategory: lambda activity, use, key: use.category == key,
}


class FactValue:
    """A value with its path. Printed as <v>; true when there is something; equal to its code or text.

    `text` is how it stands in the middle of a sentence, `typed` how the user wrote it.
    """

    __slots__ = ("path", "text", "code", "typed")

    def __init__(self, path: str, text: str, code: str | None = None, typed: str | None = None):
        self.path, self.text, self.code, self.typed = (
            path,
            text,
            text if code is None else code,
            text if typed is None else typed,
        )

    def __html__(self) -> Markup:
        return Markup(f'<v p="{escape(self.path)}">{escape(self.text)}</v>')

    def __str__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        return other == self.code

    def __hash__(self) -> int:
        return hash(self.code)

    def with_text(self, text: str) -> "FactValue":
        """Return the same value with other words; its path and its code stay."""
        return FactValue(self.path, text, self.code)


class FactGap:
    """A fact that nobody has given. Printed as a gap; false; empty when walked."""

    __slots__ = ("path", "label")

    def __init__(self, path: str, label: str):
        self.path, self.label = path, label

    def __html__(self) -> Markup:
        return Markup(f'<gap p="{escape(self.path)}">{escape(self.label)}</gap>')

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __getattr__(self, name: str) -> "FactGap":
        if name.startswith("_"):
            raise AttributeError(name)
        return self


FactAnswer = FactValue | FactGap


class FactRow:
    """One part or row of the facts, its fields by their own names."""

    __slots__ = ("_facts", "_row", "_path", "_words", "_parent", "_specs", "_here")

    def __init__(self, facts: Facts, row: Any, path: str, words: "ChoiceWords", parent: "FactRow | None" = None):
        self._facts, self._row, self._path, self._words, self._parent = facts, row, path, words, parent
        self._specs = specs_of(type(row))
        self._here: list[FactRow] = []  # of an activity of a rule, a category or a group: its uses that belong there

    def __getattr__(self, name: str) -> Any:
        spec = self._specs.get(name)
        if spec is None:
            return self._derived(name)
        value = getattr(self._row, name)
        if isinstance(self._row, DataUse) and not follow.own(self._row, name):
            return getattr(self._owner, name)
        return self._read(paths.under(self._path, name), spec, value)

    @property
    def _owner(self) -> "FactRow":
        """Return the row that this one hangs on: the activity of a purpose or a data use."""
        assert self._parent is not None
        return self._parent

    def _read(self, path: str, spec: Spec, value: Any) -> Any:
        """Return what a clause sees of one field: a row, rows, a value, values or a gap."""
        kind = spec.kind
        if kind == "part":
            return FactRow(self._facts, value, path, self._words)
        if kind == "tick" or (kind == "yesno" and value is not None):
            return value
        if kind == "rows":
            rows = [
                FactRow(self._facts, row, paths.under(path, paths.row_name(row) or str(index)), self._words, self)
                for index, row in enumerate(value)
            ]
            return rows or FactGap(path, spec.label)
        if (
            value is None or value == () or (isinstance(value, str) and value.isspace())
        ):  # a text from before the gate may be one odd space
            return FactGap(path, spec.label)
        if kind in {"ref", "refs"}:
            found = [self._target(spec, wanted) for wanted in (value if kind == "refs" else (value,))]
            return found if kind == "refs" else found[0]
        if kind in {"choices", "countries", "lines", "urls"}:
            return [self._value(path, spec, entry) for entry in value]
        return self._value(path, spec, value)

    def _derived(self, name: str) -> Any:
        """Return what follows from other rows: see DERIVED. Raises AttributeError for any other name."""
        if name not in DERIVED.get(type(self._row), ()):
            raise AttributeError(name)
        if name == "activity":
            return self._owner
        if name == "need":
            return next((self._owner._need(need) for need in needs(self._owner._row) if need.use is self._row), None)
        if name == "kept":
            return RetentionGroup(self, [], True)
        if isinstance(self._row, Activity):
            return OF_ACTIVITY[name](self)
        if name == "above":
            return next((one.legal_basis for one in self._owner._row.purposes), None)
        if isinstance(self._row, Purpose):
            return purpose_names_people(self._owner._row, self._row)
        if name in OF_USE:
            return OF_USE[name](self, self._words.defaults)
        uses = self._uses()
        if name == "uses":
            return uses
        if name == "activities":
            return self._activities(uses)
        named = {item.name.text: item.name for use in uses for item in use.items if item.name}
        return list(named.values()) or FactGap("activities", "gegevens bij een verwerking")

    def _uses(self) -> list["FactRow"]:
        """Return the data uses that belong to this row, by activity."""
        belongs, key = BELONGS[type(self._row)], self._row.key
        return [self._use(a, use) for a in self._facts.activities for use in a.uses if belongs(a, use, key)]

    def _activities(self, uses: "list[FactRow]") -> "list[FactRow]":
        """Return the activities of these uses, each with its uses here, so that no clause walks over all for each."""
        found: dict[str, FactRow] = {}
        for use in uses:
            found.setdefault(use._owner._path, use._owner)._here.append(use)
        return list(found.values())

    def _terms(self) -> list[RetentionGroup]:
        """Return the data of this activity by retention rule, in the order of its uses; without one, by the gap."""
        found: dict[str | None, RetentionGroup] = {}
        for use in self.uses:
            key = follow.value(self._row, use._row, "retention")
            first = self._words.defaults.rule_at.get(key) == self._row.key
            found.setdefault(key, RetentionGroup(use.retention, [], first)).uses.append(use)
        return list(found.values())

    def _need(self, need: Need) -> DataRequirement:
        row = self if need.use is None else child_of(self, "uses", need.use)
        nobody = "nobody" if need.use is None else "nobody_gives"
        answer = (
            row.required
            if need.answer
            else FactValue(f"{row._path}.required", self._words.of("item", nobody))
            if need.nobody
            else None
        )
        return DataRequirement(
            row.category.name if need.use else None, answer, self._words, row.consequence if need.consequence else None
        )

    def _use(self, activity: Any, use: Any) -> "FactRow":
        return child_of(row_of(self._facts, self._words, "activities", activity), "uses", use)

    def _activity(self) -> Activity:
        """Return the activity that this row is or hangs on."""
        return self._row if isinstance(self._row, Activity) else self._owner._activity()

    def _target(self, spec: Spec, wanted: str) -> "FactRow":
        return FactRow(self._facts, self._facts.find(spec.target, wanted), f"{spec.target}.{wanted}", self._words)

    def _value(self, path: str, spec: Spec, value: Any) -> FactValue:
        if spec.choice_set == "source" and value == "observed":
            return FactValue(
                path, self._words.of("observed", observed_by(self._activity(), self._facts.scope.apps)), value
            )
        if spec.kind in {"choice", "choices"}:
            return FactValue(
                path, self._words.of(spec.choice_set, value) if spec.choice_set else spec.choices[value], value
            )
        if spec.kind in {"country", "countries"}:
            return FactValue(path, country_names()[value], value)
        if spec.kind == "day":
            return FactValue(path, days.in_words(value), value)
        shape = fragments.SHAPES.get(fragments.wording_of(self._row, paths.leaf(path)), str)
        return FactValue(path, shape(str(value)) or str(value), str(value), str(value))


def _explains_kind(use: FactRow, known: Defaults) -> bool:
    """Return whether a data use is the first place of its kind of data, which says what is meant by it."""
    category, place = use._row.category, use._owner._row.uses.index(use._row)
    return bool(use.category.description) and known.category_at.get(category) == (use._owner._row.key, place)


def _shows_kind(use: FactRow, known: Defaults) -> bool:
    """Return whether the name of a kind stands beside its items.

    It does so where it says more than they do, or where another sentence points to it (art. 14.1.d).
    """
    row, kind = use._row, use.category
    pointed_to = kind.special or kind.criminal or kind.national_number
    return not row.items or not kind.name or bool(pointed_to) or _explains_kind(use, known)


OF_ACTIVITY: dict[str, Callable[[FactRow], Any]] = {
    "recipients": lambda row: [
        row_of(row._facts, row._words, "recipients", one)
        for one in row._facts.recipients
        if row._row.key in one.activities
    ],
    "uses_here": lambda row: row._here,
    "needs": lambda row: [row._need(need) for need in needs(row._row)],
    "shows_people": lambda row: row._row.key not in row._words.defaults.known_people,
    "shows_source": lambda row: (
        row._row.source is not None and activity_names_source(row._row, row._words.defaults.source)
    ),
    "partly": lambda row: len(row._here) < len(row._row.uses),
    "terms": FactRow._terms,
    "splits_terms": lambda row: len(row._terms()) > 1,
}
# What a data use still has to say, beside what holds for its activity or for most data.
OF_USE: dict[str, Callable[[FactRow, Defaults], bool]] = {
    "shows_kind": _shows_kind,
    "explains_kind": _explains_kind,
    "shows_people": lambda use, known: other_people(use._owner._row, use._row),
    "shows_source": lambda use, known: use_names_source(use._owner._row, use._row, known.source),
}


class ChoiceWords:
    """How the statement names the code of a choice, in the tone and the country of the company.

    `defaults` is what the statement says once.
    """

    defaults: Defaults

    def __init__(self, table: Mapping[str, Any], tone: str, country: str, defaults: Defaults):
        self.table, self.tone, self.country, self.defaults = table, tone, country, defaults

    def of(self, choice_set: str, code: str) -> str:
        """Return the words for one code. Raises KeyError when the library has none: a word is never invented."""
        word: Any = self.table[choice_set][code]
        while isinstance(word, Mapping):
            word = word[self.tone] if self.tone in word else word[self.country]
        text: str = word
        return text


class CatalogueRow:
    """A row of the catalogue as a clause sees it."""

    __slots__ = ("_row", "_path")

    def __init__(self, row: Mapping[str, Any], path: str):
        self._row, self._path = row, path

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self._row:
            raise AttributeError(name)
        value = self._row[name]
        return FactGap(f"{self._path}.{name}", name) if value is None else FactValue(f"{self._path}.{name}", str(value))


def row_of(facts: Facts, words: ChoiceWords, collection: str, row: Any) -> FactRow:
    """Return one row of a list of the facts, as a clause sees it."""
    return FactRow(facts, row, f"{collection}.{paths.row_name(row)}", words)


def child_of(parent: FactRow, collection: str, row: Any) -> FactRow:
    """Return a purpose or a data use of an activity, as a clause sees it."""
    return FactRow(
        parent._facts,
        row,
        f"{parent._path}.{collection}.{paths.row_name(row) or getattr(parent._row, collection).index(row)}",
        parent._words,
        parent,
    )
