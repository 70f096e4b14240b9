"""Whether a text needs its goal set apart from its objectives, and how few objectives a good rewrite needs.

Source: 002 Halton, Examples 2 and 4 and the domestic violence example ("separate out the overall goal from the
relevant objectives"); the finer line between a vague act and a bare aim is practice judgement.
"""

from rewriter.asking import is_theme, names_countable_area
from rewriter.evidence.absences import absences
from rewriter.evidence.asides import clause_words
from rewriter.evidence.control import asked_of_the_harmed, beyond_control
from rewriter.evidence.history import history_words
from rewriter.evidence.listed import is_list
from rewriter.evidence.separate import tracks
from rewriter.evidence.services import services_as_aims
from rewriter.evidence.vagueness import vague_verbs
from rewriter.plan import Act, Counted, Doer, Reading, Setting
from rewriter.responsibility import check as responsibility_of
from rewriter.rules.specific.cliche_or_universal import cliches
from rewriter.rules.specific.infinitive_mental_verb import minds
from rewriter.rules.specific.no_actor import actorless
from rewriter.smart import Responsibility

__all__ = ["minimum_objectives", "needs_goal_split"]

# Vague, but of an act: what is to be worked on or watched is named.
_ACT_LEVEL = frozenset(
    "work works working practise step steps consider considers encourage encourages make act acts feed feeds".split()
)
_THEMES = frozenset(
    "routine routines boundaries boundary relationship relationships stability independence confidence "
    "safety communication behaviour wellbeing engagement parenting supervision esteem resilience "
    "permanence identity isolation attachment security motivation attitude health development lifestyle "
    "choices structure consistency support".split()
)
# Done to somebody by nobody named, these are results.
_OBTAINING = frozenset("get obtain secure find win achieve".split())
_RESULTS = frozenset("rehouse house protect safeguard".split())
# What an act is meant to bring about, in the same breath as the act: "attend ... and not reoffend".
_WORSE_AGAIN = frozenset(
    ["re offend", *"offend reoffend relapse use drink smoke gamble abscond return repeat become minimise".split()]
)
_COUNTED_AGAINST = frozenset(
    "reports report disclosures disclosure referrals concerns incidents incident outs callouts episodes "
    "allegations complaints".split()
)
_NEGATIONS = frozenset(
    "not no never don't doesn't dont doesnt isn't aren't won't wont can't cant cannot stop stops avoid prevent".split()
)


def needs_goal_split(reading: Reading) -> bool:
    """Say whether aim and means are mixed, only an aim or theme is given, or a service hides the need.

    Takes a reading; gives False for text at the level of acts, however vague it is.
    """
    if reading.once(services_as_aims) or reading.once(cliches) or reading.once(minds):
        return True
    if _mixes_aim_and_means(reading):
        return True
    hangs_on_trigger = reading.trigger.first < reading.trigger.last
    if not hangs_on_trigger and not is_list(reading) and (_has_vague_aim(reading) or _is_bare_aim(reading)):
        return True
    return _is_result_of_others(reading)


def minimum_objectives(reading: Reading, responsibility: Responsibility | None = None) -> int:
    """Give the fewest separate objectives that a good rewrite needs; at least 1.

    Takes a reading and its responsibility labels (worked out here where not given). What has to be tracked apart
    counts each; an undefined trigger takes two (who decides on what, then what follows), and so does a text that
    puts abuse on the wrong person or on nobody: one for what is asked, one for the person responsible.
    """
    labels = responsibility if responsibility is not None else responsibility_of(reading)
    count = max(1, len(reading.once(tracks)))
    turned_round = labels.on_victim or labels.unassigned or labels.hides_information
    if turned_round or reading.trigger.first < reading.trigger.last:
        count = max(2, count)
    return count


def _is_result_of_others(reading: Reading) -> bool:
    """Whether harm is to end with nobody to end it, or a result is asked that lies with others."""
    labels = reading.once(responsibility_of)
    if labels.unassigned or labels.abuse:
        return labels.unassigned
    # getting a flat is an act, though another decides; that others act, believe or get well is an aim
    return reading.once(beyond_control) is not None and not any(_obtains(reading, act) for act in reading.asks)


def _obtains(reading: Reading, act: Act) -> bool:
    """Whether something is to be got, and not brought to a level ("get her fits down to 1 a month")."""
    return act.lemma in _OBTAINING and not any(
        word.key in ("down", "up") for word in reading.words[act.verb : act.last]
    )


def _has_vague_aim(reading: Reading) -> bool:
    """Whether a vague verb is of an aim: not of an act named with it, nor of something that can be counted."""
    vague = [first for first, _ in reading.once(vague_verbs) if reading.words[first].key not in _ACT_LEVEL]
    counted = [act for act in reading.asks if names_countable_area(reading, [act])]
    return any(not any(act.verb == first for act in counted) for first in vague)


def _mixes_aim_and_means(reading: Reading) -> bool:
    """An aim reached "by doing", a wanted absence as purpose, or an act and its hoped-for outcome in one breath."""
    words = reading.words
    told = reading.lasting(history_words)
    for act in reading.asks:
        if act.verb not in told and act.classes & {"vague", "mental"} and _goes_by(reading, act):
            return True
    purpose = clause_words(reading, (Setting.PURPOSE,))
    unwanted = reading.once(absences)
    denied = any(words[n].key in _NEGATIONS for n in purpose)
    if denied and (unwanted or reading.once(asked_of_the_harmed) is not None):
        return True
    if any(word.key == "risk" for first, last in unwanted for word in words[first : last + 4]):
        return True
    if any(first > 0 and words[first - 1].key in ("things", "this", "it") for first, _ in unwanted):
        return True  # "so things don't kick off"
    plain = any(not act.negated and "negative" not in act.classes for act in reading.asks)
    return plain and any(
        act.negated and act.lemma in _WORSE_AGAIN and act.setting in (Setting.MAIN, Setting.CONTENT)
        for act in reading.acts
    )


def _goes_by(reading: Reading, act: Act) -> bool:
    words = reading.words
    return "by" in reading.keys[act.verb : act.last] and any(
        words[n].key == "by" and words[n + 1].key.endswith("ing")
        for n in range(act.verb, min(act.last, len(words) - 1))
    )


def _is_bare_aim(reading: Reading) -> bool:
    """Only a result, a state or a theme, and no act of anybody's."""
    asks = reading.asks
    if any(act.passive and act.lemma in _RESULTS for act in asks):
        return True
    against = bool(reading.once(absences)) or not _COUNTED_AGAINST.isdisjoint(reading.keys)
    if against and reading.once(actorless):
        return True
    if reading.measure.counted is not Counted.NOT:
        return False
    if not asks:
        return reading.doers.doer is Doer.NOBODY
    return all(
        is_theme(act, reading)
        and not _THEMES.isdisjoint(reading.keys[act.subject_first : act.last])
        and not names_countable_area(reading, [act])
        for act in asks
    )
