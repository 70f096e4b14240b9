"""Whether the person harmed is asked to manage, keep out or move round the person causing the harm.

Section 3.2 of the responsibility standard.
"""

from rewriter.harm.asked import EXPERIENCE, REPORTING, names_abuse
from rewriter.harm.cast import Cast, Duty, Side
from rewriter.harm.mentions import Mention
from rewriter.lexicon import phrases

__all__ = ["CHANGES", "FINE", "brings_help", "polices", "tells_somebody"]

_SUPPORT = """
    attend, meet, agree, decide, choose, ask, complete, start, continue, work, join, sign, show, give, get, see
    receive, access, know, understand, realise, come, learn, change
    fit, lock, install, carry, plan, consider, think, register, visit
    pick, collect, bring, take, drop, be, have, feel, live, hear, enjoy, play, read, want, need, hold, review
    follow, open, check, wear, accept, return, send, finish, work with, sign up, pick up, drop off, engage, engage
    with, set up, draw up, be offered, be able, be supported, look at, take part, help plan, safety plan
"""
# Acts of her own: reporting, support, safety planning, ordinary life.
FINE = REPORTING | frozenset(phrases(_SUPPORT))
_CONTACT = frozenset(
    phrases("""
    contact, see, meet, speak, talk, text, ring, call, phone, reply, respond, answer, message, visit, email, go
    have, resume, engage, communicate, get, let, allow, invite, return, open, live, stay, start, be, give, tell
    write, follow, accept, take, speak to, talk to, get back, respond to, reply to, meet with, go back, take back
    be in, add, engage with
""")
)
_ANSWERING = frozenset("take answer accept return".split())
CHANGES = ("change_self", "change_gently", "change_guarded")
_CLAUSE_WORDS = frozenset("so because if when whenever unless until while as where".split())
_OPENING_UP = frozenset("let allow permit invite open".split())
_DEALING_WITH = frozenset(
    phrases(
        "tell, ask, speak, talk, speak to, talk to, meet, contact, invite, support, keep, give, take, let, check, "
        "show, help, get"
    )
)
_TRIGGER_WORDS = frozenset("if when whenever once before where while".split())
_BEFORE_CONTACT = frozenset("no all supervise any further".split())
_RECORDS = frozenset(
    "texts text messages message letters emails voicemails log diary record records evidence photos list note "
    "notes screenshots".split()
)
_HELP = frozenset("alarm button refuge code helpline advocate safety".split())
_MOVING = frozenset(
    phrases(
        "leave, walk, sleep, eat, wait, go, take, move, stay, step, intervene, remove, keep, sit, lock, hide, walk "
        "away, go upstairs, step in, step back, remain, stay away, be"
    )
)


def tells_somebody(cast: Cast, duty: Duty) -> bool:
    """Whether the act is to tell, ring or see somebody who can help."""
    return bool(cast.marks.first("police", duty.verb + 1, min(duty.verb + 5, duty.own_end)))


def clause_end(cast: Cast, duty: Duty) -> int:
    """Where the words that say what is done end, and a purpose, reason or condition begins."""
    words = cast.reading.words
    for n in range(duty.verb + 1, duty.own_end):
        if words[n].key in _CLAUSE_WORDS:
            return n
    return duty.own_end


def polices(cast: Cast, duty: Duty) -> str:
    """Give "police" where a duty of the person harmed is to manage the source, keep out or move round them; else ""."""
    if duty.side is Side.BOTH:
        return ""
    end = clause_end(cast, duty)
    source = cast.named((Side.SOURCE,), duty.verb + 1, end)
    if duty.act.negated:
        found = _keeps_out(cast, duty, source, end)
    else:
        found = source is not None and not _keeps_record(cast, duty, end) and _manages(cast, duty, source, end)
    return "police" if found or _moves_round(cast, duty) or (source is None and _contact(cast, duty, end)) else ""


def _keeps_out(cast: Cast, duty: Duty, source: Mention | None, end: int) -> bool:
    """ "not to let him in", "no contact with her"."""
    words, lemma = cast.reading.words, duty.act.lemma
    no_contact = any(words[n].key == "contact" for n in range(duty.verb, end))
    if no_contact or (source is not None and (lemma in _CONTACT or not cast.marks.first("police", duty.verb, end))):
        return True
    return lemma in _OPENING_UP and duty.side is Side.HARMED and cast.marks.first("home", duty.verb, end) is not None


def _manages(cast: Cast, duty: Duty, source: Mention, end: int) -> bool:
    """Whether an act done to or about the source manages them: not telling somebody, not her own support."""
    words, lemma = cast.reading.words, duty.act.lemma
    near = source.first <= duty.verb + 3
    if (near and lemma in _ANSWERING) or (lemma not in FINE and lemma not in EXPERIENCE):
        return True
    if near and not source.owning and lemma in _DEALING_WITH and duty.side is not Side.CHILD:
        return True
    less = any(words[n].key in ("less", "no", "contact", "only") for n in range(duty.verb, end))
    return duty.side is Side.HARMED and lemma in ("see", "have") and less


def _moves_round(cast: Cast, duty: Duty) -> bool:
    """ "to leave the room with the children if father is drunk"."""
    words, lemma = cast.reading.words, duty.act.lemma
    trigger = next((n for n in range(duty.verb, duty.end) if words[n].key in _TRIGGER_WORDS), -1)
    if trigger < 0 or lemma in REPORTING or tells_somebody(cast, duty) or brings_help(cast, duty, trigger):
        return False
    harm = names_abuse(cast, trigger, duty.end)
    if lemma in _MOVING and harm:
        return True
    changes = (
        cast.marks.any(CHANGES, duty.verb, trigger) is not None or lemma in _MOVING or (harm and lemma not in FINE)
    )
    return changes and cast.named((Side.SOURCE,), trigger, duty.end) is not None


def _contact(cast: Cast, duty: Duty, end: int) -> bool:
    """ "no contact", "supervise contact", where the source is not named."""
    words = cast.reading.words
    if duty.side is Side.CHILD:
        return False
    for n in range(duty.verb, end):
        if words[n].key == "contact" and (
            duty.act.lemma == "supervise" or (n > duty.verb and words[n - 1].key in _BEFORE_CONTACT)
        ):
            return True
    return False


def _keeps_record(cast: Cast, duty: Duty, end: int) -> bool:
    """ "keep the texts Lou sends": evidence kept, not a person managed."""
    words = cast.reading.words
    return duty.act.lemma in ("keep", "save", "store", "copy") and any(
        words[n].key in _RECORDS for n in range(duty.verb + 1, min(duty.verb + 5, end))
    )


def brings_help(cast: Cast, duty: Duty, end: int) -> bool:
    """Whether the act brings in somebody who can help: 999, a neighbour, a safe place."""
    words = cast.reading.words
    asked = cast.marks.first("police", duty.verb, end)
    if asked is not None and not cast.marks.begins("property", asked.first):  # a "bank card" is no bank
        return True
    return any(words[n].key in _HELP for n in range(duty.verb, end))
