"""Periods against the law of the country of establishment on the day: minima, maxima and what a law does not say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.retention_rows import cites, goods_row, limit_of, matching_rows, row_of_cited_law
from policies.core.checks.review import ActivityUse, Length, Review, length_of
from policies.core.facts import Activity, RetentionRule
from policies.core.facts.fragments import quoted
from policies.core.facts.periods import BOUND_WORDS, average, compare, has_end, has_floor, in_words, period

SHORT = CheckRule("5.1.e-short", "error", "6.1.c 13.2.a", "CHK-22 CHK-29")
SHORT_UNSURE = CheckRule("5.1.e-short-check", "warning", "6.1.c 13.2.a", "CHK-22 CHK-24")
EARLY = CheckRule("5.1.e-start", "error", "6.1.c 13.2.a", "CHK-22")
LONG = CheckRule("5.1.e-long", "error", "5.1.e 13.2.a", "CHK-25 CHK-27 CHK-29")
LONG_UNSURE = CheckRule("5.1.e-long-check", "warning", "5.1.e 13.2.a", "CHK-25")
LAW_SAYS_LESS = CheckRule("5.1.e-law-says-less", "error", "5.1.a 5.1.e", "CHK-23")
NO_REASON = CheckRule("5.1.e-reason", "warning", "5.1.e 13.2.a", "CHK-28")
CAMERA = CheckRule("13-camera", "warning", "13 5.2", "CHK-26")

ID_COPY = re.compile(
    r"\b(identiteitskaart|identiteitsbewijs|identiteitsdocument|paspoort|rijbewijs|id-kaart|id-bewijs)\b", re.IGNORECASE
)
UNREAD = " Wij lazen die termijn niet in de wet zelf: kijk ze na."
# A law that counts from 1 January after the year, and a begin on the day of one paper or payment.
NEXT_YEAR = "vanaf 1 januari na"
ONE_DAY = re.compile(
    r"\b(factu\w*|credit\w*|aankoop\w*|aankopen|verkoop\w*|verkopen|bestel\w*|lever\w*|betal\w*|betaald|uitreik\w*|transactie\w*|datum|document\w*|stuk|stukken|boeking\w*)\b",
    re.IGNORECASE,
)
A_YEAR = re.compile(r"jaar|jaren|januari|december|afsluit", re.IGNORECASE)


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about periods that contradict the law of the country of establishment on the day."""
    filmed: list[ActivityUse] = []
    for row, about in matching_rows(review):
        yield from findings_of_row(review, row, about)
        if row["id"] == "RET-BE-05":
            filmed = about
    yield from _more_than_the_law(review)
    yield from _cameras(review, filmed)


def findings_of_row(review: Review, row: Mapping[str, Any], about: list[ActivityUse]) -> Iterator[Finding]:
    """Yield the findings of one row of the catalogue about the periods of these data uses."""
    if row["kind"] in {"minimum", "exact"}:
        yield from _too_short(review, row, about)
        yield from _too_early(review, row, about)
    if row["kind"] in {"maximum", "exact"} or row.get("most"):
        yield from _too_long(review, row, about)
    if row["kind"] == "choice" and row["activities"]:
        yield from _unmotivated(review, row, about)


@dataclass(frozen=True)
class TimedUse:
    """One data use with its retention rule, and the number and unit of that rule."""

    used: ActivityUse
    rule: RetentionRule
    length: Length


def _timed(review: Review, about: list[ActivityUse]) -> Iterator[TimedUse]:
    for used in about:
        rule = review.retention(used)
        if rule and (length := length_of(rule)):
            yield TimedUse(used, rule, length)


def _rule_of(review: Review, used: ActivityUse) -> RetentionRule:
    """Return the retention rule of a data use that has one."""
    rule = review.retention(used)
    assert rule is not None
    return rule


def _told(rule: RetentionRule) -> str:
    """Return how long, as it stands after “u bewaart ze”: “ten hoogste 5 jaar”, “niet”."""
    length = length_of(rule)
    return " ".join(filter(None, (BOUND_WORDS.get(rule.bound or ""), in_words(*length)))) if length else "niet"


def _too_short(review: Review, row: Mapping[str, Any], about: list[ActivityUse]) -> Iterator[Finding]:
    """Yield one finding for each period that is too short, at the period itself when all its data must be kept so long.

    A copy of an identity card is never advised to be kept longer.
    """
    short: dict[str, list[ActivityUse]] = {}
    for same in _kept_for(
        review, row, [used for used in about if row["kind"] == "exact" or not _is_id_copy(review, used)]
    ):
        rules = [review.retention(used) for used in same]
        known = [(rule, length) for rule in rules if rule and (length := period(rule))]
        if len(known) < len(same):
            continue  # missing, or a criterion that cannot be measured
        longest, length = max(known, key=lambda pair: (average(*pair[1]), has_floor(pair[0])))
        if compare(*length, row["number"], row["unit"]) < 0 or not has_floor(longest):
            short.setdefault(longest.key, []).append(same[rules.index(longest)])
    for key, faulty in short.items():
        faulty.sort(key=lambda used: _is_id_copy(review, used))
        length = period(_rule_of(review, faulty[0])) or (0, "day")
        certain = row["confidence"] == "high" and compare(*length, row["number"], row["unit"]) < 0
        yield _short(review, row, key, faulty, kind=SHORT if certain else SHORT_UNSURE, about=about)
    if row["kind"] == "minimum" and row["confidence"] == "high" and not short:
        yield from _short_by_activity(review, row, about)


