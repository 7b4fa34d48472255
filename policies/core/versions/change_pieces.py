"""One changed answer → a piece of a sentence, and the pieces of one row → as few sentences as they fit in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..facts import follow, periods
from ..facts.fragments import shaped
from .change_words import LIMIT, TYPED, ChangeWords, clipped, enumerated, is_short, length, sentence
from .places import Place

MANY = frozenset({"lines", "urls", "choices", "countries", "refs"})
TERM = frozenset({"number", "unit", "bound", "start_event", "criterion", "together", "nothing_kept"})  # of a retention rule
SAYS_MOST, SENTENCES = 8, 2  # words of a choice that is quoted; sentences of one row before it says only what is different


@dataclass(frozen=True, slots=True)
class Piece:
    """A change in words: as much as fits, from the longest to the shortest; `short` is what it is called."""

    texts: tuple[str, ...]
    short: str
    is_reworded: bool = False


def pieces_of(places: Iterable[Place], words: ChangeWords) -> list[Piece]:
    """Return what changed in one part or row; what is told together counts once."""
    return list(dict.fromkeys(piece for place in places for piece in _pieces(place, words)))


def _pieces(place: Place, words: ChangeWords) -> Iterator[Piece]:
    if place.spec is None:
        yield _folded_row(place, words)
    elif (place.address, place.field) in TOGETHER:
        yield TOGETHER[place.address, place.field](place, words)
    else:
        label = words.label(place.address, place.field)
        name = _name(place)
        if isinstance(label, Mapping):
            yield from _yes_or_no(place, {answer: said.format(name=name) for answer, said in label.items()}, words)
        else:
            yield (_many if place.spec.kind in MANY else _one)(place, label.format(name=name), words)


def _name(place: Place) -> str:
    return clipped(shaped(place.row.any)) if getattr(place.row.any, "name", None) else ""


def _folded_row(place: Place, words: ChangeWords) -> Piece:
    row = place.row.any
    said = words.row(place.address)["gone" if place.row.now is None else "new"]
    if place.address.endswith("extra_sources"):
        name = words.source(row.source or "third_party", row.detail)
    else:
        name = clipped(shaped(row, "task" if hasattr(row, "task") else "name"))
    return Piece((said.format(name=name),), name)


def _yes_or_no(place: Place, label: Mapping[str, str], words: ChangeWords) -> Iterator[Piece]:
    """A no that says something is told as it is; a yes that is no longer said is gone."""
    was, now = place.change.before, place.change.after
    told, gone = (label.get({True: "ja", False: "nee"}.get(answer, "")) for answer in (now, was))
    if told:
        yield Piece((told if place.keys else f"{words.shape['new']}: {told}",), told)
    elif gone:
        yield Piece((f"{words.shape['not_more']}: {gone}" if place.keys else f"{words.shape['gone']}: {gone}",), gone)


def _many(place: Place, label: str, words: ChangeWords) -> Piece:
    was, now, spec = place.change.before or (), place.change.after or (), place.spec
    more, less = ([words.value(spec, one) for one in many if one not in other] for many, other in ((now, was), (was, now)))
    short = label.rstrip(":")
    if any(length(one) > SAYS_MOST for one in (*more, *less)) and spec.kind == "choices":
        return _other(place, short, words)
    of = f"{label} " if place.keys else ""
    told = [
        f"{word} {of}{words.listed(many)}"
        for word, many in ((words.shape["also"], more), (words.shape["not_more"], less))
        if many
    ]
    said = ", ".join(told) or words.shape["order"]
    return Piece(((said if place.keys and told else f"{short}: {said}"), *_other(place, short, words).texts), short)


def _other(place: Place, short: str, words: ChangeWords) -> Piece:
    other = words.shape["other"]
    return Piece((f"{short} {other}" if place.keys else _of(other, short),), short)


def _one(place: Place, label: str, words: ChangeWords) -> Piece:
    was, now, spec, shape = place.change.before, place.change.after, place.spec, words.shape
    short = label.rstrip(":")
    before, after = (None if value in (None, "") else words.value(spec, value) for value in (was, now))
    if not after:
        return Piece((f"{short} {shape['not_told']}" if place.keys else _of(shape["gone"], short),), short)
    quotes = spec.kind not in TYPED or spec.kind == "text" and is_short(after)
    if not before:
        lead = f"{shape['now']} {short}" if spec.kind in TYPED else label
        said = f"{lead} {after}" if quotes else lead
        fits = quotes and length(after) <= SAYS_MOST
        return Piece((said if place.keys else _of(shape["new"], f"{short} ({after})" if fits else short),), short)
    if spec.kind in TYPED and not (quotes and is_short(before)):
        return Piece((f"{short} {shape['reworded']}",), short, is_reworded=True)
    if length(before) > SAYS_MOST or length(after) > SAYS_MOST:
        return _other(place, short, words)
    if place.field in {"name", "title", "network"} and place.keys:
        return Piece((f"{shape['called']} {before}", *_other(place, short, words).texts), short)
    said = f"{label} {after}" if place.keys else f"{label}: {after}"
    return Piece((f"{said}, {shape['was']} {before}", said, *_other(place, short, words).texts), short)


def _of(word: str, label: str) -> str:
    """What happened to an answer of a part."""
    return f"{word}: {label}"


# --- what several answers say together -------------------------------------------------------------------------------


def _term(place: Place, words: ChangeWords) -> Piece:
    """“2 jaar, was 1 jaar”: with the event that it counts from only where that differs too."""
    was, now = place.row.was, place.row.now
    short = words.label("retention_rules", "number")
    if was.number and now.number and (was.start_event, was.criterion) == (now.start_event, now.criterion) and not now.criterion:
        told = [
            " ".join(filter(None, (periods.BOUND_WORDS.get(rule.bound), periods.on_card(rule.number, rule.unit))))
            for rule in (was, now)
        ]
    else:
        told = [words.term(rule) for rule in (was, now)]
    return _was(short, told[0], told[1], words) if told[0] != told[1] else _other(place, short, words)


def _was(short: str, before: str, after: str, words: ChangeWords, lead: str = "") -> Piece:
    if not before or not after:
        return Piece((f"{lead}{after}" if after else f"{short} {words.shape['not_told']}",), short)
    return Piece((f"{lead}{after}, {words.shape['was']} {before}", f"{lead}{after}", f"{short} {words.shape['other']}"), short)


def _address(place: Place, words: ChangeWords) -> Piece:
    short = words.label("controller", "seat_street")
    told = [
        ", ".join(filter(None, (row.seat_street, " ".join(filter(None, (row.seat_postcode, row.seat_city))))))
        for row in (place.row.was, place.row.now)
    ]
    return _was(short, *told, words, lead=f"{short}: ")


def _answer(place: Place, words: ChangeWords) -> Piece:
    short = words.label("rights", "term_number")
    told = [
        periods.in_words(row.term_number, row.term_unit) if row.term_number and row.term_unit else ""
        for row in (place.row.was, place.row.now)
    ]
    return _was(short, *told, words, lead=f"{short} ")


def _source(place: Place, words: ChangeWords) -> Piece:
    """Where data come from, with what it is."""
    lead, short = (words.label(place.address, field) for field in ("source", "source_detail"))
    told = [words.source(row.source, row.source_detail) if row.source else "" for row in (place.row.was, place.row.now)]
    return _was(short, *told, words, lead=f"{lead} ") if told[0] != told[1] else _other(place, short, words)


def _afterwards(place: Place, words: ChangeWords) -> Piece:
    short = words.label("retention_rules", "afterwards")
    after = place.row.now.afterwards
    return Piece((f"{short} {words.choice('afterwards', after)}" if after else f"{short} {words.shape['not_told']}",), short)


TOGETHER: Mapping[tuple[str, str], Any] = {
    **{("retention_rules", name): _term for name in TERM},
    ("retention_rules", "afterwards"): _afterwards,
    **{("controller", name): _address for name in ("seat_street", "seat_postcode", "seat_city")},
    **{("rights", name): _answer for name in ("term_number", "term_unit")},
    **{(address, name): _source for address in ("activities", "activities.uses") for name in ("source", "source_detail")},
}


def holds(place: Place) -> tuple[str, str]:
    """Return the terms that data were kept for and are kept for, by the keys of their rules: what a use leaves open follows its activity."""
    rows = place.rows
    keys = []
    for name in ("was", "now"):
        row = getattr(rows[-1], name)
        keys.append(follow.value(getattr(rows[-2], name), row, "retention") if len(rows) > 1 else row.retention)
    return keys[0] or "", keys[1] or ""


# --- sentences -------------------------------------------------------------------------------------------------------


def packed(subject: str, pieces: list[Piece], words: ChangeWords) -> list[str]:
    """Return the sentences about one part or row; the subject stands before each."""
    lead = f"{subject}: " if subject else ""
    reworded = [piece.short for piece in pieces if piece.is_reworded]
    texts = [_fitting(lead, piece) for piece in pieces if not piece.is_reworded]
    for some in _in_parts(reworded, LIMIT - length(lead) - 3):
        texts.append(
            f"{enumerated(some)} {words.shape['reworded']}" if lead else f"{words.shape['reworded']}: {enumerated(some)}"
        )
    told = _joined(lead, texts)
    if len(told) > SENTENCES and lead:
        return [
            sentence(f"{lead}{enumerated(some)} {words.shape['other']}")
            for some in _in_parts([piece.short for piece in pieces], LIMIT - length(lead) - 3)
        ]
    return told


def _fitting(lead: str, piece: Piece) -> str:
    return next((text for text in piece.texts if length(lead + text) <= LIMIT), piece.texts[-1])


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
