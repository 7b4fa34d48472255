"""manage.py check_text: the report on screen and as JSON, and an exit code that a script can use."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

OLD = Path(__file__).resolve().parents[1] / "core" / "reading" / "old"


def code(*arguments: str) -> int:
    try:
        call_command("check_text", *arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


@pytest.mark.parametrize("name", ["betrokkenen.txt", "vraag-antwoord.html"])
def test_it_tells_what_it_found_and_ends_well(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert code(str(OLD / name)) == 0
    told = capsys.readouterr().out
    assert told.startswith("Dit is een hulpmiddel") and "geen juridisch advies" in told
    assert "NIET GEVONDEN: Recht op beperking [art. 13.2.b, 18]" in told
    assert "NIET GEVONDEN, misschien niet nodig: Grondslag: iemands leven" in told


def test_each_fault_has_its_sentence_and_rule(capsys: pytest.CaptureFixture[str]) -> None:
    code(str(OLD / "betrokkenen.txt"), "--on", "2026-12-01")
    told = capsys.readouterr().out
    assert (
        "FOUT: “Commissie voor de bescherming van de persoonlijke levenssfeer” klopt niet meer. Schrijf: Gegevensbeschermingsautoriteit."
        in told
    )
    assert "> Wij geven je gegevens nooit door aan derden.\n    regel: 13.1.e-shares-nothing" in told
    assert "LET OP: Een doel heeft één grondslag." in told


def test_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert code(str(OLD / "rubrieken.txt"), "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["disclaimer"] and {fault["id"] for fault in data["faults"]} >= {"consent-by-use", "id-copy"}
    assert {item["outcome"] for item in data["items"]} == {"found", "missing", "unsure"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 ...", "Dit is een pdf"),
        (b"", "te weinig tekst"),
        (b"The policy of the company and the rights that you have under it. " * 9, "niet in het Nederlands"),
    ],
)
def test_what_cannot_be_read_gives_2_and_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    path = tmp_path / "oud.txt"
    path.write_bytes(content)
    assert code(str(path)) == 2
    error = capsys.readouterr().err
    assert str(path) in error and said in error


def test_a_missing_file_gives_2(tmp_path: Path) -> None:
    assert code(str(tmp_path / "niets.txt")) == 2


def test_both_figures_of_ease_stand_on_screen_and_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    source = str(OLD / "rubrieken.txt")
    assert code(source, "--json") == 0
    data = json.loads(capsys.readouterr().out)["text"]
    assert code(source) == 0
    assert (
        f"Flesch-Douma: lopende tekst {data['ease']}, alle regels {data['ease_of_lines']}." in capsys.readouterr().out
    )
