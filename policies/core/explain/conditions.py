"""Why a clause applies: which answers its condition looked at, and which of those carried it.

A condition is a plain function of a case. Here it is given a case that keeps a record of every answer that is read, and can hide some of them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache, partial
from typing import Any, NamedTuple

from policies.core.clauses.case import SCOPES, Case
from policies.core.clauses.library import Library
from policies.core.document import Clause
from policies.core.facts import Facts, paths, specs_of
from policies.core.law import Law

# Answers that are read × different answers: a condition that weighs more than this is about all of them together. About one row there is less to weigh.
MOST, MOST_OF_ROW = 1500, 30
COMPUTED = tuple(name for name, value in vars(Case).items() if isinstance(value, cached_property))


@dataclass(slots=True)
class _Record:
    """What was read, with its value, in order; and what must look as if nobody answered it."""

    read: dict[str, Any] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()


class _Answer(NamedTuple):
    """An answer, and how it looks when nobody gave it."""

    path: str
    value: Any
    blank: Any


class _RecordedRows(tuple[Any, ...]):
    """A list of rows. Only whether there are any is an answer of its own; walking over them is not."""

    record: _Record
    path: str

    def __bool__(self) -> bool:
        self.record.read[self.path] = self
        return len(self) > 0 and self.path not in self.record.hidden


class _RecordedRow:
    """A part or row of the facts that tells the record which of its answers are read."""

    def __init__(self, of: Any, path: str, record: _Record):
        self._of, self._path, self._record = of, path, record
        self._leaves: dict[str, _Answer] = {}

    def __getattr__(self, name: str) -> Any:
        """Return what is no answer: a key, a part, a list or a method. It is made once."""
        kind: type = type(self._of)
        spec = specs_of(kind).get(name)
        made: Any
        if spec is None:
            made = partial(getattr(kind, name), self)
        elif spec.kind == "key":
            made = getattr(self._of, name)
        elif spec.kind == "part":
            made = _seen(getattr(self._of, name), f"{self._path}{name}.", self._record)
        else:
            path = f"{self._path}{name}"
            rows = enumerate(getattr(self._of, name))
            made = _RecordedRows(
                _seen(row, f"{path}.{paths.row_name(row) or place}.", self._record) for place, row in rows
            )
            made.record, made.path = self._record, path
        self.__dict__[name] = made
        return made

    def _leaf(self, name: str) -> _Answer:
        value = getattr(self._of, name)
        blank = type(value)() if isinstance(value, tuple | bool) else None
        return self._leaves.setdefault(name, _Answer(f"{self._path}{name}", value, blank))


def _seen(of: Any, path: str, record: _Record) -> Any:
    """Return the row with its reads on record: it has the fields of its facts class. `path` ends with a dot, or is empty for the whole of the facts."""
    kind: type = type(of)
    return _class_of(kind)(of, path, record)


@cache
def _class_of(kind: type) -> type[_RecordedRow]:
    """Return a class with a property for each answer of a facts class.

    A condition may read some thousands of answers, and a property is quicker than __getattr__.
    """
    return type(
        kind.__name__,
        (_RecordedRow,),
        {name: _answer(name) for name, spec in specs_of(kind).items() if spec.kind not in {"key", "part", "rows"}},
    )


def _answer(name: str) -> property:
    def read(row: _RecordedRow) -> Any:
        path, value, blank = row._leaves.get(name) or row._leaf(name)
        record = row._record
        record.read[path] = value
        return blank if path in record.hidden else value

    return property(read)


class ClauseReasons:
    """The answers that carry the clauses of one statement. A condition is asked once for all that it decides about the same row."""

    def __init__(self, facts: Facts, law: Law, library: Library):
        self.record, self.library = _Record(), library
        self.case = Case(_seen(facts, "", self.record), law)
        self.rows: dict[str, dict[str, Case]] = {}
        self.known: dict[tuple[str, str], tuple[str, ...] | None] = {}

    def of(self, clause: Clause | Any) -> tuple[str, ...] | None:
        """Return the paths of the answers that carried this clause.

        It needs only `clause` (its id) and `key`. Empty when no single answer did: they all did together. None for a clause that
        always applies, or that the library does not know.
        """
        source = self.library.clauses.get(clause.clause)
        if source is None or source.when == "always":
            return None
        prefix = "" if clause.key == clause.clause else clause.key.rpartition("/")[0] + "/"
        asked = (source.when, prefix)
        if asked not in self.known:
            case = self._rows(source.scope).get(prefix)
            self.known[asked] = (
                None if case is None else self._carriers(source.condition, case, MOST_OF_ROW if prefix else MOST)
            )
        return self.known[asked]

    def _rows(self, scope: str) -> Mapping[str, Case]:
        if scope not in self.rows:
            self.rows[scope] = dict(SCOPES[scope](self.case))
        return self.rows[scope]

    def _carriers(self, condition: Callable[[Case], bool], case: Case, most: int) -> tuple[str, ...]:
        read: dict[str, Any] = {}
        while (
            len(read) <= most
            and (holds := self._holds(condition, case, read))
            and self.record.read.keys() - read.keys()
        ):
            read.update(self.record.read)
        if len(read) == 1:
            return tuple(read)
        if len(read) > most or holds:
            return ()
        carried: list[str] = []
        for places in _grouped(read, paths.leaf):  # by question; then those rows with the same answer
            answers = _grouped(
                {path: read[path] for path in places},
                lambda path: path if isinstance(read[path], _RecordedRows) else read[path],
            )
            if len(answers) * len(read) <= most and self._carries(condition, case, places, read):
                carried += (
                    places
                    if len(answers) == 1
                    else [path for some in answers if self._carries(condition, case, some, read) for path in some]
                )
        return tuple(carried)

    def _carries(
        self, condition: Callable[[Case], bool], case: Case, places: list[str], read: Mapping[str, Any]
    ) -> bool:
        """Whether the clause would be there with only these answers, or would go without them."""
        return self._holds(condition, case, read.keys() - set(places)) or not self._holds(condition, case, places)

    def _holds(self, condition: Callable[[Case], bool], case: Case, hidden: Any) -> bool:
        self.record.read, self.record.hidden = {}, frozenset(hidden)
        for name in COMPUTED:  # what a case keeps after it was first asked
            case.__dict__.pop(name, None)
        return bool(condition(case))


def _grouped(read: Mapping[str, Any], by: Callable[[str], Any]) -> list[list[str]]:
    """Return the paths of the given answers, together where `by` gives the same."""
    groups: dict[Any, list[str]] = {}
    for path, value in read.items():
        if value:
            groups.setdefault(by(path), []).append(path)
    return list(groups.values())


# --- answers that bring two rows together --------------------------------------------------------------------------


rows_passed = lru_cache(maxsize=4096)(paths.rows_passed)  # every sentence asks for those of the same few thousand paths


@lru_cache(maxsize=8192)
def referring(key: str, path: str) -> tuple[str, ...]:
    """Return the paths of the answers by which a value came into a clause about another row.

    Such are the groups of an activity and the activities of a recipient. `key` is that of the clause, `path` that of the printed
    fact. Which of two answers it was (that of a data use, or the one of its activity that it follows) cannot be seen here; both
    are given.
    """
    spoken, printed = _rows_of_key(key), rows_passed(path)
    pairs = [(one, other) for one in spoken for other in (*printed, *spoken)] + [
        (other, one) for one in spoken for other in printed
    ]
    found = [paths.under(row, name) for (address, row), (target, _) in pairs for name in _references(address, target)]
    found += [  # a data use is called after its category
        f"{row}.uses.{paths.below(other)}.category"
        for address, row in spoken
        if address == "activities"
        for target, other in printed
        if target == "categories"
    ]
    return tuple(dict.fromkeys(found))


def behind(key: str, places: Iterable[str]) -> tuple[str, ...]:
    """Return the paths of the answers that one sentence does not print and yet rests on.

    `key` is that of its clause, `places` the paths of the printed facts. Of a data use it is its kind and what it says of another
    row in the sentence, of a cookie its kind, of an authority where customers live; in the first layer whom an activity is about.
    """
    rows = dict.fromkeys(row for path in places for row in rows_passed(paths.parent(path)))
    found = ["scope.customer_countries"] if any(path.startswith("catalogue.authorities.") for path in places) else []
    for address, row in rows:
        if address == "activities.uses":
            found += [
                f"{row}.category",
                *(paths.under(row, name) for target, _ in rows for name in _references(address, target)),
            ]
        elif address == "activities.purposes" and key.startswith("kort/"):
            found += [f"{row}.groups", f"{paths.head(row, 2)}.groups"]
        elif address == "cookies.placed":
            found.append(f"{row}.kind")
    return tuple(dict.fromkeys(found))


def _rows_of_key(key: str) -> list[tuple[str, str]]:
    names = key.split("/")[:-1]
    if names[:1] == ["automated"]:
        names.insert(1, "decisions")
    if names[2:3] == ["retention"]:
        return [*rows_passed(paths.join(names[:2])), *rows_passed(f"retention_rules.{names[3]}")]
    return rows_passed(paths.join(names))


@cache
def _references(address: str, target: str) -> tuple[str, ...]:
    """Return the fields of a row of one list that name rows of another."""
    return tuple(name for name, spec in specs_of(paths.class_at(address)).items() if spec.target == target)
