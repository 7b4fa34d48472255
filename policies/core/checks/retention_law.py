"""Periods against the law of the country of establishment on the day: minima, maxima and what a law does not say."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ..facts import Activity, DataCategory, RetentionRule
from ..facts.fragments import quoted
from ..facts.periods import BOUND_WORDS, average, compare, has_end, has_floor, in_words, period
from .finding import Finding, Rule
from .review import Review, Used

SHORT = Rule("5.1.e-short", "error", "6.1.c 13.2.a", "CHK-22 CHK-29")
SHORT_UNSURE = Rule("5.1.e-short-check", "warning", "6.1.c 13.2.a", "CHK-22 CHK-24")
LONG = Rule("5.1.e-long", "error", "5.1.e 13.2.a", "CHK-25 CHK-27 CHK-29")
LONG_UNSURE = Rule("5.1.e-long-check", "warning", "5.1.e 13.2.a", "CHK-25")
LAW_SAYS_LESS = Rule("5.1.e-law-says-less", "error", "5.1.a 5.1.e", "CHK-23")
NO_REASON = Rule("5.1.e-reason", "warning", "5.1.e 13.2.a", "CHK-28")
CAMERA = Rule("13-camera", "warning", "13 5.2", "CHK-26")

ID_COPY = re.compile(r"\b(identiteitskaart|identiteitsbewijs|identiteitsdocument|paspoort|rijbewijs|id-kaart|id-bewijs)\b", re.IGNORECASE)
# A file of care under another name: data on health, for care, that is called so.
CARE_ROWS = frozenset({"RET-BE-11", "RET-NL-11"})
CARE_FILE = re.compile(r"behandel|dossier|zorggegevens", re.IGNORECASE)


def findings(review: Review) -> Iterator[Finding]:
    filmed: list[Used] = []
    for row, about in spoken_of(review):
        yield from judged(review, row, about)
        if row["id"] == "RET-BE-05":
            filmed = about
    yield from _more_than_the_law(review)
    yield from _cameras(review, filmed)


def spoken_of(review: Review) -> Iterator[tuple[Mapping[str, Any], list[Used]]]:
    """Every row of the catalogue that holds on the day, with the data uses that it speaks about."""
    spoken, origins = _names_and_laws(review), _origins(review)
    care = any(category.special == "health" for category in review.facts.categories)
    names = {row.name for row in (*review.facts.activities, *review.facts.categories) if row.name}
    uses = [(used, review.retention(used), review.category(used.use)) for used in review.uses]
    for whole in review.rows("retention"):
        # Most rows name nothing that this company has: what cannot match is left out before every use is looked at.
        row = whole | {name: [word for word in whole[name] if word.lower() in spoken] for name in ("words", "laws")}
        row["named"] = {name for name in names if any(_says(word, name) for word in row["words"])} if row["words"] else ()
        possible = row["words"] or row["laws"] or (care and row["id"] in CARE_ROWS) or origins.intersection((row["id"], *row["activities"], *row["categories"]))
        about = [used for used, rule, category in uses if recognised(row, used, rule, category)] if possible else []
        yield row, about


def judged(review: Review, row: Mapping[str, Any], about: list[Used]) -> Iterator[Finding]:
    """What one row of the catalogue finds in the periods of those data uses."""
    if row["kind"] in {"minimum", "exact"}:
        yield from _too_short(review, row, about)
    if row["kind"] in {"maximum", "exact"}:
        yield from _too_long(review, row, about)
    if row["kind"] == "choice" and row["activities"]:
        yield from _unmotivated(review, row, about)


def _names_and_laws(review: Review) -> str:
    """Everything in which a word or law of the catalogue may be found, in small letters."""
    facts = review.facts
    said = [*(row.name for row in (*facts.activities, *facts.categories)), *(rule.law for rule in facts.retention_rules)]
    return "\n".join(filter(None, said)).lower()


def _origins(review: Review) -> set[str | None]:
    """From which rows of the catalogue the company's own rows came."""
    facts = review.facts
    return {row.catalogue_id for row in (*facts.activities, *facts.categories, *facts.retention_rules)}


def recognised(row: Mapping[str, Any], used: Used, rule: RetentionRule | None, category: DataCategory | None) -> bool:
    """Whether a data use, with its rule and kind of data, is what a row of the catalogue speaks about: by its origin, its law, or its name."""
    activity = used.activity
    if rule and _cites(rule, row):
        return True
    if activity.catalogue_id in row["activities"] or (row["kind"] != "minimum" and activity.name in row["named"]):
        return True  # a minimum protects records, not everything that an activity uses, so there the name of the data decides alone
    if not category:
        return False
    return category.catalogue_id in row["categories"] or category.name in row["named"] or (row["id"] in CARE_ROWS and _is_care_file(activity, category))


def _is_care_file(activity: Activity, category: DataCategory) -> bool:
    return category.special == "health" and bool(CARE_FILE.search(category.name or "")) and any(purpose.special_ground == "care" for purpose in activity.purposes)


