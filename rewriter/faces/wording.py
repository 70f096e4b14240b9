"""The sentences around an answer: what its labels and versions come to in plain words."""

import re
from collections.abc import Mapping, Sequence

from rewriter.answer import Provenance
from rewriter.people import Harm, HarmBasis
from rewriter.smart import Criterion, Finding, Judgement, Responsibility, Verdict
from rewriter.text import joined

__all__ = ["VERDICT_WORDS", "harm_lines", "once_agreed", "origin", "responsibility_lines", "said", "tally"]

# In the order of the standard; each is the label in one plain sentence.
_LABELS = (
    ("on_victim", "It makes the person harmed answer for the harm."),
    ("unassigned", "The harm is to end, but nobody is made responsible for ending it."),
    ("hides_information", "It would make it pay to keep what happens from the agencies."),
    ("mutualises", "It treats harm done by one person as something that both do."),
    ("minimises", "Its words make the harm sound smaller than it is."),
)
# No clearance: on texts the rules had never met they missed more than a third (evals/RESULTS.md).
_NOTHING_FOUND = (
    "The rules found nothing in it that makes the person harmed responsible. "
    "They miss some: please read it for that too."
)
_TAIL = re.compile(r"[,;]? (?:as|and|so|but|because)$", re.IGNORECASE)  # which leads on to what is not quoted
_LONGEST_QUOTE = 48  # characters
_WHOLE = 0.8  # of a text; a finding on that much of it is on all of it
_FEW = 2  # letters short of met that can be told as exceptions
VERDICT_WORDS = {Verdict.MET: "met", Verdict.PARTLY: "partly", Verdict.NOT_MET: "not met", Verdict.UNCLEAR: "unclear"}
_BASES = {
    HarmBasis.STATED: "as the text says",
    HarmBasis.GIVEN: "as you told us",
    HarmBasis.ASSUMED: "assumed from the form of the words: please say if it is otherwise",
}


def responsibility_lines(found: Responsibility) -> tuple[str, ...]:
    """Give the labels that stand, each as a sentence; where there is harm and none stands, that none was found."""
    said = tuple(sentence for name, sentence in _LABELS if getattr(found, name))
    if said or not found.abuse:
        return said
    return (_NOTHING_FOUND,)


def harm_lines(harms: Sequence[Harm]) -> tuple[str, ...]:
    """Give who harms whom in words, and how that is known."""
    return tuple(
        f"Harm to {harm.to or 'somebody not named'} by {harm.by or 'somebody not named'}, {_BASES[harm.basis]}."
        for harm in harms
        if harm.to or harm.by
    )


def said(finding: Finding, text: str) -> str:
    """Give a finding's message, with the words it rests on where it does not quote them itself.

    Where it rests on the whole of the `text` that was judged, there is nothing to point at.
    """
    words = _TAIL.sub("", " ".join(finding.text.split()))
    if not words or "\u201c" in finding.message or len(finding.text) >= _WHOLE * len(text.strip()):
        return finding.message
    if len(words) > _LONGEST_QUOTE:
        words = f"{words[:_LONGEST_QUOTE].rpartition(' ')[0]} ..."
    return f"\u201c{words}\u201d: {finding.message}"


def tally(judgements: Sequence[Judgement]) -> str:
    """Give the five verdicts as counts: "2 met, 1 partly, 2 unclear"."""
    counts = (
        (sum(judgement.verdict is verdict for judgement in judgements), word) for verdict, word in VERDICT_WORDS.items()
    )
    return ", ".join(f"{count} {word}" for count, word in counts if count)


def once_agreed(judgements: Sequence[Judgement], gaps: int, labels: Mapping[Criterion, str]) -> str:
    """Say how one objective of a draft does: "met once 2 gaps are agreed"; what is not met is named."""
    once = f" once {gaps} {'gap is' if gaps == 1 else 'gaps are'} agreed" if gaps else ""
    short = [
        f"{labels[judgement.criterion]} ({VERDICT_WORDS[judgement.verdict]})"
        for judgement in judgements
        if judgement.verdict is not Verdict.MET
    ]
    if not short:
        return f"met{once}"
    if len(short) <= _FEW:
        return f"met{once}, but for {joined(short)}"
    return f"{len(judgements) - len(short)} of {len(judgements)} criteria met{once}; still {joined(short)}"


def origin(provenance: Provenance) -> str:
    """Say what answered."""
    off = f"; switched off: {', '.join(provenance.rules_off)}" if provenance.rules_off else ""
    if provenance.engine == "model":
        names = ", names masked" if provenance.masked else ""
        who = f"the model {provenance.model}{names}, held to the rules"
    elif provenance.fallback:
        who = f"rules alone, as the model {provenance.model} could not be used ({provenance.fallback})"
    else:
        who = "rules alone, no model"
    return f"by {who} (version {provenance.rules_version}{off})."
