"""What every page of ours must be, checked on each HTML page that any test fetches."""

from html.parser import HTMLParser

from django.http import HttpResponse
from django.test import Client

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LABELLED = {"input", "select", "textarea"}
NEEDS_NO_LABEL = {"hidden", "submit", "button", "image", "reset"}


class PageClient(Client):
    """A browser that refuses a page that is not in order."""

    def request(self, **request: object) -> HttpResponse:
        response = super().request(**request)
        if not response.streaming and response.get("Content-Type", "").startswith("text/html") and response.content:
            piece = "HTTP_HX_REQUEST" in request or "HX-Request" in (request.get("headers") or {})
            flaws = flaws_of(response.content.decode(), piece)
            assert not flaws, f"{request['PATH_INFO']} ({response.status_code}) is not in order:\n" + "\n".join(flaws)
        return response


class Page(HTMLParser):
    """Gathers what the rules below ask about."""

    def __init__(self) -> None:
        super().__init__()
        self.flaws: list[str] = []
        self.ids: list[str] = []
        self.pointed_at: list[tuple[str, str]] = []  # (attribute, id) that must exist
        self.labels: set[str] = set()
        self.fields: list[dict[str, str]] = []
        self.headings: list[int] = []
        self.stack: list[str] = []
        self.text: dict[str, str] = {"title": "", "h1": ""}
        self.named: list[list[str]] = []  # open links and buttons: [where, text so far]
        self.lang = ""
        self.doctype = False

    def handle_decl(self, decl: str) -> None:
        self.doctype = decl.lower() == "doctype html"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = {name: value or "" for name, value in attrs}
        where = f"line {self.getpos()[0]} <{tag}>"
        self._forbidden(tag, here, where)
        if "id" in here:
            self.ids.append(here["id"])
        for name in ("for", "aria-describedby", "aria-labelledby", "aria-controls", "form"):
            self.pointed_at += [(name, target) for target in here.get(name, "").split()]
        if tag == "html":
            self.lang = here.get("lang", "")
        if tag == "label" and here.get("for"):
            self.labels.add(here["for"])
        if tag in LABELLED and here.get("type", "text") not in NEEDS_NO_LABEL:
            self.fields.append(here | {"where": where, "wrapped": "yes" if "label" in self.stack else ""})
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag in ("a", "button"):
            self.named.append([where, here.get("aria-label", "")])
        if tag not in VOID:
            self.stack.append(tag)

    def _forbidden(self, tag: str, here: dict[str, str], where: str) -> None:
        if tag == "style" or (tag == "script" and not here.get("src")):
            self.flaws.append(f"{where}: inline {tag}; put it in a file, the security policy refuses it")
        self.flaws += [
            f"{where}: attribute {name}; the security policy refuses it"
            for name in here
            if name == "style" or name.startswith("on")
        ]
        if tag == "img" and "alt" not in here:
            self.flaws.append(f"{where}: no alt")
        if tag == "form" and "form" in self.stack:
            self.flaws.append(f"{where}: a form inside a form")
        if tag == "a" and here.get("href", "").strip() in ("", "#"):
            self.flaws.append(f"{where}: a link to nowhere")
        if here.get("href", "").lower().startswith("javascript:"):
            self.flaws.append(f"{where}: a javascript: link")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if tag not in self.stack:
            self.flaws.append(f"line {self.getpos()[0]} </{tag}>: closes nothing")
            return
        while (open_tag := self.stack.pop()) != tag:
            if open_tag not in ("p", "li", "dt", "dd", "tr", "td", "th", "option"):
                self.flaws.append(f"line {self.getpos()[0]} </{tag}>: <{open_tag}> is still open")
        if tag in ("a", "button"):
            where, text = self.named.pop()
            if not text.strip():
                self.flaws.append(f"{where}: no text")

    def handle_data(self, data: str) -> None:
        for tag in self.text:
            if tag in self.stack:
                self.text[tag] += data
        for name in self.named:
            name[1] += data


def flaws_of(html: str, piece: bool = False) -> list[str]:
    """Everything that is wrong with a page, each with where and what. A piece comes into a page that is there already."""
    page = Page()
    page.feed(html)
    flaws = page.flaws
    if piece:
        return flaws + [
            f"id {one!r} is used more than once" for one in sorted(set(page.ids)) if page.ids.count(one) > 1
        ]
    if not page.doctype:
        flaws.append("no <!doctype html>")
    if not page.lang.startswith("nl"):
        flaws.append(f"<html lang={page.lang!r}>: not Dutch")
    if not page.text["title"].strip(" \n–"):
        flaws.append("no <title>")
    if page.text["title"].strip().startswith("–"):
        flaws.append("<title> has no words of its own: fill the block title")
    if page.headings.count(1) != 1 or not page.text["h1"].strip():
        flaws.append(f"{page.headings.count(1)} <h1>: one, with text, is right")
    flaws += [
        f"<h{after}> straight after <h{before}>: a level is skipped"
        for before, after in zip(page.headings, page.headings[1:], strict=False)
        if after > before + 1
    ]
    flaws += [f"id {one!r} is used more than once" for one in sorted(set(page.ids)) if page.ids.count(one) > 1]
    flaws += [f"{name}={target!r} points at nothing" for name, target in page.pointed_at if target not in page.ids]
    flaws += [
        f"{field['where']} name={field.get('name', '')!r}: no label"
        for field in page.fields
        if field.get("id") not in page.labels
        and not (field["wrapped"] or field.get("aria-label") or field.get("aria-labelledby"))
    ]
    return flaws
