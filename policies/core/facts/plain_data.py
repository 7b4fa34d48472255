"""Facts from and to plain data (YAML, JSON).

Refuses what is malformed, with path and expectation; never what is missing.
"""

import dataclasses
import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from policies.core.facts import SCHEMA, Facts, follow, paths, upgrade, values
from policies.core.facts.fields import Spec, specs_of
from policies.core.facts.plain_yaml import NotPlain, plain
from policies.core.facts.planned import without_undated

MAX_BYTES = 500_000
MAX_ROWS = 200  # in one list
MAX_ALL_ROWS = 2000  # in all lists together
MAX_SHOWN = 10_000  # pieces of data, each for every group that they are about: a layout says them for each group anew
MAX_PROBLEMS = 50  # that are looked for
Reader = Callable[[Spec, Any], Any]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, at a dotted path."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class FactsError(ValueError):
    """Malformed facts; `problems` holds every fault found, in reading order."""

    def __init__(self, problems: list[Problem]):
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class _Problems(list[Problem]):
    """The faults so far; one more than are worth reading ends the search with FactsError.

    To look for what each of 10,000 wrong names may have meant takes minutes.
    """

    def append(self, problem: Problem) -> None:
        if len(self) == MAX_PROBLEMS:
            super().append(
                Problem("", f"Dit zijn de eerste {MAX_PROBLEMS} fouten. Misschien zijn er meer: verbeter deze eerst.")
            )
            raise FactsError(list(self))
        super().append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.append(problem)


def read_yaml(source: bytes | str) -> Facts:
    """Return the facts in YAML (JSON is YAML too). Raises FactsError, also for what is no YAML at all."""
    raw = source if isinstance(source, bytes) else source.encode(errors="surrogatepass")
    if len(raw) > MAX_BYTES:
        raise FactsError([Problem("", f"Dit bestand is te groot: hooguit {MAX_BYTES // 1000} kB.")])
    if raw.startswith(b"%PDF"):
        raise FactsError([Problem("", "Dit is een PDF. Hier hoort een YAML-bestand met feiten.")])
    try:
        return from_data(plain(raw.decode("utf-8-sig")))
    except UnicodeDecodeError:
        raise FactsError([Problem("", "Dit bestand is geen leesbare tekst (UTF-8).")]) from None
    except NotPlain as error:
        raise FactsError([Problem("", str(error))]) from None


def from_data(data: Any) -> Facts:
    """Return facts from plain mappings and lists. Raises FactsError with every problem and its path."""
    return _facts(data, values.parse)


def from_stored(data: Any) -> Facts:
    """Return the facts that to_data wrote before, each value as it was.

    What was accepted then may be refused or written otherwise now.

    Raises FactsError for another format, and for names and references that do not exist.
    """
    return _facts(data, values.kept)


def _facts(data: Any, read: Reader) -> Facts:
    if not isinstance(data, Mapping):
        raise FactsError(
            [Problem("", "Hier hoort een lijst van namen en waarden te staan, te beginnen met schema: 2.")]
        )
    problems = _Problems()
    schema = str(data.get("schema", ""))
    if schema not in {"1", str(SCHEMA)}:
        problems.append(
            Problem(
                "schema",
                f"Verwacht: schema: {SCHEMA}." + (f" Hier staat: {schema[:40]}." if schema else " Dit ontbreekt."),
            )
        )
    if schema == "1":
        problems.extend(
            Problem(path, f"Dit bestaat pas in schema {SCHEMA}. Schrijf bovenaan schema: {SCHEMA}.")
            for path in upgrade.newer(data)
        )
        data = upgrade.from_1(data)
    facts: Facts | None = _build(
        Facts, {name: value for name, value in data.items() if name != "schema"}, "", problems, read
    )
    if facts is not None and schema == "1":
        facts = upgrade.without_proposed(facts)
    if facts is not None and read is values.parse:  # what is stored already is read whatever its size
        _check_size(facts)
        facts = _with_numbers(facts, problems)
    if facts is not None:
        problems.extend(impossible(facts))
    if problems or facts is None:
        raise FactsError(problems)
    return facts


def _check_size(facts: Facts) -> None:
    """Refuse what would give a text of many megabytes. Raises FactsError."""
    if sum(1 for _ in paths.each_row(facts)) > MAX_ALL_ROWS:
        raise FactsError([Problem("", f"Hooguit {MAX_ALL_ROWS} regels in alle lijsten samen.")])
    shown = sum(
        len(follow.value(activity, use, "groups")) * max(1, len(use.items))
        for activity in facts.activities
        for use in activity.uses
    )
    if shown > MAX_SHOWN:
        few = f"Hooguit {MAX_SHOWN // 1000}.000 gegevens, geteld bij elke groep waarover ze gaan; dit zijn er {shown // 1000}.{shown % 1000:03}."
        raise FactsError([Problem("activities", f"{few} Noem bij een verwerking minder groepen, of minder gegevens.")])


def _build(cls: type, data: Any, path: str, problems: list[Problem], read: Reader) -> Any:
    if data is None or data == "":
        data = {}
    if not isinstance(data, Mapping):
        problems.append(Problem(path, "Hier horen namen met waarden (naam: waarde)."))
        return None
    specs = specs_of(cls)
    for name in data:
        if name not in specs:
            near = difflib.get_close_matches(str(name), specs, 1)
            hint = f" Bedoelt u {near[0]}?" if near else ""
            problems.append(Problem(paths.under(path, str(name)[:60]), f"Dit veld bestaat niet.{hint}"))
    found = {
        name: _value(spec, data.get(name), paths.under(path, name), problems, read) for name, spec in specs.items()
    }
    if "key" in specs and not found["key"]:
        if not data.get("key"):
            problems.append(
                Problem(paths.under(path, "key"), "Elke regel heeft een kenmerk nodig, bijvoorbeeld key: nieuwsbrief.")
            )
        found["key"] = ""
    return cls(**found)


