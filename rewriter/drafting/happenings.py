"""How things are and what has happened, as hurried notes put it: "Kai cut himself again", "mum low mood", "NRM done".

What has happened is never itself an objective. Source: practice judgement.
"""

from functools import cache
from itertools import pairwise

from rewriter.drafting.commas import FEELINGS, asks_for, is_over, matter_in
from rewriter.inflection import forms
from rewriter.people import PartyKind
from rewriter.plan import Reading
from rewriter.sentences.grammar import ALLOWING, ASKING, verb_at

__all__ = ["has_happened", "is_needed", "is_state", "is_still_to_do", "worries"]

_WORRIES = (
    "cut|self-harm|self harm|harm|hurt|burn|overdose|drink|smoke|vape|sniff|inject|gamble|steal|shoplift|"
    "hit|kick|punch|slap|bite|shove|strangle|threaten|bully|shout|scream|swear|argue|fight|stalk|"
    "fall|miss|refuse|restrict|purge|binge|starve|vomit|wet|soil|smear|hoard|wander|abscond|truant|isolate|"
    "withdraw|struggle|deteriorate|decline|neglect|disengage|disrupt|abuse|groom|exploit|"
    "go missing|go hungry|run away|run off|kick off|lash out|head bang|carry knives|carry a knife|set fires|"
    "use drugs|use weed|use cannabis|use cocaine|use heroin|use crack|use alcohol|deal drugs|sell drugs|"
    "carry knife|carry weapon|carry weapons|carry blade|carry a blade|"
    "fall behind|sleep rough"
)
_BETWEEN = frozenset(
    "is are was were been has have had just again also still now recently already both all always often constantly "
    "sometimes really very v so quite mostly regularly frequently".split()
)
_HAPPENED = frozenset("been lost had cut hurt hit went came fell broke ran got left told said gave took".split())
_SELF = frozenset("himself herself themselves themself self again wrist wrists arm arms leg legs".split())
_AT_WORK = frozenset("nights days shifts full part away at in for late early weekends lates earlies".split())
_LESS = frozenset("less fewer no down only max maximum to without".split())
_ENDING = frozenset("stop prevent avoid end".split())  # "Stop Connor hitting mum" asks
_AT_PRESENT = frozenset("currently was now".split())
_BARE = frozenset(("cut", "hurt", "hit"))  # alike in the past
_AS_IT_IS = frozenset("is are was were has have had been already since last ago did not".split())
_WANTS = (("wants",), ("want",), ("asks",), ("asking",))
_WHERE = frozenset("at in on with w/ w under off".split())
_LACKED = frozenset(
    "recourse money income id phone heating job food transport car credit electric gas insight family friends "
    "benefits bank passport support".split()
)
_WANTING = _LACKED | frozenset(
    "routine routines boundaries structure beds bed bedding carpet carpets curtains toys clothes electricity school "
    "college nursery gp dentist place space".split()
)
_LASTING = frozenset("late till til until all 4x".split())
_STATES = frozenset("since not been was were overdue declines refuses isnt isn't hasnt hasn't".split())
_SURE = FEELINGS | frozenset("happy keen sure well ready interested ok okay bothered engaging coping agreed".split())
_KNOWING = frozenset("know knows aware informed".split())
_FEW_AFTER = 2  # words
_KNOW = (("know",), ("understand",))
_NEEDS = frozenset(("needs", "need", "needing"))
_UNWANTED = frozenset("not no as if".split())
_NEEDED = frozenset(("needed", "required", "wanted"))
_REFERRALS = frozenset("ref referral reff refs referrals".split())


def has_happened(part: Reading) -> bool:
    """Say whether a part tells what has happened to somebody or how they are, with nothing asked."""
    keys = part.keys
    if _is_only_said(part):
        return True
    if asks_for(part.words) or not ALLOWING.isdisjoint(keys) or "[" in keys:
        return False
    if _is_as_it_is(part):
        return True
    at = 0
    for party in part.parties:
        if party.first == at and not party.owning:
            at = party.after
        if at < len(keys) and keys[at] in ("&", "and", "+"):
            at += 1
    if not at:
        return False
    if "disagree" in keys[-2:] or _does_not(keys) or _lacks(keys, at):
        return True
    opens = at
    while at < len(keys) and keys[at] in _BETWEEN:
        at += 1
    if at >= len(keys):
        return at > opens
    if _is_not_so(keys, at) or keys[at] in FEELINGS or keys[at - 1] == "been" or _is_too_much(part, at):
        return True
    if at > opens and keys[at] in _WHERE:
        return True  # "mum constantly at A&E"
    if keys[at] in _BARE:
        return keys[at + 1 : at + 2] != () and keys[at + 1] in _SELF
    if keys[at] in ("works", "working") and not _AT_WORK.isdisjoint(keys[at + 1 : at + 2]):
        return True  # "dad works nights"
    verb = verb_at(part.words, at, len(keys))
    past = verb is not None and verb.form == "past"
    shaped = verb is None and keys[at].endswith("ed") and len(keys[at]) > 4
    return past or shaped or keys[at] in _HAPPENED


def _is_not_so(keys: tuple[str, ...], n: int) -> bool:
    """Whether somebody is said not to be happy, keen or the like, or to know: "school know now"."""
    if keys[n] in _KNOWING and len(keys) <= n + _FEW_AFTER:
        return True
    return keys[n] in ("not", "isnt", "isn't", "arent", "aren't") and not _SURE.isdisjoint(keys[n + 1 : n + 3])


