"""The lists of packages: everything has one version and the digests of its files, and no list says where to fetch them."""

import re
import subprocess
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.architecture.source import ROOT

NAMES = ["requirements", "requirements-dev"]
PYTHONS = ["3.11", "3.12"]
MACHINES = ["x86_64", "aarch64"]
every_list = pytest.mark.parametrize("name", NAMES)

PIN = re.compile(r"([A-Za-z0-9._-]+)==([0-9A-Za-z.+!-]+)")
LINE = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9a-z.+!]+) \\(?P<hashes>(\n    --hash=sha256:[0-9a-f]{64}( \\)?)+)"
)


def pins_of(name: str, folder: Path = ROOT) -> dict[str, str]:
    """Package → version of an .in file, with those of the file that it includes. Raises ValueError for a line that is neither."""
    found: dict[str, str] = {}
    for line in (folder / f"{name}.in").read_text("utf-8").splitlines():
        text = line.partition("#")[0].strip()
        if text.startswith("-r "):
            found |= pins_of(text.removeprefix("-r ").removesuffix(".in"), folder)
        elif text:
            pin = PIN.fullmatch(text)
            if pin is None:
                raise ValueError(f"{name}.in: {line!r} is no package with one version")
            found[canonicalize_name(pin[1])] = pin[2]
    return found


def parse_list(text: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Package → version and digests of a list that bin/lock made. Raises ValueError for anything else that stands in it."""
    head, _, body = text.partition("\n")
    if not re.fullmatch(
        r"# Made by bin/lock from requirements(-dev)?\.in, for Python 3\.11 and 3\.12\. Do not edit: .+", head
    ):
        raise ValueError(f"{head!r} is not the head that bin/lock writes")
    found, place = {}, 0
    while place < len(body):
        line = LINE.match(body, place)
        if line is None or not body.startswith("\n", line.end()) or line["hashes"].endswith("\\"):
            raise ValueError(f"{body[place:].partition(chr(10))[0]!r} is no package with one version and its digests")
        if line["name"] in found:
            raise ValueError(f"{line['name']} stands there twice")
        found[line["name"]] = (line["version"], frozenset(re.findall(r"sha256:([0-9a-f]{64})", line["hashes"])))
        place = line.end() + 1
    return found


def read_list(name: str) -> dict[str, tuple[str, frozenset[str]]]:
    return parse_list((ROOT / f"{name}.txt").read_text("utf-8"))


@every_list
def test_what_was_chosen_stands_in_the_list_with_that_version(name: str) -> None:
    there = {package: version for package, (version, _) in read_list(name).items()}
    assert {package: there.get(package) for package in pins_of(name)} == pins_of(name), "run bin/lock"


def test_the_list_of_the_tests_holds_that_of_the_application() -> None:
    runtime, development = read_list("requirements"), read_list("requirements-dev")
    assert {package: development.get(package) for package in runtime} == runtime, "run bin/lock"


@every_list
def test_everything_that_is_pulled_in_has_a_line_on_every_python_and_processor(name: str) -> None:
    there, missing = read_list(name), []
    for package in there:
        try:
            needs = [Requirement(text) for text in metadata.requires(package) or ()]
        except metadata.PackageNotFoundError:
            continue  # bin/test installs it first; the other test shows that it needs nothing that is not here
        for need in needs:
            version = there.get(canonicalize_name(need.name), ("", None))[0]
            missing += [
                f"{package} needs {need}, on Python {python} and {machine}"
                for python in PYTHONS
                for machine in MACHINES
                if applies(need, python, machine)
                and not (version and need.specifier.contains(Version(version), prereleases=True))
            ]
    assert missing == []


def applies(need: Requirement, python: str, machine: str) -> bool:
    """Whether this dependency counts there, for a package that is asked without extras."""
    if need.marker is None:
        return True
    here = {
        "python_version": python,
        "python_full_version": f"{python}.9",
        "platform_machine": machine,
        "sys_platform": "linux",
        "extra": "",
    }
    return need.marker.evaluate(here | {"platform_system": "Linux", "os_name": "posix"})


@every_list
def test_no_list_says_where_to_fetch(name: str) -> None:
    for ending in (".in", ".txt"):
        text = (ROOT / f"{name}{ending}").read_text("utf-8")
        options = [
            line
            for line in text.splitlines()
            if line.lstrip().startswith("-") and not re.match(r"    --hash=sha256:|-r requirements\.in$", line)
        ]
        assert options == []
        assert re.findall(r"://|@ |\bpypi\b|[\w-]+\.(?:org|com|io|net)\b", text) == []


HASH = f"    --hash=sha256:{'0' * 64}"
HEAD = "# Made by bin/lock from requirements.in, for Python 3.11 and 3.12. Do not edit: docs/upgrading.md says how to change it."


def test_a_list_in_order_is_read() -> None:
    assert parse_list(f"{HEAD}\nbabel==2.18.0 \\\n{HASH} \\\n{HASH[:-1]}1\n") == {
        "babel": ("2.18.0", frozenset({"0" * 64, "0" * 63 + "1"}))
    }


@pytest.mark.parametrize(
    "lines",
    [
        "babel==2.18.0",  # no digest
        "babel==2.18.0 \\\nbrotli==1.2.1 \\\n" + HASH,
        "babel>=2.18.0 \\\n" + HASH,
        "babel==2.* \\\n" + HASH,
        "babel==2.18.0 \\\n    --hash=md5:" + "0" * 32,
        "babel==2.18.0 \\\n    --hash=sha256:" + "0" * 63,
        "-i https://packages.example/simple\nbabel==2.18.0 \\\n" + HASH,
        "babel==2.18.0 \\\n" + HASH + "\n-f wheels/",
        "babel @ https://packages.example/babel.whl \\\n" + HASH,
        "babel==2.18.0 \\\n" + HASH + "\nbabel==2.18.0 \\\n" + HASH,
        "babel==2.18.0 ; python_version < '3.12' \\\n" + HASH,  # what differs needs a look, not a marker
        "babel==2.18.0 \\\n" + HASH + " \\",
        "# via packages.example\nbabel==2.18.0 \\\n" + HASH,
        "-e .",
        "-c constraints.txt",
    ],
)
def test_anything_else_in_a_list_is_refused(lines: str) -> None:
    with pytest.raises(ValueError):
        parse_list(f"{HEAD}\n{lines}\n")


@pytest.mark.parametrize(
    "line",
    ["babel", "babel>=2", "babel~=2.18", "babel==2.*", "./babel.whl", "--pre", "babel==2.18.0; python_version<'3.12'"],
)
def test_a_chosen_package_has_one_version(line: str, tmp_path: Path) -> None:
    (tmp_path / "requirements.in").write_text(f"# chosen\n{line}\n", "utf-8")
    with pytest.raises(ValueError):
        pins_of("requirements", tmp_path)


def test_every_installation_asks_for_digests_and_wheels() -> None:
    """Also those that the papers tell people to type."""
    files = [*(ROOT / "bin").iterdir(), ROOT / ".ci" / "run", ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    commands = [
        line
        for file in files
        if file.is_file()
        for line in file.read_text("utf-8").splitlines()
        if re.search(r"\bpip install\b", line)
    ]
    assert len(commands) >= 2
    assert [line for line in commands if "--require-hashes" not in line or "--only-binary :all:" not in line] == []


def test_the_tool_that_locks_says_how_it_is_used() -> None:
    told = subprocess.run([ROOT / "bin" / "lock", "--help"], capture_output=True, text=True, check=True).stdout
    assert "--upgrade-package" in told and "requirements-dev.txt" in told
