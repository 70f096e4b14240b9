"""Whether words speak to a tool by name: a label ("note to the AI"), a call inside a sentence, a tag of markup.

A person or a role is often called by the same word (Claude, the teaching assistant, a parenting programme): such a
word alone makes nothing an order. Source: practice judgement.
"""

import re
from typing import NamedTuple

__all__ = ["CALLED", "SOFTWARE", "Addressee", "addressee", "is_spoof"]

_MACHINE = (
    r"(?:chat\s?gpt|gpt(?:-\w+)?|copilot|llm|(?:large )?language model|chat\s?bot"
    r"|ai (?:assistant|model|tool)"
    r"|system prompt|developer message)"
)
_PERHAPS = (
    r"(?:a\.?i\.?|claude|gemini|assistant|model|system|tool|bot|computer|machine|software|program(?:me)?"
    r"|admin|developer|user)"
)
_LABEL = re.compile(
    r"[*#>\s]*(?:(?:new|updated|further|special)\s+)?(?:(?:note|message|memo|instructions?|reminder"
    r"|attention|attn|important|order|hint|info|dear|hey|hi)\s+)?"
    rf"(?:(?:to|for)\s+)?(?:the\s+|any\s+|whichever\s+)?(?:(?P<machine>{_MACHINE})|{_PERHAPS})"
    r"(?:\s+(?:note|message|override|only|reading this|please))?[*\s]*"
    r"|\s*(?:uwaga dla|nota (?:para|per)|note pour|hinweis (?:für|an)) (?:\w+ ){0,2}\w+\s*",
    re.IGNORECASE,
)
SOFTWARE = rf"(?:{_MACHINE}|a\.?i\.?|software|bot)"
# Called by name inside a sentence; "Claude" and "assistant" are people too, and "AI" may be somebody's letters.
CALLED = (
    rf"(?:(?:dear|hey|hi|hello|to)\s+(?:the\s+|any\s+)?(?:{SOFTWARE}|model)(?:\s+reading this)?|{_MACHINE})\s*[,:]"
    rf"|(?:note|message|memo)\s+(?:to|for)\s+(?:the\s+|any\s+)?{SOFTWARE}\b"
)
_NOTE = re.compile(rf"\s*(?:note|message|memo|dear)\s+(?:(?:to|for)\s+)?(?:(?:the|any)\s+)?{SOFTWARE}\b", re.IGNORECASE)
_SPOOF = re.compile(
    r"</?(?:case|objective|text|system|user|assistant|data|input|instructions?|prompt)[\w-]*", re.IGNORECASE
)


class Addressee(NamedTuple):
    """Whom a label before a colon speaks to; `sure` where no person or role of a plan is called so."""

    sure: bool


def is_spoof(tag: str) -> bool:
    """Whether a tag of markup pretends to open or close what the text stands in."""
    return bool(_SPOOF.match(tag))


def addressee(label: str) -> Addressee | None:
    """Give whom a label speaks to ("note to the assistant", "AI"), None where it is no tool."""
    match = _LABEL.fullmatch(label)
    return None if match is None else Addressee(match["machine"] is not None or _NOTE.match(label) is not None)
