"""Whether one piece of a text is an order to a tool: by its form, by what it is about, or by both.

Everything here looks at a piece of a few hundred characters (see `orders`). A task that somebody of the plan could do
is never an order: "write it down", "mark the chart", "answer the door" have no object that only a tool works on.
Source: practice judgement.
"""

import re
from typing import NamedTuple

from rewriter.pasted.utterances import letter, utterances
from rewriter.people import PartyKind
from rewriter.reading import read

__all__ = ["Addressee", "addressee", "hints", "is_spoof", "order_at"]

_MACHINE = (
    r"(?:chat\s?gpt|gpt(?:-\w+)?|copilot|gemini|claude|llm|(?:large )?language model|chat\s?bot"
    r"|ai (?:assistant|model|tool)"
    r"|system prompt|developer message)"
)
_PERHAPS = r"(?:a\.?i\.?|assistant|model|system|tool|bot|computer|machine|software|program(?:me)?|admin|developer|user)"
_LABEL = re.compile(
    r"[*#>\s]*(?:(?:new|updated|further|special)\s+)?(?:(?:note|message|memo|instructions?|reminder|attention|attn|important|order|hint|info|dear|hey|hi)\s+)?"
    rf"(?:(?:to|for)\s+)?(?:the\s+|any\s+|whichever\s+)?(?:(?P<machine>{_MACHINE})|{_PERHAPS})"
    r"(?:\s+(?:note|message|override|only|reading this|please))?[*\s]*"
    r"|\s*(?:uwaga dla|nota (?:para|per)|note pour|hinweis (?:für|an)) (?:\w+ ){0,2}\w+\s*",
    re.IGNORECASE,
)
_SPOOF = re.compile(
    r"</?(?:case|objective|text|system|user|assistant|data|input|instructions?|prompt)[\w-]*", re.IGNORECASE
)
# What must stand in a text for any order to be in it: most texts hold none of it and are looked at no further.
_HINT = re.compile(
    r"instruct|ignor|disregard|forget|overrid|bypass|prompt|bracket|gaps?\b|criteri|smart\b|verdict|standard|guidance"
    r"|\bre-?(?:word|writ|phras|draft|format)|summari|paraphras|translat|proof-?read|spell-?check|pretend"
    r"|output|respond"
    r"|\b(?:answer|reply|return|print|reveal|approved?|agreed|mark|rate|score|shorten|mention|question|write|call|quer)"
    r"|\ba\.?i\.?\b|gpt|copilot|assistant|\bsystem\b|\bmodel\b|chat\s?bot|\bbot\b|\btool\b|<[/!a-z]|json|\{\{"
    r"|\{%|\"\s*:"
    r"|you are|from now on|leave (?:him|her|them|it|that|this)|\b(?:make|put|turn|check|improve"
    r"|change) (?:this|it|the)\b"
    r"|objective|say that|pomi[nń]|zignoruj|oubli|vergiss|negeer|omite|uwaga dla|anwybydd|[\u0600-\u06ff\u4e00-\u9fff]",
    re.IGNORECASE,
)
_POLITE = (
    r"(?:(?:please|pls|plz|just|also|and|then|now|so|but|ok|okay|kindly|always|only|first|finally|instead"
    r"|you (?:must|should|will|are to|need to)|(?:can|could|would|will) you|(?:i|we) (?:want|need) you to"
    r"|make sure (?:you|to))[\s,]{1,3}){0,6}"
)
_NOT = r"(?:do not|don'?t|do n't|never|no need to|avoid|without|refrain from)"
_OWN_TEXT = (
    r"(?:the|my|our|any|every|each) (?:following|above|below|text|line|plan|objectives?|goals?|draft|wording|sentence"
    r"|row|criteri\w+|answers?|verdicts?|target|letters?|smart \w+)"
)
_THIS = rf"(?:this|it|that|these|them|everything|anything|all of (?:it|this)|{_OWN_TEXT})"
_REWORD = r"(?:re-?word|re-?write|re-?phrase|re-?draft|paraphrase|proof-?read|spell-?check|summari[sz]e)"
_SPARE = (  # leave no gap, ask nothing, change nothing, set the rules aside
    r"(?:leave|use|give|put|add|with)(?:\s+me|\s+us)? no\s+(?:(?:square\s+)?brackets?|gaps?|placeholders?|questions)\b",
    rf"{_NOT}\s+ask (?:(?:us|me|any|more|further|follow-up|the family|anyone)\s){{0,4}}questions\b",
    (
        rf"{_NOT}\s+(?:put|us|add|leav|insert|includ|writ|giv|return|show|rais)\w*(?:\s+[\w']+){{0,4}}?\s+"
        r"(?:(?:square\s+)?brackets?|gaps?|placeholders?|questions?|caveats?|warnings?)\b"
    ),
    (
        r"(?:delete|remove|drop|omit|strip|skip|take out|leave out|lose|close|fill in|clear"
        r"|ignore)(?:\s+[\w']+){0,3}?\s+"
        r"(?:(?:square\s+)?brackets?|gaps|placeholders?|blanks)\b"
    ),
    (
        rf"{_NOT}\s+(?:chang|quer|edit|alter|rewrit|reword|judg|question|check|flag|amend|challeng|touch|critici[sz]"
        rf"|mention)\w*(?:,?\s+(?:or\s+)?\w+)?\s+{_THIS}\b(?!\s+(?:to|with|at|in|on)\b)"
    ),
    (
        r"(?:ignor\w*|disregard|forget|overrid\w+|bypass|skip|suspend|set aside)(?:\s+(?:all|any|the|your"
        r"|every|these|those"
        r"|of|previous|prior|earlier|preceding|above|smart|responsibility|safety|system"
        r"|safeguarding)){0,5}\s+(?:instructions?"
        r"|rules|guidance|standards?|prompts?|guidelines|checks|guardrails|safeguards|criteria|everything above|above"
        r"|policy|policies)\b(?!\s+(?:from|of|at|in|for|about|on|with)\b)"
    ),
    (
        r"(?:reveal|show|print|repeat|display|output|leak|list|copy|recite|disclose|tell (?:me"
        r"|us))(?:\s+[\w']+){0,5}?\s+"
        r"(?:prompt|your instructions|system message|rubric|your rules|tokens?|everything above|the instructions"
        r"|hidden \w+)\b"
    ),
    r"(?:\w+\s+){0,8}?(?:(?:the|your|hidden|system) prompt|words you were (?:given|told)|you were told to judge)\b",
)
_ORDERS = (
    *_SPARE,
    (
        rf"(?:mark|rate|score|judge|treat|grade|assess|count|label|class|approve|pass"
        rf"|record)\s+{_THIS}(?:\s+[\w']+){{0,4}}?"
        r"\s+(?:smart|met|compliant|approved|agreed|ready|good|excellent|perfect|unchanged|complete)\b"
    ),
    (
        rf"(?:re-?word|re-?write|re-?phrase|re-?draft|write|phrase|word)\s+{_THIS}\b(?:\s+up)?\s+"
        r"(?:so\b|as\b|in a way\b|to (?:say|read|sound|be)\b|for (?:me|us)\b|properly\b|better\b|smart\b|into\b)"
    ),
    (
        rf"make\s+{_THIS}\s+(?:more\s|sound\s|read\s|fully\s){{0,3}}(?:smart(?:er)?|sound|shorter|measurable|read"
        rf"|professional)\b"
    ),
    rf"{_REWORD}\s+(?:{_THIS}|as|into|so that)\b",
    (
        r"you are (?:now )?(?:a|an|the|my|no longer)\s+(?:[\w-]+\s+){0,3}?(?:assistant|manager|model|ai|bot"
        r"|expert|judge"
        r"|system|reviewer|inspector|chair|solicitor|machine|tool|writer|editor|administrator)\b"
    ),
    r"(?:you are|act|behave)\s+now\s+(?:in|as)\b|act as (?:a|an|if|the)\b|pretend (?:you|to be|that)\b",
    r"(?:answer|reply|respond|say)\s+(?:yes|ok|no|met)\s+to\s+(?:all|every|each|any)",
    (
        r"(?:output|print|return|answer|reply|respond)(?:\s+with)?\s+(?:only|just|solely|nothing|unchanged|this json"
        r"|this as it is|as json|in json|in markdown|the words?\b|a single word|one word|yes to)"
    ),
    r"(?:return|leave|keep|pass)\s+(?:(?:this|it|the (?:text|line|plan|objective))\s+)?unchanged\b",
    r"(?:have|get|ask|tell|let) the (?:assistant|ai|model|tool|system)\s+(?:to\s+)?\w+",
    r"from now on,?\s+(?:you|always|never|for every|rate|mark|treat|answer|reply|ignore|respond)\b",
    (
        r"(?:the|your) (?:plan|draft|answer|objective|rewrite|reply) (?:must|should|has to|needs to|is to) (?:not )?"
        r"(?:say|state|read)\b"
    ),
    r"(?:write|state|say|claim) that (?:the|he|she|it|they|both|all|everything|no|every|this|mum|dad)\b",
    rf"call (?:{_THIS}|the \w+) (?:only |just |merely )?an?\b",
)
# What people type before the objective itself.
_LEADS = (
    (
        r"(?:help (?:me|us) (?:to )?)?(?:improve|fix|check|tidy|polish|correct|edit|redo|review|judge|turn"
        r"|change|make|split"
        rf"|score) {_THIS}(?:\s+(?:up|objective|text))?\s*(?:$|for (?:me|us)\b|into (?:an? |one |some )?"
        r"(?:smart|goal|plan|objective|proper))"
    ),
    rf"help (?:me|us) (?:to |with )?(?:re)?(?:writ|word|phras|mak|turn|improv)\w* (?:{_THIS}|an?\b|the\b|my\b)",
    r"(?:a )?(?:smart(?:er)?|better) (?:version|wording|rewrite) of\b",
    rf"how (?:would|can|could|do|should) (?:you|i|we) (?:best )?(?:make|write|word|phrase|improve) {_THIS}",
    rf"(?:is|are|would) {_THIS} (?:ok|okay|smart|any good|good enough|alright)\b",
    (
        r"(?:here(?:'s| is| are)|below is|this is) (?:my|our|the|an?) (?:draft |vague |current )?(?:objectives?"
        r"|goal|plan)\b"
    ),
)
_OPENING = re.compile(rf"\W*{_POLITE}(?:{'|'.join((*_ORDERS, *_LEADS))})", re.IGNORECASE)
# After a task, where nobody else has been asked in between.
_CLAUSE = re.compile(
    rf"(?:[,;]\s*|\s+)(?:and|but|then|also|,)\s+{_POLITE}(?:{'|'.join(_SPARE)})"
    rf"|[,;]\s*{_POLITE}(?:{'|'.join((*_ORDERS, *_LEADS))})",
    re.IGNORECASE,
)
# After an order, more of the same needs less to be known.
_FOLLOWING = re.compile(
    rf"\W*{_POLITE}(?:{_NOT}\s+(?:say|mention|tell|show|ask|explain|refuse|answer|call|include|name)\b"
    r"|(?:answer|reply|respond|output|print|return|pretend|reveal|mark|rate|sure)\b|leave (?:him|her|them|it|that) out"
    r"|say (?:that|it)|call (?:it|the|this)|this (?:draft|plan|text|case) (?:is|has been)\b"
    r"|everything (?:above|below)\b|make sure (?:the|your) (?:answer|output|reply))",
    re.IGNORECASE,
)
# "Ignore", "leave out" in other languages, beside instructions or brackets in any.
_FOREIGN = re.compile(
    r"(?=.*(?:pomi[nń]|zignoruj|ignor(?:ez|iere?n?|a|uj|e)\b|oublie[zr]?|vergiss|negeer|omit[ea]|anwybydd|uwaga dla"
    r"|\u062a\u062c\u0627\u0647\u0644|\u0646\u0638\u0631 \u0627\u0646\u062f\u0627\u0632|\u5ffd\u7565))"
    r"(?=.*(?:instru|polece|nawias|klammer|anweisung|crochets?|consigne|par[eêé]ntes|corchet|cyfarwydd"
    r"|haakje|\u062a\u0639\u0644\u064a\u0645|\u06c1\u062f\u0627\u06cc|\u6307\u4ee4))",
    re.IGNORECASE,
)


