"""Who is who and who harms whom, as people type it: "Danuta = mother", "Dad > Mum: hits her"."""

import re

from rewriter.people import Harm, Person

__all__ = ["harm_in", "person_in"]

_ARROW = re.compile(r"[-=\u2013\u2014]*>|[\u2192\u21d2]")
_ROLE = (  # the first that fits
    re.compile(r"([^=]*)=(.*)", re.DOTALL),
    re.compile(r"([^:]*):(.*)", re.DOTALL),
    re.compile(r"([^(]*)\((.*)\)\s*", re.DOTALL),
    re.compile(r"(.*?)\s[-\u2013\u2014]\s(.*)", re.DOTALL),
)


def person_in(entry: str) -> Person | None:
    """Read "name = role", "name: role", "name (role)" or "name - role"; None where either is missing, or for a harm."""
    match = next((match for sign in _ROLE if (match := sign.fullmatch(entry))), None)
    if match is None or ("=" not in entry and _ARROW.search(entry)):
        return None
    name, role = match[1].strip(), match[2].strip()
    return Person(name, role) if name and role else None


def harm_in(entry: str) -> Harm | None:
    """Read "who harms > who is harmed", with ": how" after it; one side may be left out. None where it is neither.

    An arrow stands for the sign ("->", "=>"). Who harms whom is not clear from more than one, or from one turned back.
    """
    who, _, what = entry.partition(":")
    sides = [side.strip() for side in _ARROW.split(who)]
    if len(sides) != 2 or not any(sides) or any(mark in who for mark in "<\u2190\u2194"):
        return None
    return Harm(to=sides[1], by=sides[0], what=what.strip())
