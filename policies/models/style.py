"""The rows behind facts/style.py and facts/preset.py."""

from policies.core import facts
from policies.models.columns import Part, Row, column, constraints, inside, part


class OwnSection(Row):
    """Columns of `facts.OwnSection`: a section in the company's own words."""

    policy = inside("Policy", "sections")
    key = column(facts.OwnSection, "key")
    title = column(facts.OwnSection, "title")
    body = column(facts.OwnSection, "body")
    place = column(facts.OwnSection, "place")

    class Meta(Row.Meta):
        constraints = constraints(facts.OwnSection, "policy")

    def __str__(self) -> str:
        return self.title or self.key


class Style(Part):
    """Columns of `facts.Style`: pattern, tone, title, opening."""

    policy = part("style")
    pattern = column(facts.Style, "pattern")
    tone = column(facts.Style, "tone")
    title = column(facts.Style, "title")
    opening = column(facts.Style, "opening")
    definitions = column(facts.Style, "definitions")
    terms_url = column(facts.Style, "terms_url")
    copyright_notice = column(facts.Style, "copyright_notice")
    no_figure = column(facts.Style, "no_figure")

    class Meta(Part.Meta):
        constraints = constraints(facts.Style)


class Preset(Part):
    """Columns of `facts.Preset`: what the first screen asked, and which proposals wait to be confirmed."""

    policy = part("preset")
    sector = column(facts.Preset, "sector")
    size = column(facts.Preset, "size")
    doings = column(facts.Preset, "doings")
    services = column(facts.Preset, "services")
    unconfirmed = column(facts.Preset, "unconfirmed")

    class Meta(Part.Meta):
        constraints = constraints(facts.Preset)
