"""recognise.yaml as compiled rules. What is not as it must be is refused, with the id of the row."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from policies.core.language.word_patterns import Pattern, normal
from policies.core.reading.rule_lines import LineReader, RuleCatalogue, RuleError, once_per_library
from policies.core.reading.rules import ReadLines, rules_of

LEGAL_END = re.compile(
    r",? (?:nv|bv|B\.V\.|SA|SAS|SARL|Inc\.|LLC|Ltd\.|Limited|GmbH|A/S|S\.à r\.l\.|nv van publiek recht|Unlimited Company)(?: .*)?$"
)


@dataclass(frozen=True)
class NamePattern:
    """A name as a text may write it; `first` is its first word as the index has it."""

    first: str
    regex: re.Pattern[str]


@dataclass(frozen=True)
class RecognitionRule:
    """The words by which one row of the catalogue is recognised.

    By `names`, by `strict` names (where there are `says` only with these), or by `says` alone. `about` are the words that tell
    what a period is about. `covered` are ids that make a kind of recipient superfluous.
    """

    id: str
    says: tuple[Pattern, ...] = ()
    names: tuple[NamePattern, ...] = ()
    strict: tuple[NamePattern, ...] = ()
    about: re.Pattern[str] | None = None
    covered: tuple[str, ...] = ()


@dataclass(frozen=True)
class RecognitionRules:
    """All of recognise.yaml.

    `kept` are the patterns of a sentence that says how long; `through` those of a heading that only labels what the heading
    before it is about; `under` those of a row of data whose heading says what a period is about; `domains` are those of services,
    without what follows the dot.
    """

    activities: tuple[RecognitionRule, ...]
    named: tuple[RecognitionRule, ...]
    kinds: tuple[RecognitionRule, ...]
    cookies: tuple[RecognitionRule, ...]
    kept: tuple[Pattern, ...]
    not_kept: tuple[Pattern, ...]
    through: tuple[Pattern, ...]
    under: tuple[Pattern, ...]
    ignored: tuple[Pattern, ...]
    domains: frozenset[str]


def rules_made(library: RuleCatalogue) -> RecognitionRules:
    """Return the rules of a library, compiled anew. Raises RuleError."""
    catalogue = library.catalogue
    data, services = catalogue["recognise"], catalogue["recipients"]
    _require_known(data, catalogue)
    reading = rules_of(library)
    groups = {**catalogue["reading"]["groups"], **data["groups"]}
    patterns = LineReader(groups, reading.marks, begins_with_words=True).patterns
    retention = next(item.says for item in reading.items if item.id == "retention")
    periods = {name: patterns("periods", lines) for name, lines in data["periods"].items()}
    return RecognitionRules(
        activities=tuple(_activity(row, patterns) for row in data["activities"]),
        named=tuple(_service(row, services, patterns(row["id"], row.get("says"))) for row in data["named"]),
        kinds=tuple(
            RecognitionRule(
                row["id"],
                patterns(row["id"], _given(row, data["given"]), soort=row["words"]),
                covered=tuple(row.get("covered", ())),
            )
            for row in data["kinds"]
        ),
        cookies=tuple(
            RecognitionRule(row["id"], patterns(row["id"], row.get("says")), tuple(map(_cookie, row.get("names", ()))))
            for row in data["cookies"]
        ),
        kept=(*retention, *periods["says"]),
        not_kept=periods["not"],
        through=periods["through"],
        under=periods["under"],
        ignored=patterns("ignored", data["ignored"]),
        domains=_domains(services),
    )


recognition_rules = once_per_library(rules_made)


def _activity(row: Mapping[str, Any], patterns: ReadLines) -> RecognitionRule:
    (about,) = patterns(row["id"], [row["about"]])
    return RecognitionRule(row["id"], patterns(row["id"], row["says"]), about=about.parts[0].regex)


def _require_known(data: Mapping[str, Any], catalogue: Mapping[str, Any]) -> None:
    """Raise RuleError where a rule recognises what the catalogue does not have."""
    stems = {"activities": "activities", "named": "recipients", "kinds": "recipients", "cookies": "cookies"}
    for section, stem in stems.items():
        unknown = {row["id"] for row in data[section]} - {row["id"] for row in catalogue[stem]}
        if unknown:
            raise RuleError(f"{section}: {', '.join(sorted(unknown))} staat niet in {stem}.yaml")


def _given(row: Mapping[str, Any], lines: Iterable[str]) -> list[str]:
    if not row["words"]:
        raise RuleError(f"{row['id']}: er staan geen woorden bij")
    more = "".join(f" {sign} {row[name]}" for name, sign in (("also", "+"), ("not", "-")) if name in row)
    return [line + more for line in lines]


def _service(row: Mapping[str, Any], recipients: list[Mapping[str, Any]], says: tuple[Pattern, ...]) -> RecognitionRule:
    """Return the rule of a service by the name that the catalogue gives it, and by that of its company where no other service has the same."""
    names, strict = list(row.get("names", ())), row.get("strict", ())
    for other in recipients:
        if other["id"] == row["id"]:
            plain = [] if row.get("instead") else [other["name"]]
            names += [
                *plain,
                *(
                    name
                    for name in _companies(other)
                    if name not in (other["name"], *strict) and not _shared(name, row["id"], recipients)
                ),
            ]
    return RecognitionRule(
        row["id"],
        says,
        tuple(_name(name, re.IGNORECASE) for name in dict.fromkeys(names)),
        tuple(_name(name, re.NOFLAG) for name in strict),
    )


def _companies(row: Mapping[str, Any]) -> list[str]:
    """Return the company behind a service without its legal form, for each country."""
    entity = row["entity"]
    return [
        LEGAL_END.sub("", re.sub(r" ?\([^)]*\)", "", one))
        for one in (entity.values() if isinstance(entity, Mapping) else [entity])
        if one
    ]


def _shared(company: str, wanted: str, recipients: list[Mapping[str, Any]]) -> bool:
    return any(row["id"] != wanted and company in _companies(row) for row in recipients)


def _domains(recipients: list[Mapping[str, Any]]) -> frozenset[str]:
    """Return the domains of known services without what follows the dot: google, mailchimp, postnl."""
    pages = [
        urlsplit(row[name]).hostname for row in recipients for name in ("privacy_url", "safeguard_url") if row[name]
    ]
    names = [row["name"].lower().replace(" ", "") for row in recipients if row["kind"] == "named"]
    return frozenset((*(host.split(".")[-2] for host in pages if host), *names))


def _name(name: str, flags: re.RegexFlag) -> NamePattern:
    """Return the pattern of a name as a whole word, no part of an address of the web or of mail."""
    words = r"\s+".join(map(re.escape, name.split()))
    return NamePattern(normal(name).split()[0], re.compile(rf"(?<![\w.@/-]){words}(?![\w@/]|\.\w|'s\b)", flags))


def _cookie(name: str) -> NamePattern:
    """Return the pattern of a technical name; a * at its end stands for a number of the visitor or the site."""
    bare = name.removesuffix("*")
    tail = r"(?:[_.][\w.-]*)?" if name.endswith("*") else ""
    return NamePattern(normal(bare).split()[0], re.compile(rf"(?<![\w.-]){re.escape(bare)}{tail}(?![\w-])"))
