"""Two judges, one answer: the verdicts of a model reconciled with those of the rules, by a written policy.

The policy, and the figures it was decided by, stand in docs/two-judges.md. In short: what the rules know for certain
they decide, on the rest the model is followed, and where the two differ the reason says so. Harm put on the wrong
person stands if either of the two finds it, since a miss costs more than a second look.
"""

from collections.abc import Sequence
from dataclasses import replace

from rewriter.answer import Critique
from rewriter.critic import JUDGED
from rewriter.guarding.drafts import facts_given, invented
from rewriter.pasted.kinds import kind_reply
from rewriter.people import Harm, HarmBasis
from rewriter.plan import Context
from rewriter.replies.shapes import (
    CritiqueReply,
    FaultLabel,
    FaultReply,
    HarmReply,
    JudgementReply,
    ResponsibilityReply,
)
from rewriter.rules import rule_named
from rewriter.smart import Criterion, Finding, Judgement, Responsibility, Severity, Verdict

__all__ = ["reconciled", "reconciled_judgement", "reconciled_responsibility"]

RULE_OF = {
    FaultLabel.ON_VICTIM: "responsibility_on_victim",
    FaultLabel.UNASSIGNED: "responsibility_unassigned",
    FaultLabel.HIDES_INFORMATION: "hides_information",
    FaultLabel.MUTUALISES: "mutualises",
    FaultLabel.MINIMISES: "minimises",
}
_VERDICTS = {
    Verdict.MET: "met",
    Verdict.PARTLY: "partly met",
    Verdict.NOT_MET: "not met",
    Verdict.UNCLEAR: "unclear",
}
# Words that decide a criterion whatever else is said: "ongoing" with no date, "by review" as the measure.
_BANNED = {Criterion.TIME_BOUND: "ongoing_or_asap", Criterion.MEASURABLE: "review_as_measure"}
_NO_REASON = "Judged so from the words as a whole."


def reconciled(rules: Critique, reply: CritiqueReply, context: Context) -> Critique:
    """Give the one critique from the rules' and the model's. What the model sees to be no objective is not judged."""
    if reply.kind not in JUDGED:
        return replace(
            rules,
            input_kind=reply.kind,
            judgements=(),
            findings=(),
            needs_goal_split=False,
            responsibility=Responsibility(),
            advice_to_reader=kind_reply(reply.kind),
        )
    labels = reconciled_responsibility(rules.objective, rules.responsibility, reply.responsibility, context)
    judgements = tuple(
        reconciled_judgement(judged, getattr(reply, judged.criterion.value), rules, context, blamed=labels.on_victim)
        for judged in rules.judgements
    )
    others = [finding for finding in rules.findings if finding.rule not in RULE_OF.values()]
    findings = tuple(sorted([*others, *labels.findings], key=lambda finding: (finding.start, finding.end)))
    return replace(
        rules,
        judgements=judgements,
        findings=findings,
        needs_goal_split=reply.needs_goal_split,
        responsibility=labels,
    )


def reconciled_judgement(
    rules: Judgement, reply: JudgementReply, critique: Critique, context: Context, *, blamed: bool
) -> Judgement:
    """Give the one judgement on a criterion. `blamed` says that the text puts harm on the person harmed."""
    if rules.criterion is Criterion.ACHIEVABLE and blamed:
        if rules.verdict is Verdict.NOT_MET:
            return rules
        return replace(
            rules,
            verdict=Verdict.NOT_MET,
            reason="It asks the person harmed to answer for what another does, which is not in their power.",
        )
    if _is_certain(rules, critique):
        return rules if rules.verdict is reply.verdict else _differing(rules, reply.verdict, "a model")
    given = facts_given(critique.objective, context)
    reason = reply.reason.strip() or _NO_REASON
    if invented(reason, given):
        reason = rules.reason if rules.verdict is reply.verdict else _NO_REASON
    question = reply.question.strip()
    if not question or invented(question, given):
        question = rules.question
    if reply.verdict is Verdict.MET:
        question = ""
    resting = tuple(
        finding for finding in rules.findings if finding.severity is Severity.ADVICE or reply.verdict is not Verdict.MET
    )
    judged = Judgement(rules.criterion, reply.verdict, reason, question, resting)
    return judged if rules.verdict is reply.verdict else _differing(judged, rules.verdict, "the rules")


