"""manage.py build_statement: the files, the findings, and an exit code that a script can use."""

import json
import re
from pathlib import Path

import pikepdf
import pytest
from django.core.management import call_command

from policies.core import patterns

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = str(ROOT / "clauses/examples/verwerkingen.yaml")


def code(*arguments: str) -> int:
    try:
        call_command("build_statement", *arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


def test_it_writes_the_four_files(tmp_path: Path) -> None:
    assert code(EXAMPLE, "--pattern", "rubrieken", "--tone", "u", "--out", str(tmp_path)) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "statement.html",
        "statement.json",
        "statement.pdf",
        "statement.txt",
    ]
    assert (tmp_path / "statement.pdf").read_bytes().startswith(b"%PDF")


def test_formats_leaves_out_the_others(tmp_path: Path) -> None:
    assert code(EXAMPLE, "--formats", "html,txt", "--out", str(tmp_path)) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["statement.html", "statement.txt"]
    assert code(EXAMPLE, "--formats", "docx", "--out", str(tmp_path)) == 2


def test_the_items_as_json_and_as_an_annex(tmp_path: Path) -> None:
    assert (
        code(
            EXAMPLE,
            "--pattern",
            "rubrieken",
            "--tone",
            "u",
            "--formats",
            "items,json,pdf",
            "--annex",
            "--out",
            str(tmp_path),
        )
        == 0
    )
    table, statement = (
        json.loads((tmp_path / name).read_text()) for name in ("statement.items.json", "statement.json")
    )
    assert table["complete"] is True and table["digest"] == statement["digest"]
    keys = {key for item in table["items"] for place in item["places"] for key in place["keys"]}
    assert keys <= set(re.findall(r'"key": "([^"]+)"', (tmp_path / "statement.json").read_text()))
    with pikepdf.open(tmp_path / "statement.pdf") as pdf, pdf.open_outline() as outline:
        assert pdf.Root.MarkInfo.Marked
        assert [str(item.title) for item in outline.root[0].children][
            -1
        ] == "Bijlage: wat de wet vraagt, en waar het staat"


def test_all_writes_every_combination_into_its_own_folder(tmp_path: Path) -> None:
    assert code(EXAMPLE, "--pattern", "all", "--tone", "all", "--formats", "txt", "--out", str(tmp_path)) == 0
    assert sorted(path.parent.name for path in tmp_path.rglob("*.txt")) == sorted(
        f"{pattern}-{tone}" for pattern in patterns.ALL for tone in ("u", "je")
    )


def test_readability_prints_the_whole_and_each_section(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert code(EXAMPLE, "--pattern", "rubrieken", "--tone", "je", "--formats", "txt", "--out", str(tmp_path)) == 0
    assert "woorden" not in capsys.readouterr().out
    assert (
        code(
            EXAMPLE,
            "--pattern",
            "rubrieken",
            "--tone",
            "je",
            "--formats",
            "txt",
            "--out",
            str(tmp_path),
            "--readability",
        )
        == 0
    )
    lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(
        r"Geheel +\d+ +\d+ +\d+ +\d\d goed te lezen +\d\d goed te lezen",
        next(line for line in lines if line.startswith("Geheel")),
    )
    assert any(line.startswith("Inzage, verbetering, wissen en andere rechten") for line in lines)


def test_blocking_findings_give_1_and_a_draft_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "half.yaml"
    path.write_text("schema: 1\ncontroller:\n  country: BE\n  legal_name: Bakkerij\n")
    assert code(str(path), "--formats", "txt", "--out", str(tmp_path)) == 1
    assert "controller.email" in capsys.readouterr().out
    assert code(str(path), "--formats", "txt", "--draft", "--out", str(tmp_path)) == 0


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"schema: 1\ncontroller:\n  country: BE\n  register_number: 1999.999.900\n", "controller.register_number"),
        (b"schema: 1\nretention_rules:\n- {key: a, number: enkele}\n", "retention_rules.a.number"),
        (b"schema: 1\nrecipients:\n- {key: a, country: Atlantis}\n", "recipients.a.country"),
        (b"schema: 1\nactivities:\n- {key: a, retention: weg}\n", "activities.a.retention"),
        (b"a: &a [x]\nb: *a\n", "regel 1"),
        (b'schema: 1\nscope: {services: "a\\0b"}\n', "scope.services"),
        (b"\xff\xfe\x00", "UTF-8"),
    ],
)
def test_what_cannot_be_read_gives_2_with_path_and_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, says: str
) -> None:
    path = tmp_path / "fout.yaml"
    path.write_bytes(content)
    assert code(str(path), "--out", str(tmp_path)) == 2
    error = capsys.readouterr().err
    assert str(path) in error and says in error


def test_a_missing_file_gives_2(tmp_path: Path) -> None:
    assert code(str(tmp_path / "niets.yaml")) == 2
