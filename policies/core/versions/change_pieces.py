"""One changed answer → a piece of a sentence, and the pieces of one row → as few sentences as they fit in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policies.core.facts import follow, periods
from policies.core.facts.fragments import shaped
from policies.core.versions.change_words import (
    CUT,
    LIMIT,
    TYPED,
    ChangeLabel,
    ChangeWords,
    clipped,
    enumerated,
    is_short,
    length,
    sentence,
)
from policies.core.versions.row_of_change import ChangePlace

NAMES = frozenset({"name", "title", "network"})
MANY = frozenset({"lines", "urls", "choices", "countries", "refs"})
TERM = frozenset(
    {"number", "unit", "bound", "start_event", "criterion", "together", "nothing_kept"}
)  # of a retention rule
SAYS_MOST, SENTENCES = (
    8,
    2,
)  # words of a choice that is quoted; sentences of one row before it says only what is different


@dataclass(frozen=True, slots=True)
class ChangePiece:
    """A change in words: as much as fits, from the longest to the shortest; `name` is what it is called."""

    texts: tuple[str, ...]
    name: str
    is_other_text: bool = False


def pieces_of(places: Iterable[ChangePlace], words: ChangeWords) -> list[ChangePiece]:
    """Return what changed in one part or row; what is told together counts once."""
    return list(dict.fromkeys(piece for place in places for piece in _pieces(place, words)))


def _pieces(place: ChangePlace, words: ChangeWords) -> Iterator[ChangePiece]:
    if place.spec is None:
        yield _folded_row(place, words)
    elif (place.address, place.field) in TOGETHER:
        yield TOGETHER[place.address, place.field](place, words)
    else:
        name = clipped(shaped(place.row.any)) if getattr(place.row.any, "name", None) else ""
        if answers := words.answers(place.address, place.field, name):
            yield from _yes_or_no(place, answers, words)
        else:
            yield (_many if place.field_spec.kind in MANY else _one)(
                place, words.label(place.address, place.field, name), words
            )


def _folded_row(place: ChangePlace, words: ChangeWords) -> ChangePiece:
    row = place.row.any
    said = words.row(place.address)["gone" if place.row.now is None else "new"]
    if place.address.endswith("extra_sources"):
        name = words.source(row.source or "third_party", row.detail)
    else:
        name = clipped(shaped(row, "task" if hasattr(row, "task") else "name"))
    return ChangePiece((said.format(name=name),), name)


def _yes_or_no(place: ChangePlace, said: Mapping[str, str], words: ChangeWords) -> Iterator[ChangePiece]:
    """Yield the sentence of a changed yes or no.

    A no that says something is printed as it is; a yes that is no longer there is gone, which is no denial.
    """
    was, now, shape = place.change.before, place.change.after, words.shape
    told, gone = (said.get({True: "ja", False: "nee"}.get(answer, "")) for answer in (now, was))
    if told:
        lead = shape["other"] if now is False and was else shape["new"]
        yield ChangePiece((told if place.keys else f"{lead}: {told}",), told)
    elif gone:
        lead = shape["not_promised"] if place.field_spec.promise and was and not place.keys else shape["not_told"]
        text = said.get("weg", f"{lead}: {gone}")
        yield ChangePiece((text,), text)


def _many(place: ChangePlace, label: ChangeLabel, words: ChangeWords) -> ChangePiece:
    """Return what was added to a list and what was taken out; how much, where an entry is too long for a sentence."""
    was, now, shape, name = place.change.before or (), place.change.after or (), words.shape, label.name
    more, less = (
        [words.value(place.field_spec, one) for one in many if one not in other]
        for many, other in ((now, was), (was, now))
    )
    if any(clipped(one) != " ".join(one.split()) for one in (*more, *less)):
        told = [f"{len(many)} {shape[word]}" for word, many in (("added", more), ("taken", less)) if many]
    else:
        of = f"{name} " if place.keys else ""
        also = label.more or f"{shape['also']} {of}{{value}}"
        also = also if was else also.removeprefix(f"{shape['also']} ")  # beside nothing there is no “ook”
        says = (also, more), (label.less or f"{shape['not_more']} {of}{{value}}", less)
        told = [text.format(value=words.listed(many)) for text, many in says if many]
        if place.keys and told:
            return ChangePiece((", ".join(told), *_other(place, name, words).texts), name)
    return ChangePiece((f"{name}: {', '.join(told) or shape['order']}", *_other(place, name, words).texts), name)


def _other(place: ChangePlace, name: str, words: ChangeWords) -> ChangePiece:
    other = words.shape["other"]
    return ChangePiece((f"{name} {other}" if place.keys else f"{other}: {name}",), name)


def _one(place: ChangePlace, label: ChangeLabel, words: ChangeWords) -> ChangePiece:
    was, now, name, shape = place.change.before, place.change.after, label.name, words.shape
    before, after = (None if value in (None, "") else _quoted(place, value, label, words) for value in (was, now))
    if after is None:
        return ChangePiece((f"{name} {shape['not_told']}" if place.keys else f"{shape['not_told']}: {name}",), name)
    if before is None:
        return ChangePiece((_new(place, after, label, words), *_new_name(place, name, words).texts), name)
    if not before or not after:
        return (
            ChangePiece((), name, is_other_text=True) if place.field_spec.kind in TYPED else _other(place, name, words)
        )
    if place.field in NAMES and place.keys:
        return ChangePiece((f"{shape['called']} {before}", *_other(place, name, words).texts), name)
    said = label.says.format(value=after) if label.says else f"{name} {after}" if place.keys else f"{name}: {after}"
    return ChangePiece((f"{said}, {shape['was']} {before}", said, *_other(place, name, words).texts), name)


def _quoted(place: ChangePlace, value: Any, label: ChangeLabel, words: ChangeWords) -> str:
    """Return an answer as a sentence about its row quotes it; empty when it is too long for that."""
    text, spec = words.value(place.field_spec, value), place.field_spec
    if spec.kind in TYPED:
        text = text.rstrip(".") if spec.wording == "sentence" else text
        if spec.kind == "long" or not is_short(text):
            return ""
        is_name = place.field in NAMES or spec.wording not in {"phrase", "sentence"}
        return text if is_name or label.says or not place.keys else f"“{text}”"
    return text if length(text) <= SAYS_MOST else ""


def _new(place: ChangePlace, after: str, label: ChangeLabel, words: ChangeWords) -> str:
    """Return the words for an answer that was not there before."""
    name, new = label.name, words.shape["new"]
    if not after:
        return _new_name(place, name, words).texts[0]
    if label.says:
        said = label.says.format(value=after)
        return said if place.keys else f"{new}: {said}"
    if place.keys:
        return f"{words.shape['now']} {name} {after}" if place.field_spec.kind in TYPED else f"{name} {after}"
    return f"{new}: {name} ({after})"


def _new_name(place: ChangePlace, name: str, words: ChangeWords) -> ChangePiece:
    return ChangePiece((f"{name} {words.shape['now_told']}" if place.keys else f"{words.shape['new']}: {name}",), name)


# --- what several answers say together -------------------------------------------------------------------------------


def _term(place: ChangePlace, words: ChangeWords) -> ChangePiece:
    """“2 jaar, was 1 jaar”: with the event that it counts from only where that differs too."""
    was, now = place.row.was, place.row.now
    if (
        was.number
        and now.number
        and (was.start_event, was.criterion) == (now.start_event, now.criterion)
        and not now.criterion
    ):
        told = [
            " ".join(filter(None, (periods.BOUND_WORDS.get(rule.bound), periods.on_card(rule.number, rule.unit))))
            for rule in (was, now)
        ]
    else:
        told = [words.term(rule) for rule in (was, now)]
    return _was(place, "number", told, words)


def _was(place: ChangePlace, field: str, told: list[str], words: ChangeWords) -> ChangePiece:
    """Return what several answers say together, before and after."""
    label, (before, after) = words.label(place.address, field), told
    other = _other(place, label.name, words)
    if before == after and after:
        return other
    if not after:
        return ChangePiece(
            (f"{label.name} {words.shape['not_told']}" if place.keys else f"{words.shape['not_told']}: {label.name}",),
            label.name,
        )
    said = (label.says or "{value}").format(value=after)
    return ChangePiece((f"{said}, {words.shape['was']} {before}" if before else said, said, *other.texts), label.name)


def _address(place: ChangePlace, words: ChangeWords) -> ChangePiece:
    told = [
        ", ".join(filter(None, (row.seat_street, " ".join(filter(None, (row.seat_postcode, row.seat_city))))))
        for row in (place.row.was, place.row.now)
    ]
    return _was(place, "seat_street", told, words)


def _answer(place: ChangePlace, words: ChangeWords) -> ChangePiece:
    told = [
        periods.in_words(row.term_number, row.term_unit) if row.term_number and row.term_unit else ""
        for row in (place.row.was, place.row.now)
    ]
    return _was(place, "term_number", told, words)


def _source(place: ChangePlace, words: ChangeWords) -> ChangePiece:
    """Where data come from, with what it is."""
    pairs = ((row, getattr(place.rows[0], name)) for row, name in ((place.row.was, "was"), (place.row.now, "now")))
    told = [words.source(row.source, row.source_detail, activity) if row.source else "" for row, activity in pairs]
    return _was(place, "source", told, words)


def _extra_source(place: ChangePlace, words: ChangeWords) -> ChangePiece:
    told = [words.source(row.source, row.detail) if row.source else "" for row in (place.row.was, place.row.now)]
    return _was(place, "source", told, words)


def _afterwards(place: ChangePlace, words: ChangeWords) -> ChangePiece:
    after = place.row.now.afterwards
    return _was(place, "afterwards", ["", words.choice("afterwards", after) if after else ""], words)


TOGETHER: Mapping[tuple[str, str], Any] = {
    **{("retention_rules", name): _term for name in TERM},
    ("retention_rules", "afterwards"): _afterwards,
    **{("controller", name): _address for name in ("seat_street", "seat_postcode", "seat_city")},
    **{("rights", name): _answer for name in ("term_number", "term_unit")},
    **{
        (address, name): _source
        for address in ("activities", "activities.uses")
        for name in ("source", "source_detail")
    },
    **{("activities.uses.extra_sources", name): _extra_source for name in ("source", "detail")},
}


def holds(place: ChangePlace) -> tuple[str, str]:
    """Return the terms that data were kept for and are kept for, by the keys of their rules: what a use leaves open follows its activity."""
    rows = place.rows
    keys = []
    for name in ("was", "now"):
        row = getattr(rows[-1], name)
        keys.append(follow.value(getattr(rows[-2], name), row, "retention") if len(rows) > 1 else row.retention)
    return keys[0] or "", keys[1] or ""


# --- sentences -------------------------------------------------------------------------------------------------------


def packed(subject: str, pieces: list[ChangePiece], words: ChangeWords) -> list[str]:
    """Return the sentences about one part or row; the subject stands before each, and the answers of a part have no subject."""
    lead = f"{subject}: " if subject else ""
    other_text, texts = (
        words.shape["other_text"],
        [fitting(lead, piece.texts) for piece in pieces if not piece.is_other_text],
    )
    for some in _in_parts(
        [piece.name for piece in pieces if piece.is_other_text], LIMIT - length(lead) - length(other_text)
    ):
        texts.append(f"{enumerated(some)} {other_text}" if lead else f"{other_text}: {enumerated(some)}")
    if not lead:
        return [sentence(text) for text in texts]
    told = _joined(lead, texts)
    if len(told) > SENTENCES:
        return [
            sentence(f"{lead}{enumerated(some)} {words.shape['other']}")
            for some in _in_parts([piece.name for piece in pieces], LIMIT - length(lead) - 3)
        ]
    return told


def fitting(lead: str, texts: Sequence[str]) -> str:
    """Return the first text that fits, of those that say the whole of what they name."""
    fits = [text for text in texts if length(lead + text) <= LIMIT]
    return next((text for text in fits if CUT not in text), fits[-1] if fits else texts[-1])


def _joined(lead: str, texts: list[str]) -> list[str]:
    told: list[list[str]] = []
    for text in texts:
        if told and length(lead + "; ".join([*told[-1], text])) <= LIMIT:
            told[-1].append(text)
        else:
            told.append([text])
    return [sentence(lead + "; ".join(some)) for some in told]


def _in_parts(names: list[str], room: int) -> Iterator[list[str]]:
    """Names in runs of at most so many words."""
    run: list[str] = []
    for name in names:
        if run and length(" ".join([*run, name])) + 1 > room:
            yield run
            run = []
        run.append(name)
    if run:
        yield run