def _cites(rule: RetentionRule, row: Mapping[str, Any]) -> bool:
    return rule.catalogue_id == row["id"] or bool(rule.law and any(_says(law, rule.law) for law in row["laws"]))


def _says(word: str, text: str | None) -> bool:
    return bool(text) and bool(_pattern(word).search(text))


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.IGNORECASE)


def _timed(review: Review, about: list[Used]) -> Iterator[tuple[Used, RetentionRule]]:
    for used in about:
        rule = review.retention(used)
        if rule and rule.number and rule.unit:
            yield used, rule


def _told(rule: RetentionRule) -> str:
    """How long, as it stands after “u bewaart ze”: “ten hoogste 5 jaar”, “niet”."""
    return " ".join(filter(None, (BOUND_WORDS.get(rule.bound), in_words(rule.number, rule.unit)))) if rule.number and rule.unit else "niet"


def _too_short(review: Review, row: Mapping[str, Any], about: list[Used]) -> Iterator[Finding]:
    """Told once for each period, at the period itself when all that follows it must be kept so long.

    A copy of an identity card is never advised to be kept longer.
    """
    short: dict[str, list[Used]] = {}
    for same in _kept_for(review, row, [used for used in about if row["kind"] == "exact" or not _is_id_copy(review, used)]):
        rules = [review.retention(used) for used in same]
        if any(rule is None or not period(rule) for rule in rules):
            continue  # missing, or a criterion that cannot be measured
        longest = max(rules, key=lambda rule: (average(*period(rule)), has_floor(rule)))
        if compare(*period(longest), row["number"], row["unit"]) < 0 or not has_floor(longest):
            short.setdefault(longest.key, []).append(same[rules.index(longest)])
    for key, faulty in short.items():
        faulty.sort(key=lambda used: _is_id_copy(review, used))
        certain = row["confidence"] == "high" and compare(*period(review.retention(faulty[0])), row["number"], row["unit"]) < 0
        yield _short(review, row, key, faulty, SHORT if certain else SHORT_UNSURE, about)
    if row["kind"] == "minimum" and row["confidence"] == "high" and not short:
        yield from _short_by_activity(review, row, about)


def _short(review: Review, row: Mapping[str, Any], key: str, faulty: list[Used], kind: Rule, about: list[Used]) -> Finding:
    rule = review.retention(faulty[0])
    judged = {id(used) for used in about}
    whole = all(id(used) in judged for used in review.uses if used.get("retention") == key)
    least = "" if has_floor(rule) else "minstens "
    return kind.at(
        f"retention_rules.{key}.number" if whole else faulty[0].where("retention"),
        f"{_data(review, faulty)}: u bewaart ze {_told(rule)}, de wet vraagt {least}{in_words(row['number'], row['unit'])} ({row['law']}).",
        f"Kies een termijn van {in_words(row['number'], row['unit'])}, {row['start_event']}.",
    )


def _short_by_activity(review: Review, row: Mapping[str, Any], about: list[Used]) -> Iterator[Finding]:
    """An activity that is called after the records, while no data in it is: perhaps its data are the records under another name."""
    if any(rule and rule.number and rule.unit and compare(rule.number, rule.unit, row["number"], row["unit"]) >= 0 for rule in map(review.retention, about)):
        return  # the records themselves are kept long enough elsewhere
    for activity in review.facts.activities:
        uses = [used for used in review.uses if used.activity is activity and not _is_id_copy(review, used)]
        timed = list(_timed(review, uses))
        if not timed or len(timed) < len(uses) or any(used in about for used in uses) or activity.name not in row["named"]:
            continue
        used, longest = max(timed, key=lambda pair: average(pair[1].number, pair[1].unit))
        if compare(longest.number, longest.unit, row["number"], row["unit"]) < 0:
            yield _short(review, row, longest.key, [used], SHORT_UNSURE, uses)


def _is_id_copy(review: Review, used: Used) -> bool:
    category = review.category(used.use)
    return bool(category) and (category.catalogue_id == "identity-document" or bool(ID_COPY.search(category.name or "")))


def _kept_for(review: Review, row: Mapping[str, Any], about: list[Used]) -> Iterator[list[Used]]:
    """Data uses of which the longest must reach the minimum: of one activity, of one kind of data, or of one rule that cites the law.

    Data of one kind may be kept shorter in one activity when another keeps it long enough.
    """
    for activity in dict.fromkeys(used.activity for used in about if used.activity.catalogue_id in row["activities"]):
        yield [used for used in about if used.activity is activity]
    named_so = [used for used in about if used.activity.catalogue_id not in row["activities"]]
    for category in dict.fromkeys(used.use.category for used in named_so):
        same = [used for used in about if used.use.category == category]
        citing = [used for used in same if (rule := review.retention(used)) and _cites(rule, row)]
        yield from [[used] for used in citing]
        if len(citing) < len(same):
            yield same


