"""What reading.yaml and recognise.yaml share: lines of the reading language with groups and marks, read in one place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from policies.core.language.word_patterns import Pattern, PatternError, compiled
from policies.core.reading.text import SentenceMark

T = TypeVar("T")


class RuleCatalogue(Protocol):
    """The part of the library that the rules are made of. Libraries with one digest have one catalogue."""

    @property
    def catalogue(self) -> Mapping[str, Any]:
        """Return the rows of each file of the catalogue, by its stem."""

    def valid(self, stem: str, on: date) -> Sequence[Mapping[str, Any]]:
        """Return the rows of a file that are law on a day."""

    @property
    def digest(self) -> str:
        """Return what names the content of the library."""


class RuleError(ValueError):
    """A row of reading.yaml or recognise.yaml that cannot be used; the message is Dutch and names the row."""


class LineReader:
    """The parser of the reading language with the groups and the marks that one file may name."""

    def __init__(
        self, groups: Mapping[str, str], marks: Mapping[str, SentenceMark], *, begins_with_words: bool = False
    ) -> None:
        """Read lines with these groups and marks. `begins_with_words`: the first part of a line must be words of the sentence itself."""
        self.groups, self.marks, self.begins_with_words = groups, marks, begins_with_words

    def patterns(self, row: str, lines: Iterable[str] | None, **groups: str) -> tuple[Pattern, ...]:
        """Return the patterns of the lines of a row, which may name more groups. `row` names it in a message. Raises RuleError."""
        return tuple(self._pattern(row, line, {**self.groups, **groups}) for line in lines or ())

    def _pattern(self, row: str, line: str, groups: Mapping[str, str]) -> Pattern:
        try:
            pattern = compiled(line, groups)
        except PatternError as error:
            raise RuleError(f"{row}: {error}") from error
        if self.begins_with_words and pattern.parts[0].kind != "says":
            raise RuleError(f"{row}: “{line}” begint niet met woorden die in de zin staan")
        if unknown := {part.name for part in pattern.parts if part.regex is None} - self.marks.keys():
            raise RuleError(f"{row}: @{', @'.join(sorted(unknown))} bestaat niet")
        return pattern


def once_per_library(make: Callable[[RuleCatalogue], T]) -> Callable[[RuleCatalogue], T]:
    """Return `make` with the result for the last library remembered: its rules are compiled once."""
    known: dict[str, T] = {}

    def made(library: RuleCatalogue) -> T:
        found = known.get(library.digest)
        if found is None:
            found = make(library)
            known.clear()
            known[library.digest] = found
        return found

    return made
