"""A form as a person finds it on a page: open it, change some fields, press a button."""

from html.parser import HTMLParser

from django.http import HttpResponse

from policies.models import Policy
from tests.page import PageClient


class Filled(HTMLParser):
    """What a browser would post from the page as it is."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.data: dict[str, list[str]] = {}
        self.select = self.area = ""
        self.template = 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        here = dict(attrs)
        self.template += tag == "template"
        if self.template:
            return
        name, kind = here.get("name", ""), here.get("type", "text")
        if tag == "select":
            self.select = name
            self.data.setdefault(name, [""])
        elif tag == "option" and "selected" in here:
            self.data[self.select] = [here["value"]]
        elif tag == "textarea":
            self.area = name
            self.data[name] = [""]
        elif tag == "input" and (kind not in ("checkbox", "radio") or "checked" in here):
            self.data.setdefault(name, []).append(here.get("value") or ("on" if kind == "checkbox" else ""))

    def handle_data(self, text):
        if self.area and not self.template:
            self.data[self.area][0] += text

    def handle_endtag(self, tag):
        self.template -= tag == "template"
        if tag == "textarea":
            self.data[self.area][0] = self.data[self.area][0].removeprefix("\n")
            self.area = ""


def url(policy: Policy, rest: str) -> str:
    """The address of a page of the wizard."""
    return f"/verklaringen/{policy.pk}/vragen/{rest}/"


def text(response: HttpResponse) -> str:
    return " ".join(response.content.decode().split())


def send(client: PageClient, address: str, ga: str = "", **changes: object) -> HttpResponse:
    """Open the page, change some fields, press a button."""
    data = Filled(client.get(address).content.decode()).data
    data.update({name if "-" in name else name.replace("__", "-"): value for name, value in changes.items()})
    return client.post(address, data | {"ga": ga})
