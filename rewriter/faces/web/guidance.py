"""The guidance by the number that a source carries ("002 Halton, Example 3"), with titles that a reader knows."""

from collections.abc import Mapping

__all__ = ["GUIDANCE", "title_of"]

GUIDANCE: Mapping[str, str] = {
    "000": "Spotlight on SMART Planning",
    "001": "SMART Planning Guidance",
    "002": "SMART plans, adapted from Halton Safeguarding Children Board",
    "003": "Outcomes and SMART for a child's plan",
    "004": "SMART Objectives and Action Planning, a LIAP training session",
}


def title_of(document: str) -> str:
    """Give the title of a document, which is named by a file that begins with its number."""
    return GUIDANCE.get(document[:3], document)