def is_state(part: Reading) -> bool:
    """Say whether a few words tell how things are or were, so that they head nobody's task: "NEET since july"."""
    keys = part.keys
    return keys[0] in ("no", "not") or not _STATES.isdisjoint(keys)


def _lacks(keys: tuple[str, ...], n: int) -> bool:
    """Whether somebody has none of what people need: "mum no recourse"; "dad no contact" may be asked."""
    return keys[n : n + 1] == ("no",) and not _LACKED.isdisjoint(keys[n + 1 : n + 3])


def _is_only_said(part: Reading) -> bool:
    """Whether a "to" asks nothing: "mum too anxious to walk him in", "mum wants to know why", "he would like to"."""
    party = next(iter(part.parties), None)
    if party is None or party.first or party.owning or "[" in part.keys:
        return False
    at = party.after
    while at < len(part.keys) - 1 and part.keys[at] in _BETWEEN:
        at += 1
    follows = part.keys[at : at + 3]
    wonders = follows[:1] in _WANTS and follows[1:2] == ("to",) and follows[2:] in _KNOW
    return at < len(part.keys) and (wonders or follows[:2] == ("would", "like") or _is_too_much(part, at))


def _is_too_much(part: Reading, n: int) -> bool:
    """Whether somebody is "too" much of something: "mum too anxious to walk him in"; "mum too ring" asks."""
    if part.keys[n] != "too" or n + 1 >= len(part.keys):
        return False
    verb = verb_at(part.words, n + 1, len(part.keys))
    return verb is None or verb.form != "base"


def _is_as_it_is(part: Reading) -> bool:
    """Whether a part tells how things are, whoever it is of: "NRM done", "no showers since 8th", "now 71%"."""
    keys = part.keys
    return (
        is_over(part.words, 0, len(keys))
        or keys[0] in FEELINGS
        or "already" in keys
        or ("since" in keys and keys[0] == "no")
        or (keys[0] not in _ENDING and any(worry_at(keys, p.after + _aged(keys, p.after)) for p in part.parties))
        or any(one in _AT_PRESENT and two[0].isdigit() for one, two in pairwise(keys[1:]))
        or any(one == "been" and two.endswith("ed") for one, two in pairwise(keys[1:]))
        or any(one == "up" and two in _LASTING for one, two in pairwise(keys))
        or any(one == "not" and two == "being" for one, two in pairwise(keys))
        or (keys[-2:] == ("waiting", "list") or "finds it hard" in " ".join(keys))
        or (keys[0] == "no" and keys[1:2] != () and keys[1] in _WANTING)
        or keys[0] in ("hasnt", "hasn't", "havent", "haven't")
    )


def _aged(keys: tuple[str, ...], n: int) -> int:
    """How many words say somebody's age, where a number stands at a word: "Phoebe 15 vaping"."""
    return 1 if keys[n : n + 1] and keys[n].isdigit() else 0


def is_still_to_do(part: Reading) -> bool:
    """Say whether something said as done is to be so in time: "all staff trained before he goes back"."""
    keys = part.keys
    if not _AS_IT_IS.isdisjoint(keys) or not ASKING.isdisjoint(keys) or any(act.actors for act in part.asks):
        return False
    before = next((n for n, key in enumerate(keys) if key in ("before", "b4")), 0)
    for n in range(1, before):
        verb = verb_at(part.words, n, len(keys))
        past = verb is not None and verb.form == "past" and keys[n].endswith("ed")
        workers = (PartyKind.PERSON, PartyKind.PROFESSIONAL)
        if past and not any(party.kind in workers and party.last == n for party in part.parties):
            return True
    return False


def _does_not(keys: tuple[str, ...]) -> bool:
    """Whether somebody is not doing what is wanted; "not drinking" may be what is wanted."""
    for n in range(1, len(keys) - 1):
        if keys[n] in ("not", "isnt", "isn't", "arent", "aren't") and keys[n + 1].endswith("ing"):
            return not any(keys[n + 1 : n + 1 + len(worry)] == worry for worry in worries())
    return False


def is_needed(part: Reading) -> bool:
    """Say whether a part without a doer says what is needed: "OT ref", "needs camhs", "ramp needed"."""
    keys = [key for key in part.keys if key[0].isalnum()]
    if not keys or any(party.kind is PartyKind.PERSON and party.first == 0 for party in part.parties):
        return False
    if is_over(part.words, 0, len(part.words)):
        return False
    if keys[:2] == ["will", "need"]:
        return True
    if keys[0] in _NEEDS:
        return "to" not in keys
    wanted = not _NEEDED.isdisjoint(keys[1:]) and (ALLOWING | _UNWANTED).isdisjoint(keys)
    return wanted or (matter_in(part.words, 0, len(part.words)) and not _REFERRALS.isdisjoint(keys))


@cache
def worries() -> frozenset[tuple[str, ...]]:
    """Every form of each worry but the plain one, which asks."""
    return frozenset(tuple(form.split()) for worry in _WORRIES.split("|") for form in forms(worry) if form != worry)


def worry_at(keys: tuple[str, ...], n: int) -> bool:
    """Whether what somebody is doing at a word is a worry: "Megan cutting when upset"."""
    if n >= len(keys) or not keys[n].endswith("ing"):
        return False
    plain = not _LESS.isdisjoint(keys) or "by" in keys or "until" in keys
    return not plain and any(keys[n : n + len(worry)] == worry for worry in worries())
