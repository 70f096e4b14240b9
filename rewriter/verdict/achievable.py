"""Criterion A: whether the one named can do it."""

from rewriter.asking import is_aside, is_theme, is_wish, own_asks, rests_on_undefined_word
from rewriter.plan import Counted, Doer, Due, Reading
from rewriter.smart import Verdict
from rewriter.timing.reader import TimeKind
from rewriter.verdict.ground import Found, Ground

__all__ = ["achievable"]

_OUT_OF_REACH = {
    "responsibility_on_victim": "It asks the person harmed for what lies in the hands of the one causing the harm.",
    "target_jump": "It leaps from the starting point to the end without a step between.",
    "beyond_good_enough": "It asks for more than a reasonable parent or carer would do.",
    "not_in_actor_control": "The person named cannot make this happen; it depends on somebody else.",
}


def _out_of_reach(reading: Reading, found: Found) -> Ground | None:
    for rule, reason in _OUT_OF_REACH.items():
        if rule in found and not (rule == "responsibility_on_victim" and _only_asks_for_silence(found)):
            return Ground(Verdict.NOT_MET, reason, (rule,))
    if reading.timescale.due is Due.PAST:
        return Ground(Verdict.NOT_MET, "The date has gone by.", ("no_deadline",))
    return None


def achievable(reading: Reading, found: Found) -> Ground:
    """Judge whether the one named can do it, from the reading and the first finding of each rule."""
    out_of_reach = _out_of_reach(reading, found)
    if out_of_reach is not None:
        return out_of_reach
    if "hides_information" in found and reading.doers.doer is Doer.SINGLE:
        return Ground(
            Verdict.PARTLY,
            "It could be done, but it asks for silence, and that keeps nobody safe.",
            ("hides_information",),
        )
    if reading.doers.doer is Doer.NOBODY:
        return Ground(Verdict.UNCLEAR, "As nobody is named, it cannot be told whether they could do it.", ("no_actor",))
    acts = [act for act in own_asks(reading) if not is_theme(act, reading)]
    counted = reading.measure.counted
    if "responsibility_unassigned" in found and all(is_wish(act) for act in acts):
        return Ground(
            Verdict.UNCLEAR, "It turns on what the person causing the harm does, and nobody is named.", ("no_actor",)
        )
    if "no_actor" in found and not acts:
        return Ground(Verdict.UNCLEAR, "As nobody is named to bring it about, it cannot be told.", ("no_actor",))
    whole = reading.trigger.last and reading.trigger.whole
    if whole and any(act.actors and not is_aside(act) for act in reading.asks):
        return Ground(
            Verdict.PARTLY,
            "Yes in the sense that it could be done once somebody felt the time had come.",
            ("conditional_undefined",),
        )
    if not acts and reading.asks and counted is Counted.NOT:
        return Ground(
            Verdict.UNCLEAR, "As no measure is given, it cannot be told whether it is in reach.", ("no_quantity",)
        )
    if "no_baseline" in found:
        return Ground(Verdict.UNCLEAR, "The level may be near or far: no starting point is given.", ("no_baseline",))
    if (
        reading.doers.doer is Doer.AGENCY
        and counted is not Counted.FULLY
        and (not acts or len(reading.doers.agencies) > 1)
    ):
        return Ground(
            Verdict.UNCLEAR, "It cannot be told whether the agencies named could do this.", ("agency_not_named_person",)
        )
    if acts and all(act.classes == {"change"} for act in acts) and counted is Counted.NOT:
        return Ground(Verdict.UNCLEAR, "It asks for more or less of something, and not how much.", ("no_quantity",))
    often = counted is Counted.IN_PART and _is_often_enough(reading)
    if counted is Counted.FULLY or reading.measure.any_change or often:
        return Ground(
            Verdict.MET,
            "The person named can do this in the time."
            if not reading.measure.any_change
            else "Easily: the smallest change would do.",
        )
    if not acts:
        return Ground(Verdict.UNCLEAR, "As no act is named, it cannot be told whether it is in reach.", ("vague_verb",))
    if rests_on_undefined_word(reading) or any(act.lemma == "accept" for act in acts):
        return Ground(
            Verdict.UNCLEAR,
            "It depends on what the words mean here, or on somebody's own choice.",
            ("undefined_term", "no_quantity"),
        )
    return Ground(
        Verdict.PARTLY,
        "Yes in the sense that it could be done; how much would be enough is not said.",
        ("no_quantity", "loophole"),
    )


def _is_often_enough(reading: Reading) -> bool:
    """A stated frequency makes a plain act doable, though not yet measurable to the end."""
    return any(time.kind is TimeKind.FREQUENCY for time in reading.times) and not any(
        act.negated or "negative" in act.classes for act in reading.asks
    )


def _only_asks_for_silence(found: Found) -> bool:
    """Keeping quiet can be done; it is wrong for another reason, and A is judged as for any act."""
    return "hides_information" in found and "not_in_actor_control" not in found
