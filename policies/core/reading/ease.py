"""How easy a text from elsewhere reads: the measure that our own statements are held to, on its running text."""

from ..readability import of_text
from .text import Reading

MOST_WORDS = 2000  # of a long text, sentences spread over the whole are counted until there are so many


def ease(reading: Reading) -> float | None:
    """The score by Flesch-Douma, one decimal; None when the text is too short to say anything. Headings and tables are left out."""
    lines = [one.text for one in reading.sentences if one.kind in {"text", "item"}]
    total = sum(line.count(" ") + 1 for line in lines)
    score = of_text("\n\n".join(lines[::max(1, round(total / MOST_WORDS))])).score
    return None if score is None else round(score, 1)