def _short(
    review: Review,
    row: Mapping[str, Any],
    key: str,
    faulty: list[ActivityUse],
    *,
    kind: CheckRule,
    about: list[ActivityUse],
) -> Finding:
    rule = _rule_of(review, faulty[0])
    judged = {id(used) for used in about}
    whole = all(id(used) in judged for used in review.uses if used.get("retention") == key)
    least = "" if has_floor(rule) else "minstens "
    return kind.at(
        f"retention_rules.{key}.number" if whole else faulty[0].where("retention"),
        f"{_data(review, faulty)}: u bewaart ze {_told(rule)}, de wet vraagt {least}{in_words(row['number'], row['unit'])} ({row['law']})."
        + (UNREAD if row["confidence"] == "low" else ""),
        f"Kies een termijn van {in_words(row['number'], row['unit'])}, {row['start_event']}.",
    )


def _short_by_activity(review: Review, row: Mapping[str, Any], about: list[ActivityUse]) -> Iterator[Finding]:
    """Yield a finding for an activity named after the records while none of its data is.

    Perhaps its data are the records under another name.
    """
    if any(compare(*timed.length, row["number"], row["unit"]) >= 0 for timed in _timed(review, about)):
        return  # the records themselves are kept long enough elsewhere
    for activity in review.facts.activities:
        uses = [used for used in review.uses if used.activity is activity and not _is_id_copy(review, used)]
        timed = list(_timed(review, uses))
        if (
            not timed
            or len(timed) < len(uses)
            or any(used in about for used in uses)
            or activity.name not in row["named"]
        ):
            continue
        longest = max(timed, key=lambda one: average(*one.length))
        if compare(*longest.length, row["number"], row["unit"]) < 0:
            yield _short(review, row, longest.rule.key, [longest.used], kind=SHORT_UNSURE, about=uses)


def _too_early(review: Review, row: Mapping[str, Any], about: list[ActivityUse]) -> Iterator[Finding]:
    """Yield one finding for each period as long as the law asks that counts from the day of one paper.

    It ends up to a year before the law allows.
    """
    if not row["start_event"].startswith(NEXT_YEAR):
        return
    early: dict[str, TimedUse] = {}
    for timed in _timed(review, about):
        just = (
            compare(*timed.length, row["number"], row["unit"])
            >= 0
            > compare(*timed.length, row["number"] + 1, row["unit"])
        )
        start = timed.rule.start_event or ""
        if just and ONE_DAY.search(start) and not A_YEAR.search(start):
            early.setdefault(timed.rule.key, timed)
    for key, timed in early.items():
        yield EARLY.at(
            f"retention_rules.{key}.start_event",
            f"{_data(review, [timed.used])}: u telt {in_words(*timed.length)} “{timed.rule.start_event}”, maar de wet telt pas {row['start_event']} ({row['law']})."
            " Zo wist u tot een jaar te vroeg.",
            f"Kies als begin: {row['start_event']}.",
        )


def _is_id_copy(review: Review, used: ActivityUse) -> bool:
    category = review.category(used.use)
    if category is None:
        return False
    return category.catalogue_id == "identity-document" or bool(ID_COPY.search(category.name or ""))


def _kept_for(review: Review, row: Mapping[str, Any], about: list[ActivityUse]) -> Iterator[list[ActivityUse]]:
    """Yield the data uses of which the longest must reach the minimum.

    They are of one activity, of one kind of data, or of one rule that cites the law. Data of one kind may be kept shorter in one activity when
    another keeps it long enough.
    """
    for activity in dict.fromkeys(used.activity for used in about if used.activity.catalogue_id in row["activities"]):
        yield [used for used in about if used.activity is activity]
    named_so = [used for used in about if used.activity.catalogue_id not in row["activities"]]
    for category in dict.fromkeys(used.use.category for used in named_so):
        same = [used for used in about if used.use.category == category]
        citing = [used for used in same if (rule := review.retention(used)) and cites(rule, row)]
        yield from [[used] for used in citing]
        if len(citing) < len(same):
            yield same


