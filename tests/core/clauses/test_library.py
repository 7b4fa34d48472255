"""The clause library: what it refuses at load, and what every clause of ours must be."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from policies.core import patterns
from policies.core.clauses.conditions import ALL
from policies.core.clauses.library import FOLDER, LibraryError, load
from policies.core.clauses.lint import bare_tone
from policies.core.facts import choices
from policies.core.patterns.plan import Run, clauses_of, parts_of

HEAD = "{{#\nscope: company\narticles: '13.1.a'\nstates: {states}\nwhen: {when}\npromise: no\n#}}\n{body}\n"


def clause(tmp_path: Path, body: str, when: str = "always", states: str = "") -> Path:
    """A library of one clause, on our own catalogue and layout."""
    shutil.copytree(FOLDER / "catalogue", tmp_path / "catalogue")
    path = tmp_path / "nl" / "opening" / "who.j2"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD.format(body=body, when=when, states=states))
    return tmp_path


@pytest.mark.parametrize(
    "body",
    [
        "<p>{{ controller.nam }}</p>",
        "<p>{{ onbekend }}</p>",
        "<p>{{ outside | opsomming }}</p>",
        "<p>{{ authority.name }}</p>",
        "<p>{% for p in activities %}{{ p.purposes.nam }}{% endfor %}</p>",
        "<p>{% for a in activities %}{% for p in a.purposes %}{{ p.grondslag }}{% endfor %}{% endfor %}</p>",
        "<p>{{ controller.legal_name | upper }}</p>",
        "<p>uw gegevens</p>",
        "{% if controller.phone %}<p>a</p>{% endif %}",
        "<p>{{ controller.legal_name </p>",
    ],
)
def test_a_bad_clause_is_refused_at_load(tmp_path: Path, body: str) -> None:
    with pytest.raises(LibraryError, match="opening/who"):
        load(clause(tmp_path, body))


def test_an_unknown_condition_or_fact_is_refused_at_load(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="conditions"):
        load(clause(tmp_path, "<p>a</p>", when="nooit_van_gehoord"))
    shutil.rmtree(tmp_path / "nl")
    shutil.rmtree(tmp_path / "catalogue")
    with pytest.raises(LibraryError, match="geen feit"):
        load(clause(tmp_path, "<p>a</p>", states="controller.kleur"))


def test_a_good_clause_is_accepted(tmp_path: Path) -> None:
    library = load(clause(tmp_path, "<p>{{ controller.legal_name }} {{ aan('uw', 'je') }}</p>"))
    assert list(library.clauses) == ["opening/who"]


def placed(pattern: str) -> list[str]:
    return [
        name
        for part in (*patterns.SUMMARY, *patterns.sections(pattern))
        for name in clauses_of(part)
        if name != "own/body"
    ]


@pytest.mark.parametrize("pattern", patterns.ALL)
def test_every_clause_has_a_place_in_every_pattern(pattern: str) -> None:
    """Once; a clause in a folder with the name of a pattern stands in that pattern only."""
    names = placed(pattern)
    assert len(names) == len(set(names))
    assert set(names) == {name for name in load().clauses if patterns.owner(name) in {None, pattern}} - {"own/body"}


def test_every_clause_is_reachable() -> None:
    assert set(load().clauses) == {"own/body"}.union(*map(placed, patterns.ALL))


def runs_of(part: object) -> list[Run]:
    if isinstance(part, Run):
        return [part]
    return [run for inner in parts_of(part) for run in runs_of(inner)]


@pytest.mark.parametrize("pattern", patterns.ALL)
def test_a_run_keeps_to_its_scope(pattern: str) -> None:
    """A run over what is kept may also use what is said of the rule itself."""
    runs = [run for piece in patterns.sections(pattern) for run in runs_of(piece)]
    allowed = {"kept": {"kept", "rule"}}
    assert len(runs) > 3
    for run in runs:
        scopes = [load().clauses[name].scope for name in clauses_of(run)]
        assert scopes[0] == run.scope and set(scopes) <= allowed.get(run.scope, {run.scope})


def test_every_condition_is_used() -> None:
    assert set(ALL) == {clause.when for clause in load().clauses.values()}


def test_every_choice_has_words_in_the_library() -> None:
    words = load().catalogue["words"]
    sets = {
        "legal_form": choices.LEGAL_FORM,
        "source": choices.SOURCE,
        "required": choices.REQUIRED,
        "special_ground": choices.SPECIAL_GROUND,
        "special_kind": choices.SPECIAL_KIND,
        "marketing_rule": choices.MARKETING_RULE,
        "afterwards": choices.AFTERWARDS,
        "role": choices.ROLE,
        "safeguard": choices.SAFEGUARD,
        "cookie_kind": choices.COOKIE_KIND,
        "cookie_consent": choices.COOKIE_CONSENT,
        "identity_check": choices.IDENTITY_CHECK,
        "decision_ground": choices.DECISION_GROUND,
        "channel": choices.CHANNEL,
        "disclosure_case": choices.DISCLOSURE_CASE,
        "change_channel": choices.CHANGE_CHANNEL,
        "recipient_kind": choices.RECIPIENT_KIND,
        "legal_basis": choices.LEGAL_BASIS,
        "country": choices.LAW_COUNTRY,
    }
    assert {name: set(words[name]) for name in sets} == {name: set(codes) for name, codes in sets.items()}


def test_a_bare_u_or_je_is_seen_and_a_chosen_one_is_not() -> None:
    assert bare_tone("<p>Wilt u dat?</p>") and bare_tone("<p>Je mag</p>")
    assert not bare_tone("<p>{{ aan('Wilt u', 'Wil je') }} de jury huren?</p>")


def test_law_is_looked_up_by_day() -> None:
    library = load()
    assert "BR" in {row["code"] for row in library.valid("adequacy", date(2026, 11, 22))}
    assert "BR" not in {row["code"] for row in library.valid("adequacy", date(2025, 11, 22))}
