"""Lighthouse on the pages people meet, as production serves them.

Start it with .venv/bin/python -m bench.lighthouse [--runs 3] [--only contact] [--keep DIR].

Exit 1 when a category stays under the limit. It needs Node with npm, Chromium ($CHROMIUM, or the system's) and openssl; Lighthouse
itself comes from npm into var/. Everything else is made for the occasion and thrown away: database, demo, compressed static files,
a certificate that the browser is told to believe, and gunicorn behind it. DEBUG is off and nothing in the settings is bent; pages
are compressed, which in production is the proxy's work (proxied.py), and each is fetched once before, so that the worker is warm.

`machine` is Lighthouse's own measure of how fast this machine was at that moment. It pretends a phone by slowing down four times, so a
machine that is busy with something else gives a slower phone: below about 1000 the score says more about the machine than about the page.
"""

import argparse
import contextlib
import http.client
import json
import os
import secrets
import shutil
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VERSION = "12.8.2"  # the last that runs on the Node of Debian 12 and Ubuntu 24.04
HOME = ROOT / "var" / f"lighthouse-{VERSION}"
LIMIT = 95
MACHINE = "machine"
CATEGORIES = {"performance": "perf.", "accessibility": "access.", "best-practices": "practices"}
READ = {**CATEGORIES, "seo": "seo"}  # what readers open is also looked for
FORMS = {"mobile": [], "desktop": ["--preset=desktop"]}
ADVICE, STARTER = "advies@demo.example", "starter@demo.example"


@dataclass(frozen=True)
class Page:
    """A page to measure: where it is, and who looks (nobody: a visitor)."""

    name: str
    path: str
    who: str = ""
    read: bool = False  # by the public: held to 100
    found: bool = True  # by search engines, of what the public reads; what changed is kept from them, so that the statement itself comes first

    @property
    def categories(self) -> dict[str, str]:
        return READ if self.read and self.found else CATEGORIES

    @property
    def limit(self) -> int:
        return 100 if self.read else LIMIT


def pages() -> list[Page]:
    """The list that grows. The policy is the demo's copy of the largest example."""
    from django.urls import reverse

    from policies.management.commands.demo import LAST
    from policies.models import Policy

    largest, begun = Policy.objects.get(name="Kraaienvat"), Policy.objects.get(name__startswith="Bakkerij")
    widest = max(largest.recipients.all(), key=lambda row: row.activities.count())
    return [
        Page("front door", reverse("home")),
        Page("published statement", reverse("public_policy", args=["kraaienvat"]), read=True),
        Page("list of versions", reverse("public_versions", args=[LAST]), read=True),
        Page(
            "what changed with a version",
            reverse("public_version_changes", args=[LAST, "2.00"]),
            read=True,
            found=False,
        ),
        Page("log in", reverse("account_login")),
        Page("sign up", reverse("account_signup")),
        Page("check a text", reverse("check_text")),
        Page("home of who is logged in", reverse("policy_list"), ADVICE),
        Page("a statement in the making", reverse("policy", args=[begun.pk]), STARTER),
        Page("step onderneming", reverse("policy_step", args=[largest.pk, "onderneming"]), ADVICE),
        Page("step bewaartermijnen", reverse("policy_step", args=[largest.pk, "bewaartermijnen"]), ADVICE),
        Page("step ontvangers", reverse("policy_step", args=[largest.pk, "ontvangers"]), ADVICE),
        Page(
            "row of a recipient",
            reverse("policy_row", args=[largest.pk, "ontvangers", "ontvangers", widest.pk]),
            ADVICE,
        ),
        Page("review", reverse("policy_step", args=[largest.pk, "controle"]), ADVICE),
    ]


@contextlib.contextmanager
def server() -> Iterator[tuple[str, list[tuple[Page, str]]]]:
    """(address, every page with the cookie to send) of gunicorn with the demo, under the settings of production."""
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder:
        with socket.socket() as door:
            door.bind(("127.0.0.1", 0))
            port = door.getsockname()[1]
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "privacy_builder.settings",
            "DEBUG": "off",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "ALLOWED_HOSTS": "localhost",
            "SITE_URL": f"https://localhost:{port}",
            "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3",
            "EMAIL_URL": "smtp://localhost:1",
            "DEFAULT_FROM_EMAIL": "post@localhost",
            "STATIC_ROOT": f"{folder}/static",
        }
        cookies = prepared()
        subject = ["-subj", "/CN=localhost", "-days", "2", "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"]
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject], check=True, capture_output=True
        )
        command = [sys.executable, "-m", "gunicorn", "bench.proxied", "--threads", "8", "--bind", f"127.0.0.1:{port}"]
        running = subprocess.Popen(
            [*command, "--certfile", f"{folder}/cert.pem", "--keyfile", f"{folder}/key.pem", "--log-level", "warning"],
            cwd=ROOT,
        )
        try:
            until_open(port, running)
            for page, cookie in cookies:
                warm(port, page.path, cookie)
            yield f"https://localhost:{port}", cookies
        finally:
            running.terminate()
            running.wait(20)