_SPOKEN_TO = frozenset({PartyKind.PRONOUN, PartyKind.OURSELVES})


class Addressee(NamedTuple):
    """Whom a label before a colon speaks to; `sure` where no person or role of a plan is called so."""

    sure: bool


def hints(text: str) -> bool:
    """Whether anything in a text could belong to an order. Quick, and often wrong in the one safe direction."""
    return bool(_HINT.search(text))


def is_spoof(tag: str) -> bool:
    """Whether a tag of markup pretends to open or close what the text stands in."""
    return bool(_SPOOF.match(tag))


def addressee(label: str) -> Addressee | None:
    """Give whom a label speaks to ("note to the assistant", "AI"), None where it is no tool."""
    match = _LABEL.fullmatch(label)
    return None if match is None else Addressee(match["machine"] is not None)


def order_at(said: str, *, likely: bool = False, alone: bool = True) -> int:
    """Give the offset in a piece at which an order begins, -1 where there is none.

    `likely` says that the piece is addressed to a tool or follows an order, so that less has to be known; `alone`
    that it is a whole sentence: a cell or the half before a dash may be a task whose doer stands in the other half.
    """
    if _OPENING.match(said) or _FOREIGN.match(said) or (likely and _FOLLOWING.match(said)):
        return 0
    clause = _CLAUSE.search(said)
    if clause:
        return clause.start()
    if not alone or not hints(said):
        return -1
    reading = read(said)
    if any(party.kind not in _SPOKEN_TO for act in reading.asks for party in act.actors):
        return -1  # somebody of the plan is asked: "Nan to act as a supervisor"
    letters = {letter(sentence) for sentence in utterances(reading)}
    return 0 if letters and letters <= {"i", "t"} else -1
