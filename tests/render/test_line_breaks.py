"""A line of the PDF ends where it is full, never inside its first word."""

from collections.abc import Iterator

import pytest
import weasyprint

from policies.render import as_pdf

SENTENCE = "<p>Kettingvos Deelfietsen (Kettingvos) in Leeuwarden is verantwoordelijk voor je <dfn>persoonsgegevens</dfn>. Dat zijn gegevens.</p>"


def first_lines(html: str) -> list[str]:
    """The first line of the same sentence at a hundred widths, a quarter of a point apart."""
    pages = "".join(f'<div style="width: {325 + step / 4}pt">{html}</div>' for step in range(100))
    sheet, fonts = as_pdf._style()
    drawn = weasyprint.HTML(string=f'<html lang="nl"><body>{pages}</body></html>').render(stylesheets=[sheet], font_config=fonts)
    return [text for page in drawn.pages for text in _first_of_each(page._page_box)]


def _first_of_each(box: object) -> Iterator[str]:
    children = list(getattr(box, "children", ()))
    if children and type(children[0]).__name__ == "LineBox":
        yield "".join(part.text for part in children[0].descendants() if hasattr(part, "text"))
    else:
        for child in children:
            yield from _first_of_each(child)


def test_a_line_is_not_broken_in_its_first_word_where_only_a_space_does_not_fit() -> None:
    assert min(map(len, first_lines(SENTENCE))) < 12  # what WeasyPrint makes of it as it stands
    assert min(map(len, first_lines(as_pdf._drawn(SENTENCE, draft=False)))) > 60


@pytest.mark.parametrize("tag", ["a", "dfn", "strong", "em"])
def test_the_space_before_a_part_of_a_line_moves_into_it(tag: str) -> None:
    assert as_pdf._drawn(f"<p>van <{tag}>ons</{tag}> allen</p>", draft=False) == f"<p>van<{tag}> ons</{tag}> allen</p>"


def test_no_other_space_moves() -> None:
    html = '<p>van <mark class="gat">wie</mark> en ook </p>\n<p>hier</p>'
    assert as_pdf._drawn(html, draft=False) == html
