"""What somebody harmed was to tell or to whom: kept as theirs to do, and not demanded.

To report harm is never to answer for it (see the responsibility standard, 3), so where a plan is turned round the
call to the police stays with whoever was to make it.
"""

from collections.abc import Sequence

from rewriter.drafting.doers import actor_words
from rewriter.drafting.groups import Group
from rewriter.drafting.pieces import Ask
from rewriter.drafting.saying import said
from rewriter.plan import Act, Reading, Setting
from rewriter.smart import Responsibility
from rewriter.text import words_of

__all__ = ["Report", "reports_in"]

_TELLING = frozenset("ring call tell report phone text contact inform dial".split())
_TOLD = frozenset("999 101 police officer sw worker idva school services helpline marac pc".split())
_NEVER = frozenset(("not", "never", "no", "without"))
_UNCLEAR = Ask("[what happens, in plain words]", "What happens, said plainly, so that anyone would know when to call?")

Report = tuple[str, tuple[Ask, ...]]  # a sentence of its own, and what it asks


def reports_in(reading: Reading, groups: Sequence[Group], labels: Responsibility) -> tuple[Report, ...]:
    """Give what somebody in some groups was to report, as sentences that leave it to them.

    By its labels' findings, words that make the harm smaller are asked for again; what the source of the harm was to
    report is left out.
    """
    blamed = labels.findings
    sources = {word.key for harm in labels.harms for word in words_of(harm.by)}
    found: list[Report] = []
    for group in groups:
        for act in group.acts:
            named = {reading.keys[n] for party in act.actors for n in range(party.first, party.last)}
            if not _is_report(reading, act) or named & sources:
                continue
            after = [c.last for c in reading.clauses_in(act.last, act.last + 1) if c.setting is Setting.CONDITION]
            last = max([act.last, *after])
            end = min(reading.words[last - 1].end, group.end)
            start = reading.words[act.verb].start
            touching = [finding for finding in blamed if finding.start < end and start < finding.end]
            plain = [finding for finding in touching if finding.rule == "minimises"]
            whole = [
                f for f in touching if f.start <= start and f.rule != "minimises" and f.end - f.start <= end - start
            ]
            who = actor_words(reading, act)
            if not who or whole:
                continue
            words = said(reading, start, end, timed=True)
            for finding in plain:
                words = words.replace(finding.text, _UNCLEAR.bracket)
            asks = (_UNCLEAR,) if _UNCLEAR.bracket in words else ()
            found.append((f"{who[:1].upper()}{who[1:]} can {words}.", asks))
    return tuple(found)


def _is_report(reading: Reading, act: Act) -> bool:
    keys = reading.keys[act.verb : act.last]
    lead = reading.keys[act.subject_first : act.verb]
    if act.negated or act.passive or not act.actors or act.setting is not Setting.MAIN:
        return False
    return act.lemma in _TELLING and not _TOLD.isdisjoint(keys) and _NEVER.isdisjoint((*lead, *keys))