def prepared() -> list[tuple[Page, str]]:
    """Make database, static files and demo; every page with the session of who looks at it."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from policies.models import User

    for command in (["migrate"], ["collectstatic", "--no-input"]):
        call_command(*command, verbosity=0, stdout=StringIO())
    # Production refuses the demo, whose passwords everybody knows. These are thrown away.
    subprocess.run(
        [sys.executable, "manage.py", "demo"],
        cwd=ROOT,
        env=os.environ | {"DEBUG": "on"},
        check=True,
        capture_output=True,
    )
    sessions = {"": ""}
    for who in (ADVICE, STARTER):
        client = Client()
        client.force_login(User.objects.get(email=who))
        sessions[who] = f"sessionid={client.cookies['sessionid'].value}"
    return [(page, sessions[page.who]) for page in pages()]


def until_open(port: int, running: subprocess.Popen) -> None:
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        if running.poll() is not None:
            break
        time.sleep(0.2)
    sys.exit("gunicorn does not start; what it says is above.")


def warm(port: int, path: str, cookie: str) -> None:
    """Fetch the page once. A page that is not there, or leads elsewhere, is no page to measure."""
    door = http.client.HTTPSConnection("localhost", port, context=ssl._create_unverified_context(), timeout=60)
    door.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    status = door.getresponse().status
    door.close()
    if status != 200:
        sys.exit(f"{path} answers {status}: that is not the page to measure.")


def lighthouse() -> list[str]:
    """The command, installed once into var/."""
    program = HOME / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not program.exists():
        for tool in ("node", "npm", "openssl"):
            if not shutil.which(tool):
                sys.exit(f"{tool} is not here: apt-get install -y nodejs npm openssl")
        HOME.mkdir(parents=True, exist_ok=True)
        quiet = ["--no-audit", "--no-fund", "--no-save", "--loglevel=error"]
        subprocess.run(["npm", "install", "--prefix", str(HOME), *quiet, f"lighthouse@{VERSION}"], check=True)
    return ["node", str(program)]


def scores(address: str, cookie: str, form: str, keep: Path | None, categories: Iterable[str]) -> dict[str, float]:
    """One run of Lighthouse: the score of each category, 0 to 100, and how fast the machine was."""
    flags = "--headless=new --no-sandbox --disable-gpu --ignore-certificate-errors"
    only = f"--only-categories={','.join(categories)}"
    command = [*lighthouse(), address, "--output=json", "--quiet", only, f"--chrome-flags={flags}", *FORMS[form]]
    if cookie:
        command.append(f"--extra-headers={json.dumps({'Cookie': cookie})}")
    chromium = (
        os.environ.get("CHROMIUM")
        or shutil.which("chromium")
        or sys.exit("Chromium is not here: apt-get install -y chromium")
    )
    done = subprocess.run(
        command, capture_output=True, text=True, env=os.environ | {"CHROME_PATH": chromium}, timeout=240
    )
    if done.returncode:
        sys.exit(f"Lighthouse stopped at {address}:\n{done.stderr[-2000:]}")
    report = json.loads(done.stdout)
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{address.split('/', 3)[3].strip('/').replace('/', '-') or 'home'}-{form}.json").write_text(
            done.stdout
        )
    told = {name: (report["categories"][name]["score"] or 0) * 100 for name in categories}
    return told | {MACHINE: report["environment"]["benchmarkIndex"]}


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench.lighthouse",
        description="Lighthouse beside its limits: 95, and 100 for what the public reads.",
    )
    parser.add_argument("--runs", type=int, default=1, help="runs of each page; the median counts")
    parser.add_argument("--only", default="", help="only pages with this in their name")
    parser.add_argument("--form", choices=FORMS, help="only this form factor")
    parser.add_argument("--keep", type=Path, help="a folder for the whole reports")
    asked = parser.parse_args()
    missed = 0
    lighthouse()
    print(
        f"{'page':28} {'form':8} " + " ".join(f"{short:>9}" for short in [*READ.values(), MACHINE]) + "     limit",
        flush=True,
    )
    with server() as (home, found):
        for page, cookie in (one for one in found if asked.only in one[0].name):
            for form in [asked.form] if asked.form else FORMS:
                runs = [scores(home + page.path, cookie, form, asked.keep, page.categories) for _ in range(asked.runs)]
                median = {name: statistics.median(run[name] for run in runs) for name in [*page.categories, MACHINE]}
                held = all(median[name] >= page.limit for name in page.categories)
                missed += not held
                print(
                    f"{page.name:28} {form:8} "
                    + " ".join(f"{median[name]:9.0f}" if name in median else f"{'':9}" for name in [*READ, MACHINE])
                    + f"{page.limit:10}"
                    + ("   ok" if held else "   MISSED"),
                    flush=True,
                )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