def _too_long(review: Review, row: Mapping[str, Any], about: list[Used]) -> Iterator[Finding]:
    """Told once where the period is chosen, with the first kind of data that follows it."""
    long: dict[str, list[Used]] = {}
    limits: dict[str, Mapping[str, Any]] = {}
    for used, rule in _timed(review, about):
        limit = row
        if row["with_consent"] and _consented(used.activity):
            limit = row["with_consent"]
        if (compare(rule.number, rule.unit, limit["number"], limit["unit"]) > 0 or not has_end(rule)) and not _explained(rule, row):
            long.setdefault(used.where("retention"), []).append(used)
            limits[used.where("retention")] = limit
    for where, faulty in long.items():
        rule, limit = review.retention(faulty[0]), limits[where]
        certain = row["confidence"] == "high" and compare(rule.number, rule.unit, limit["number"], limit["unit"]) > 0
        more = "" if has_end(rule) else " of langer"
        yield (LONG if certain else LONG_UNSURE).at(
            where,
            f"{_data(review, faulty)}: u bewaart ze {_told(rule)}{more}, meer dan {in_words(limit['number'], limit['unit'])} ({row['law'] or row['source']}).",
            _cure_for_long(row),
        )


def _cure_for_long(row: Mapping[str, Any]) -> str:
    cure = f"Kies hooguit {in_words(row['number'], row['unit'])}, {row['start_event']}."
    if row["with_consent"]:
        more = in_words(row["with_consent"]["number"], row["with_consent"]["unit"])
        cure += f" Met toestemming mag het {more}: voeg dan een doel met toestemming toe."
    if row["longer_when"]:
        cure += " Bewaart u een deel langer, maak daar dan een eigen termijn met reden van."
    return cure


def _consented(activity: Activity) -> bool:
    return any(purpose.legal_basis == "consent" for purpose in activity.purposes)


def _explained(rule: RetentionRule, row: Mapping[str, Any]) -> bool:
    """Whether the words of a period explain why it is longer; the ordinary reason of the row itself explains nothing."""
    reason = rule.reason if (rule.reason or "").strip(" .").lower() != (row["reason"] or "").strip(" .").lower() else None
    said = " ".join(filter(None, (reason, rule.criterion, rule.start_event, rule.law))).lower()
    return any(re.search(rf"(?<!\w){re.escape(word)}", said) for word in row["longer_when"])


def _unmotivated(review: Review, row: Mapping[str, Any], about: list[Used]) -> Iterator[Finding]:
    for _, rule in _timed(review, about):
        if not rule.reason and not rule.law:
            yield NO_REASON.at(
                f"retention_rules.{rule.key}.reason", f"Voor {row['name']} bestaat geen wettelijke termijn, en uw reden ontbreekt.",
                "Schrijf op waarom u ze zo lang bewaart.",
            )


def _more_than_the_law(review: Review) -> Iterator[Finding]:
    """A period that names a law may not be longer than that law asks, unless the reason is another one that the catalogue knows."""
    for rule in review.facts.retention_rules:
        most = asked_by_law(review, rule) if rule.number and rule.unit else None
        if most and compare(rule.number, rule.unit, most["number"], most["unit"]) > 0 and not _explained(rule, most):
            yield LAW_SAYS_LESS.at(
                f"retention_rules.{rule.key}.number",
                f"De wet die u noemt, vraagt {in_words(most['number'], most['unit'])} en geen {in_words(rule.number, rule.unit)}.",
                f"Maak er {in_words(most['number'], most['unit'])} van. Bewaart u langer om een andere reden, haal de wet dan weg en schrijf die reden op.",
            )


def asked_by_law(review: Review, rule: RetentionRule) -> Mapping[str, Any] | None:
    """The row with the longest period that the law named by a rule asks; None when it names none that we know."""
    cited = [row for row in review.rows("retention") if row["kind"] == "minimum" and any(_says(law, rule.law) for law in row["laws"])]
    return max(cited, key=lambda row: average(row["number"], row["unit"]), default=None)


def _cameras(review: Review, filmed: list[Used]) -> Iterator[Finding]:
    """What Belgian law asks besides this statement, every year again."""
    for activity in {used.activity.key: used.activity for used in filmed}.values():
        if not review.looked_lately(activity):
            yield CAMERA.at(
                f"activities.{activity.key}.checked_on", "Bewakingscamera's vragen meer dan deze verklaring.",
                "Geef de camera's aan op aangiftecamera.be en bevestig dat elk jaar, hang het pictogram bij de ingang en houd het register bij."
                " Vul daarna in wanneer u dit nakeek.",
            )


def _data(review: Review, same: list[Used]) -> str:
    """The first kind of data as its activity uses it, and how many more there are."""
    used, category = same[0], review.category(same[0].use)
    more = f" en {len(same) - 1} andere" if len(same) > 1 else ""
    return f"{quoted((category and category.name) or used.use.category)} bij {quoted(used.activity.name or used.activity.key)}{more}"
