"""Who is who and who harms whom, as people type it: "Danuta = mother", "Dad > Mum: hits her"."""

from rewriter.people import Harm, Person

__all__ = ["harm_in", "person_in"]


def person_in(entry: str) -> Person | None:
    """Read "name = role"; None where either is missing."""
    name, sign, role = (part.strip() for part in entry.partition("="))
    return Person(name, role) if name and sign and role else None


def harm_in(entry: str) -> Harm | None:
    """Read "who harms > who is harmed", with ": how" after it; one side may be left out. None where it is neither."""
    by, sign, rest = (part.strip() for part in entry.partition(">"))
    to, _, what = (part.strip() for part in rest.partition(":"))
    return Harm(to=to, by=by, what=what) if sign and (by or to) else None