def _too_long(review: Review, row: Mapping[str, Any], about: list[ActivityUse]) -> Iterator[Finding]:
    """Yield one finding where a too long period is chosen, with the first kind of data that has it."""
    long: dict[str, list[TimedUse]] = {}
    limits: dict[str, Mapping[str, Any]] = {}
    for timed in _timed(review, about):
        used, limit = timed.used, limit_of(row)
        if row["with_consent"] and _consented(used.activity):
            limit = row["with_consent"]
        over = compare(*timed.length, limit["number"], limit["unit"]) > 0
        if (over or not has_end(timed.rule)) and not _explained(timed.rule, row):
            long.setdefault(used.where("retention"), []).append(timed)
            limits[used.where("retention")] = limit
    for where, faulty in long.items():
        rule, length, limit = faulty[0].rule, faulty[0].length, limits[where]
        over = compare(*length, limit["number"], limit["unit"]) > 0
        certain = row["confidence"] == "high" and over
        told = _told(rule) if has_end(rule) else f"{in_words(*length)} of langer"
        more = f"{'meer' if over else 'dus misschien meer'} dan {in_words(limit['number'], limit['unit'])}"
        yield (LONG if certain else LONG_UNSURE).at(
            where,
            f"{_data(review, [timed.used for timed in faulty])}: u bewaart ze {told}, {more} ({row['law'] or row['source']}).",
            _cure_for_long(row),
        )


def _cure_for_long(row: Mapping[str, Any]) -> str:
    cure = f"Kies hooguit {in_words(limit_of(row)['number'], limit_of(row)['unit'])}, {row['start_event']}."
    if row["with_consent"]:
        more = in_words(row["with_consent"]["number"], row["with_consent"]["unit"])
        cure += f" Met toestemming mag het {more}: voeg dan een doel met toestemming toe."
    if row["longer_when"]:
        cure += " Bewaart u een deel langer, maak daar dan een eigen termijn met reden van."
    return cure


def _consented(activity: Activity) -> bool:
    return any(purpose.legal_basis == "consent" for purpose in activity.purposes)


def _explained(rule: RetentionRule, row: Mapping[str, Any]) -> bool:
    """Return whether the words of a period explain why it is longer.

    The ordinary reason of the row itself explains nothing.
    """
    reason = (
        rule.reason if (rule.reason or "").strip(" .").lower() != (row["reason"] or "").strip(" .").lower() else None
    )
    said = " ".join(filter(None, (reason, rule.criterion, rule.start_event, rule.law))).lower()
    return any(re.search(rf"(?<!\w){re.escape(word)}", said) for word in row["longer_when"])


def _unmotivated(review: Review, row: Mapping[str, Any], about: list[ActivityUse]) -> Iterator[Finding]:
    for timed in _timed(review, about):
        if not timed.rule.reason and not timed.rule.law:
            yield NO_REASON.at(
                f"retention_rules.{timed.rule.key}.reason",
                f"Voor {row['name']} bestaat geen wettelijke termijn, en uw reden ontbreekt.",
                "Schrijf op waarom u ze zo lang bewaart.",
            )


def _more_than_the_law(review: Review) -> Iterator[Finding]:
    """Yield a finding for a period that is longer than the law that it names.

    Another reason that the catalogue knows excuses it.
    """
    for rule in review.facts.retention_rules:
        length = length_of(rule)
        row = row_of_cited_law(review, rule) if length else None
        if length is None or row is None or _explained(rule, row):
            continue
        asked = limit_of(row)
        if compare(*length, asked["number"], asked["unit"]) > 0:
            yield LAW_SAYS_LESS.at(
                f"retention_rules.{rule.key}.number",
                f"De wet die u noemt, vraagt {in_words(asked['number'], asked['unit'])} en geen {in_words(*length)}.{_why(review, rule, length, row)}",
                f"Maak er {in_words(asked['number'], asked['unit'])} van. Bewaart u langer om een andere reden, haal de wet dan weg en schrijf die reden op.",
            )


def _why(review: Review, rule: RetentionRule, length: Length, row: Mapping[str, Any]) -> str:
    """Return where the longer number comes from: an earlier law, or a period for other goods; empty when unknown."""
    things = goods_row(review, rule)
    if things:
        return f" {things['why']}"
    for old in review.library.catalogue["retention"]:
        if (
            old.get("why")
            and old["valid_until"]
            and old["valid_until"] < review.on
            and set(old["laws"]) & set(row["laws"])
        ):
            if compare(*length, old["number"], old["unit"]) == 0:
                return f" {old['why']}"
    return ""


def _cameras(review: Review, filmed: list[ActivityUse]) -> Iterator[Finding]:
    """Yield a finding with what Belgian law asks of cameras besides this statement, every year again."""
    for activity in {used.activity.key: used.activity for used in filmed}.values():
        if not review.looked_lately(activity):
            yield CAMERA.at(
                f"activities.{activity.key}.checked_on",
                "Bewakingscamera's vragen meer dan deze verklaring.",
                "Geef de camera's aan op aangiftecamera.be en bevestig dat elk jaar, hang het pictogram bij de ingang en houd het register bij."
                " Vul daarna in wanneer u dit nakeek.",
            )


def _data(review: Review, same: list[ActivityUse]) -> str:
    """Return the first kind of data as its activity uses it, and how many more there are, in Dutch."""
    used, category = same[0], review.category(same[0].use)
    more = f" en {len(same) - 1} andere" if len(same) > 1 else ""
    return f"{quoted((category and category.name) or used.use.category)} bij {quoted(used.activity.name or used.activity.key)}{more}"
