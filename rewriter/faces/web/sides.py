"""Who harms whom, as the page of a draft shows it: two fields for each harm, to be mended where they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rewriter.answer import Critique, Rewrite
from rewriter.brackets import find_brackets
from rewriter.faces.entries import harm_in
from rewriter.faces.web.forms import FormMistake
from rewriter.people import Harm, HarmBasis
from rewriter.plan import Context
from rewriter.rules.responsibility import who_harms_whom

__all__ = ["Sides", "question_in", "shown_of", "sides_in"]

_MOST = 4  # harms with fields of their own: more stand in the form's box for them, one on a line
_LONGEST = 100  # characters of a name or a role
_READ = {
    HarmBasis.STATED: "We read",
    HarmBasis.GIVEN: "You told us",
    HarmBasis.ASSUMED: "We assume, from the words",
}


@dataclass(frozen=True, slots=True)
class Sides:
    """What stands in the fields, by their names; `confirmed` where their own button was pressed."""

    typed: Mapping[str, str]
    confirmed: bool = False

    def told_in(self, saved: Rewrite) -> Context | None:
        """Give what is told beside a draft with these sides in it; None where they are as shown. Raises FormMistake."""
        shown = saved.critique.responsibility.harms[:_MOST]
        pairs = [(harm.by, harm.to) for harm in shown] or [("", "")]
        before = [(_side(by), _side(to)) for by, to in pairs]
        now = [
            (" ".join(self.typed.get(f"by-{n}", by).split()), " ".join(self.typed.get(f"to-{n}", to).split()))
            for n, (by, to) in enumerate(before)
        ]
        given = saved.context.harms
        if now == before and (not self.confirmed or (given and _are_told(shown))):
            return None
        harms = [_harm(n, by, to, shown[n : n + 1]) for n, (by, to) in enumerate(now) if by or to]
        harms += [harm for harm in saved.critique.responsibility.harms[_MOST:] if harm.basis is HarmBasis.GIVEN]
        if not harms and not given:
            raise FormMistake("by-0", "Write who causes harm, or who is harmed. If nobody is harmed, leave this.")
        return replace(saved.context, harms=tuple(harms))


def sides_in(fields: Mapping[str, str]) -> Sides:
    """Give what a form says of who harms whom."""
    typed = {name: words for name, words in fields.items() if name.startswith(("by-", "to-"))}
    return Sides(typed, "told" in fields)


def shown_of(critique: Critique, typed: Mapping[str, str]) -> tuple[dict[str, str], ...]:
    """Give the fields for each harm, with what was read in a sentence; none where nothing speaks of harm."""
    found = critique.responsibility
    if not (found.abuse or found.harms or question_in(critique)):
        return ()
    return tuple(
        {
            "said": _sentence(harm),
            "by": typed.get(f"by-{n}", _side(harm.by)),
            "to": typed.get(f"to-{n}", _side(harm.to)),
        }
        for n, harm in enumerate(found.harms[:_MOST] or (Harm("", "", basis=HarmBasis.STATED),))
    )


def question_in(critique: Critique) -> str:
    """Give the words for which it is asked who harms whom; "" where it is not asked."""
    return next((found.text for found in critique.findings if found.rule == who_harms_whom.RULE.id), "")


def _sentence(harm: Harm) -> str:
    by, to = _side(harm.by), _side(harm.to)
    if not (by or to):
        return ""
    return f"{_READ[harm.basis]}: {by or 'somebody'} harms {to or 'somebody'}."


def _side(words: str) -> str:
    """A name or a role as shown: a gap is nobody yet."""
    return "" if find_brackets(words) else words


def _are_told(harms: Sequence[Harm]) -> bool:
    return all(harm.basis is HarmBasis.GIVEN for harm in harms)


def _harm(number: int, by: str, to: str, before: Sequence[Harm]) -> Harm:
    """A harm as the form's box for them would read it. Raises FormMistake."""
    read = harm_in(f"{by} > {to}")
    if read is None or (read.by, read.to, read.what) != (by, to, "") or max(len(by), len(to)) > _LONGEST:
        raise FormMistake(f"by-{number}", "Write a name or a role in each, and nothing else: Dad, Mum")
    what = next((harm.what for harm in before if harm.basis is HarmBasis.GIVEN), "")
    return replace(read, what=what)
