"""Criterion S: who does what."""

from collections.abc import Sequence

from rewriter.asking import (
    is_aside,
    is_theme,
    is_unwanted,
    is_wish,
    names_countable_area,
    own_asks,
    rests_on_undefined_word,
)
from rewriter.plan import Act, Doer, Reading, Setting
from rewriter.smart import Verdict
from rewriter.verdict.ground import Found, Ground

__all__ = ["specific"]


def specific(reading: Reading, found: Found) -> Ground:
    """Judge whether it says who does what, from the reading and the first finding of each rule."""
    if reading.trigger.last and reading.trigger.whole:
        return Ground(
            Verdict.NOT_MET,
            "Everything here hangs on a condition that nobody could apply in the same way.",
            ("conditional_undefined",),
        )
    themes = [act for act in own_asks(reading) if is_theme(act, reading)]
    acts = [act for act in own_asks(reading) if not is_theme(act, reading)]
    doing = [act for act in acts if not is_wish(act)]
    if reading.asks and all(is_aside(act) for act in reading.asks) and reading.trigger.last:
        return Ground(
            Verdict.NOT_MET,
            "It allows something once a condition is met that nobody could apply.",
            ("conditional_undefined",),
        )
    if reading.doers.doer is Doer.NOBODY:
        if any(act.passive and "once" in act.classes for act in acts) and _is_spelled_out(reading):
            return Ground(Verdict.PARTLY, "What is to be done is spelled out, but not who is to do it.", ("no_actor",))
        return Ground(Verdict.NOT_MET, "It does not say who is to act.", ("no_actor",))
    if "no_actor" in found and (not acts or ("responsibility_unassigned" in found and not doing)):
        return Ground(Verdict.NOT_MET, "It does not say who is to make this happen.", ("no_actor",))
    if themes and not acts and not names_countable_area(reading, themes):
        return _themes_only(reading, found, themes)
    return _partly_specific(reading, found, themes, acts) or Ground(Verdict.MET, "It says who is to do what.")


def _themes_only(reading: Reading, found: Found, themes: Sequence[Act]) -> Ground:
    mental = any("mental" in act.classes for act in themes)
    if "responsibility_on_victim" in found and not mental and "cliche_or_universal" not in found:
        return Ground(
            Verdict.PARTLY,
            "It says what is asked, but of the person harmed, who cannot answer for the harm.",
            ("responsibility_on_victim",),
        )
    if _mixes_aim_and_means(reading):
        return Ground(Verdict.PARTLY, "The aim and the means to it are mixed.", ("vague_verb",))
    if any("guarantee" in act.classes and _vouches_for_an_act(reading, act) for act in themes):
        return Ground(
            Verdict.PARTLY, "It asks someone to vouch for what others do.", ("vague_verb", "not_in_actor_control")
        )
    if "service_term" in found and reading.doers.doer is Doer.SINGLE:
        return Ground(
            Verdict.PARTLY, "Someone is named, but a service stands where the act should be.", ("service_term",)
        )
    rule = "infinitive_mental_verb" if mental else "vague_verb"
    reason = (
        "It names a state of mind that nobody can see."
        if mental
        else "It names a theme, not something anyone could be seen to do."
    )
    return Ground(Verdict.NOT_MET, reason, (rule, "cliche_or_universal"))


def _vouches_for_an_act(reading: Reading, act: Act) -> bool:
    return any(
        other.setting is Setting.CONTENT and other.sentence == act.sentence and other.classes & {"once", "habit"}
        for other in reading.acts
    )


def _asks_agencies(reading: Reading, acts: Sequence[Act]) -> bool:
    """Whether an agency stands among those asked, and no act is a person's alone."""
    asked = {party.first for party in reading.doers.agencies}
    return bool(acts) and all(any(party.first in asked for party in act.actors) for act in acts)


def _partly_specific(reading: Reading, found: Found, themes: Sequence[Act], acts: Sequence[Act]) -> Ground | None:
    tests: tuple[tuple[bool, str, tuple[str, ...]], ...] = (
        (
            reading.doers.doer is Doer.AGENCY or ("agency_not_named_person" in found and _asks_agencies(reading, acts)),
            "It names an agency, but not the person there who is to act.",
            ("agency_not_named_person",),
        ),
        (
            "responsibility_on_victim" in found,
            "The act is named, but it asks the person harmed to answer for the harm.",
            ("responsibility_on_victim",),
        ),
        (
            "service_term" in found,
            "A service stands where the need should be, so it is not clear what is to change.",
            ("service_term",),
        ),
        ("no_actor" in found, "For a part of it nobody is named to act.", ("no_actor",)),
        (
            reading.trigger.last > 0,
            "A part of it hangs on a condition that is not defined.",
            ("conditional_undefined",),
        ),
        (
            bool(acts) and all("negative" in act.classes and act.lemma != "stay away" for act in acts),
            "It says what is to stop, and not what is to be done.",
            ("negative_outcome",),
        ),
        (
            any(is_unwanted(act) for act in acts) and any(not is_unwanted(act) for act in acts),
            "An act is mixed with something that is only not wanted.",
            ("negative_outcome",),
        ),
        (
            bool(themes) and bool(acts),
            "A clear act is mixed with an aim that nobody could see done.",
            ("vague_verb", "infinitive_mental_verb"),
        ),
        (
            _mixes_aim_and_means(reading),
            "The aim and the means to it are mixed, so it is not clear which is the objective.",
            ("vague_verb",),
        ),
        (
            any("guarantee" in act.classes for act in reading.asks),
            "It asks someone to vouch for a result without naming the act.",
            ("vague_verb",),
        ),
        (
            rests_on_undefined_word(reading),
            "It rests on a word that people will read differently.",
            ("undefined_term", "cliche_or_universal"),
        ),
        ("narrative" in found and not acts, "The ask is buried in a history.", ("narrative",)),
    )
    return next((Ground(Verdict.PARTLY, reason, rules) for holds, reason, rules in tests if holds), None)


def _is_spelled_out(reading: Reading) -> bool:
    return len(reading.words) >= 8


def _mixes_aim_and_means(reading: Reading) -> bool:
    """Whether aim and means stand as one: "improve engagement by increasing attendance"."""
    words = reading.words
    for act in reading.asks:
        if "vague" in act.classes and any(
            words[n].key == "by" and n + 1 < act.last and words[n + 1].key.endswith("ing")
            for n in range(act.verb, act.last)
        ):
            return True
    return any(act.setting is Setting.PURPOSE and "negative" in act.classes for act in reading.acts)