def _is_certain(rules: Judgement, critique: Critique) -> bool:
    """Whether the rules know this verdict for certain, from words that the standard bans outright."""
    banned = _BANNED.get(rules.criterion)
    return rules.verdict is Verdict.NOT_MET and any(finding.rule == banned for finding in critique.findings)


def _differing(judged: Judgement, other: Verdict, who: str) -> Judgement:
    return replace(judged, reason=f"{judged.reason} (By {who} alone: {_VERDICTS[other]}.)")


def reconciled_responsibility(
    text: str, rules: Responsibility, reply: ResponsibilityReply, context: Context
) -> Responsibility:
    """Give the one set of labels for a text from the rules' and the model's."""
    if not (rules.abuse or reply.abuse or reply.faults or context.harms):
        return rules
    labels = {fault.label for fault in reply.faults}
    on_victim = rules.on_victim or FaultLabel.ON_VICTIM in labels or FaultLabel.MUTUALISES in labels
    unassigned = FaultLabel.UNASSIGNED in labels and not on_victim
    dropped = () if unassigned else (RULE_OF[FaultLabel.UNASSIGNED],)
    findings = [finding for finding in rules.findings if finding.rule not in dropped]
    seen = {finding.rule for finding in findings}
    given = facts_given(text, context)
    findings += [
        _finding(text, fault, given)
        for fault in reply.faults
        if RULE_OF[fault.label] not in seen and not (fault.label is FaultLabel.UNASSIGNED and on_victim)
    ]
    return Responsibility(
        abuse=True,
        on_victim=on_victim,
        unassigned=unassigned,
        hides_information=rules.hides_information or FaultLabel.HIDES_INFORMATION in labels,
        mutualises=rules.mutualises or FaultLabel.MUTUALISES in labels,
        minimises=rules.minimises or FaultLabel.MINIMISES in labels,
        harms=rules.harms or _harms(text, reply.harms),
        findings=tuple(sorted(findings, key=lambda finding: (finding.start, finding.end))),
    )


def _finding(text: str, fault: FaultReply, given: frozenset[str]) -> Finding:
    rule = rule_named(RULE_OF[fault.label])
    start, end = located(text, fault.words)
    message = rule.title if invented(fault.reason, given) or not fault.reason.strip() else fault.reason.strip()
    return Finding(
        rule=rule.id,
        severity=Severity.FAULT,
        criterion=rule.criterion,
        start=start,
        end=end,
        text=text[start:end],
        message=message,
        question=rule.question,
        source=rule.source,
    )


def located(text: str, words: str) -> tuple[int, int]:
    """Give where words stand in a text, whatever their capitals; the whole text where they do not stand in it."""
    start = text.casefold().find(words.strip().casefold()) if words.strip() else -1
    if start < 0 or len(text.casefold()) != len(text):
        start = text.find(words.strip()) if words.strip() else -1
    return (start, start + len(words.strip())) if start >= 0 else (0, len(text))


def _harms(text: str, harms: Sequence[HarmReply]) -> tuple[Harm, ...]:
    """The harms a model read: stated where the text names both sides, else assumed, and the answer says so."""
    said = text.casefold()
    return tuple(
        Harm(
            harm.to.strip(),
            harm.by.strip(),
            basis=HarmBasis.STATED
            if all(side.strip().casefold() in said for side in (harm.to, harm.by) if side.strip())
            else HarmBasis.ASSUMED,
        )
        for harm in harms
        if harm.to.strip() or harm.by.strip()
    )
