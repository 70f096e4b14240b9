"""Replies for the scripted model, as JSON: a plain one, and what a test wants otherwise."""

import json
from typing import Any, TypeAlias

Said: TypeAlias = dict[str, Any]
CRITERIA = ("specific", "measurable", "achievable", "relevant", "time_bound")
NOBODY_HARMED: Said = {"harms": [], "abuse": False, "faults": []}


def judged(verdict: str, reason: str = "So it reads.", question: str = "When?", words: str = "") -> dict[str, str]:
    """Give one judgement."""
    return {"words": words, "reason": reason, "verdict": verdict, "question": question}


def critique(
    *, kind: str = "objective", responsibility: Said | None = None, split: bool = False, **verdicts: str | Said
) -> Said:
    """Give a critique; a verdict is a word or a whole judgement."""
    told = {name: verdicts.get(name, "met") for name in CRITERIA}
    return {
        "kind": kind,
        "responsibility": responsibility or NOBODY_HARMED,
        **{name: judged(said) if isinstance(said, str) else said for name, said in told.items()},
        "needs_goal_split": split,
    }


def fault(label: str, words: str, reason: str = "It is put on the person harmed.") -> dict[str, str]:
    """Give one fault of responsibility."""
    return {"label": label, "words": words, "reason": reason}


def harmed(to: str, by: str, *faults: dict[str, str]) -> Said:
    """Give what is said of responsibility where somebody harms another."""
    return {"harms": [{"to": to, "by": by}], "abuse": True, "faults": list(faults)}


def draft(*objectives: str, goals: tuple[str, ...] = (), changes: tuple[Said, ...] = (), smart: bool = False) -> Said:
    """Give a draft of these texts, with a question for every bracket."""
    texts = [*goals, *objectives]
    brackets = [part.split("]")[0] for text in texts for part in text.split("[")[1:]]
    return {
        "already_smart": smart,
        "goals": [{"id": f"g{n}", "text": goal} for n, goal in enumerate(goals, start=1)],
        "objectives": [{"goal": "g1" if goals else "", "text": text, "responsible": []} for text in objectives],
        "gaps": [{"bracket": f"[{inside}]", "question": f"What of {inside}?", "suggestion": ""} for inside in brackets],
        "changes": list(changes),
    }


def rewrite(judgement: Said, written: Said) -> str:
    """Give the reply to an ask for a rewrite."""
    return json.dumps({"critique": judgement, "draft": written})


def as_json(said: Said) -> str:
    """Give a reply as the text that a model would send."""
    return json.dumps(said)
