"""The files in deploy/ agree with each other and with the commands that there are."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands

DEPLOY = Path(__file__).resolve().parent.parent / "deploy"
SERVICES = sorted(DEPLOY.glob("*.service"))


def unit(path: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read_string(path.read_text("utf-8"))
    return parser


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_a_service_runs_a_command_of_ours_once_and_not_as_root(path: Path) -> None:
    service = unit(path)["Service"]
    command = re.fullmatch(
        rf"{re.escape(service['WorkingDirectory'])}/\.venv/bin/python manage\.py (\w+)", service["ExecStart"]
    )
    assert command and get_commands()[command[1]] == "policies"
    assert service["Type"] == "oneshot" and service["User"] not in ("", "root") and service["EnvironmentFile"]


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_its_timer_starts_it_every_day_also_when_the_machine_was_off(path: Path) -> None:
    timer = unit(path.with_suffix(".timer"))
    assert (
        re.fullmatch(r"\*-\*-\* \d\d:\d\d:\d\d", timer["Timer"]["OnCalendar"])
        and timer["Timer"]["Persistent"] == "true"
    )
    assert timer["Install"]["WantedBy"] == "timers.target"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_systemd_reads_it(path: Path) -> None:
    told = subprocess.run(
        ["systemd-analyze", "verify", path.with_suffix(".timer"), path], capture_output=True, text=True
    ).stderr
    assert [line for line in told.splitlines() if path.stem in line and "is not executable" not in line] == []
