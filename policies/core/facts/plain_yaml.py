"""YAML text → plain mappings, lists and texts. Every scalar stays text: a Norwegian stays NO, a number keeps its zero.

Read event by event, so that what is too deep or too much stops the reading there. No anchors, so no bomb.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same rules, in C where libyaml is there
MAX_DEPTH = 30  # a profile needs seven
MAX_NODES = 50_000  # mappings, lists, names and values: 500 kB of an ordinary profile has half of it
HALVES = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE
)  # JSON writes an emoji as two


class NotPlain(ValueError):
    """What is no YAML, or YAML that we do not want; the message is Dutch and names the line where it can."""


def plain(text: str) -> Any:
    """Return the data of the one document of a text; None for an empty one. Raises NotPlain."""
    reader = _Reader(HALVES.sub(lambda found: found[1] + _joined(found[2], found[3]), text))
    try:
        return reader.document()
    except yaml.MarkedYAMLError as error:
        if "escape code" in str(error.problem):
            raise _at(
                "hier staat een onleesbaar teken (een half letterteken). Haal het weg.", error.problem_mark
            ) from None
        raise _at(
            "hier klopt de opmaak niet. Kijk de inspringing, dubbele punten en aanhalingstekens na.", error.problem_mark
        ) from None
    except (yaml.YAMLError, UnicodeEncodeError):
        raise NotPlain("Dit is geen geldige YAML: er staat een onleesbaar teken in.") from None


def _joined(high: str, low: str) -> str:
    return f"\\U{0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00:08X}"


def _at(fault: str, mark: Any) -> NotPlain:
    where = f"regel {mark.line + 1}: " if mark else ""
    return NotPlain(f"Dit is geen geldige YAML. {where}{fault}")


class _Reader:
    """The events of one text, read into plain data; counts the nodes, so that it can stop in time."""

    def __init__(self, text: str) -> None:
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=LOADER)
        self.nodes = 0

    def document(self) -> Any:
        """Return the data of the only document. Raises NotPlain for a second one."""
        data, documents = None, 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _at("hier begint een tweede document. Laat de regel met --- weg.", event.start_mark)
            elif isinstance(event, yaml.NodeEvent):
                data = self._node(event, 1)
        return data

    def _node(self, event: yaml.Event, depth: int) -> Any:
        assert isinstance(event, yaml.NodeEvent)  # between the start and the end of a document nothing else comes
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _at("verwijzingen met & en * mogen niet", event.start_mark)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise NotPlain(f"Hier staan te veel namen en waarden: hooguit {MAX_NODES // 1000}.000.")
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if depth > MAX_DEPTH:
            raise _at(f"dit is te diep genest: hooguit {MAX_DEPTH} lagen", event.start_mark)
        return self._list(depth) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(depth)

    def _list(self, depth: int) -> list[Any]:
        found = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            found.append(self._node(event, depth + 1))
        return found

    def _mapping(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            name = self._node(event, depth + 1)
            if not isinstance(name, str):
                raise _at("hier hoort een naam te staan, geen lijst", event.start_mark)
            if name in found:
                raise _at(f"“{name[:60]}” staat hier twee keer", event.start_mark)
            found[name] = self._node(next(self.events), depth + 1)
        return found
