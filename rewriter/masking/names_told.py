"""The names that were told of beside a text: a list, who is who, who harms whom."""

from rewriter.plan import Context

__all__ = ["names_told"]


def names_told(context: Context) -> tuple[str, ...]:
    """Give all names that a context has in its own fields; roles among them are left out where names are read."""
    people = (person.name for person in context.people)
    sides = (side for harm in context.harms for side in (harm.to, harm.by))
    return tuple(dict.fromkeys(name for name in (*context.names, *people, *sides) if name.strip()))