def _value(spec: Spec, raw: Any, path: str, problems: list[Problem], read: Reader) -> Any:
    if spec.kind == "part":
        built = _build(spec.row_type, raw, path, problems, read)
        return spec.row_type() if built is None else built
    if spec.kind == "rows":
        return _rows(spec, raw, path, problems, read)
    try:
        return read(spec, raw)
    except values.Refused as refusal:
        problems.append(Problem(path, str(refusal)))
        return values.parse(spec, None)


def _rows(spec: Spec, raw: Any, path: str, problems: list[Problem], read: Reader) -> tuple[Any, ...]:
    if raw is None or raw == "":
        return ()
    if not isinstance(raw, (list, tuple)):
        problems.append(Problem(path, "Hier hoort een lijst: elke regel begint met een streepje (-)."))
        return ()
    if len(raw) > MAX_ROWS:
        problems.append(Problem(path, f"Hooguit {MAX_ROWS} regels."))
        return ()
    built = []
    for index, entry in enumerate(raw):
        name = entry.get("key") or entry.get("category") if isinstance(entry, Mapping) else None
        built.append(
            _build(
                spec.row_type,
                entry,
                paths.under(path, str(name)[:60] if isinstance(name, str) else str(index)),
                problems,
                read,
            )
        )
    rows = tuple(row for row in built if row is not None)
    names = Counter(name for name in map(paths.row_name, rows) if name)
    for double in sorted(name for name, times in names.items() if times > 1):
        problems.append(
            Problem(paths.under(path, double), "Dit staat er twee keer. Elke regel heeft een eigen kenmerk.")
        )
    return rows


def _with_numbers(facts: Facts, problems: list[Problem]) -> Facts:
    """Return the facts with register, branch and VAT numbers by the rules of the country of establishment."""
    company = facts.controller
    fixed, faults = check_numbers(company.country, {name: getattr(company, name) for name in NUMBERS})
    problems.extend(Problem(f"controller.{name}", message) for name, message in faults.items())
    numbered: dict[str, Any] = {**fixed}
    return dataclasses.replace(facts, controller=dataclasses.replace(company, **numbered))


NUMBERS = {
    "register_number": values.register_number,
    "branch_number": values.branch_number,
    "vat_number": values.vat_number,
    "rsin": values.rsin,
}


def check_numbers(country: str | None, given: Mapping[str, str | None]) -> tuple[dict[str, str | None], dict[str, str]]:
    """Return the numbers in their canonical form, and the refusals by field name.

    Without a country nothing can be judged.
    """
    fixed, faults = dict(given), {}
    for name, rule in NUMBERS.items():
        if (number := given.get(name)) and country:
            try:
                fixed[name] = rule(country, number)
            except values.Refused as refusal:
                faults[name] = str(refusal)
    return fixed, faults


# A number and its unit have one meaning together: half a duration is none.
PAIRS = {"number": "unit", "unit": "number", "term_number": "term_unit", "term_unit": "term_number"}


def impossible(facts: Facts) -> Iterator[Problem]:
    """Yield what no rows can hold: half a duration, and references to rows that do not exist."""
    known = {
        name: {row.key for row in getattr(facts, name)}
        for name in ("groups", "categories", "retention_rules", "activities", "recipients")
    }
    for place, row in paths.each_row(facts):
        for name, spec in specs_of(type(row)).items():
            value, path = getattr(row, name), paths.under(place, name)
            if name in PAIRS and value is None and getattr(row, PAIRS[name]) is not None:
                yield Problem(path, "Vul het getal en de eenheid in, of laat beide leeg.")
            wanted = value if spec.kind == "refs" else (value,) if spec.kind == "ref" and value is not None else ()
            for key in wanted:
                if key not in known[spec.target]:
                    near = difflib.get_close_matches(key, known[spec.target], 1)
                    hint = f" Bedoelt u {near[0]}?" if near else f" Voeg die toe bij {spec.target}."
                    yield Problem(path, f"“{key[:60]}” bestaat niet.{hint}")


def to_data(facts: Facts, *, internal: bool = True) -> dict[str, Any]:
    """Return plain data that from_data reads back to equal facts; without `internal` what may be published."""
    return {"schema": SCHEMA, **_plain(facts if internal else without_undated(facts), internal)}


def _plain(row: Any, internal: bool) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for name, spec in specs_of(type(row)).items():
        value = getattr(row, name)
        if spec.internal and not internal and spec.kind != "key":
            continue
        if spec.kind == "part":
            value = _plain(value, internal)
        elif spec.kind == "rows":
            value = [_plain(entry, internal) for entry in value]
        elif isinstance(value, tuple):
            value = list(value)
        if value not in (None, [], {}) and not (spec.kind == "tick" and value is False):
            plain[name] = value
    return plain


class _Dumper(yaml.SafeDumper):
    pass


_Dumper.add_representer(
    bool, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:bool", "ja" if value else "nee")
)


def write_yaml(facts: Facts) -> str:
    """Return YAML that read_yaml reads back to equal facts."""
    return yaml.dump(to_data(facts), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
