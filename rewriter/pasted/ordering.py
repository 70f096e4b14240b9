"""Whether one piece of a text is an order to a tool: by its form, by what it is about, or by both.

Everything here looks at a piece of a few hundred characters (see `orders`). A task that somebody of the plan could do
is never an order: "write it down", "mark the chart", "answer the door" have no object that only a tool works on.
Source: practice judgement.
"""

import re
from functools import cache

from rewriter.pasted.addressing import CALLED, SOFTWARE
from rewriter.pasted.utterances import letter, telling_phrases, utterances
from rewriter.people import PartyKind
from rewriter.reading import read
from rewriter.text import words_of
from rewriter.words import word_lists

__all__ = ["asks_for_rewrite", "order_at", "task_after"]

_POLITE = (
    r"(?:(?:please|pls|plz|just|also|and|then|now|so|but|ok|okay|kindly|always|only|first|finally|instead"
    r"|you (?:must|should|will|are to|need to)|(?:can|could|would|will) you|(?:i|we) (?:want|need) you to"
    r"|make sure (?:you|to))[\s,]{1,3}){0,6}"
)
_NOT = r"(?:do not|don'?t|do n't|never|no need to|avoid|without|refrain from)"
_OWN_TEXT = (
    r"(?:(?:the|any|every|each) (?:following|above|below|text|line|plan|objectives?|goals?|draft|wording|sentence"
    r"|row|criteri\w+|answers?|verdicts?|target|letters?|smart \w+)"
    r"|(?:this|my|our) (?:text|line|objectives?|draft|wording|sentence|target|row|smart \w+))"  # "my plan" is a child's
)
_TEXT = rf"(?:{_OWN_TEXT}|this)"
_THIS = rf"(?:{_OWN_TEXT}|this|it|that|these|them|everything|anything|all of (?:it|this))"
_ELSEWHERE = r"(?!\s+(?:in|between|to|with|at|on|from|about|when|while)\b)"  # gaps in care, questions about contact
_REWORD = r"(?:re-?word|re-?write|re-?phrase|re-?draft|paraphrase|proof-?read|spell-?check|summari[sz]e)"
_ROLE = (
    r"(?:assistant|manager|model|ai|bot|expert|judge|system|reviewer|inspector|chair|solicitor"
    r"|social worker|machine|tool|writer"
    r"|editor|administrator)"
)
_SPARE = (  # leave no gap, ask nothing, change nothing, set the rules aside
    (
        rf"(?:leave|use|give|put|add|with)(?:\s+me|\s+us)? no\s+(?:(?:square\s+)?brackets?|gaps?"
        rf"|placeholders?|questions)\b{_ELSEWHERE}"
    ),
    rf"{_NOT}\s+ask (?:(?:us|me|any|more|further|follow-up|the family|anyone)\s){{0,4}}questions\b{_ELSEWHERE}",
    (
        rf"{_NOT}\s+(?:put|us|add|leav|insert|includ|writ|giv|return|show|rais)\w*(?:\s+[\w']+){{0,4}}?\s+"
        rf"(?:(?:square\s+)?brackets?|gaps?|placeholders?|questions?|caveats?|warnings?)\b{_ELSEWHERE}"
    ),
    (
        r"(?:delete|remove|drop|omit|strip|skip|take out|leave out|lose|close|fill in|clear"
        r"|ignore)(?:\s+[\w']+){0,3}?\s+"
        rf"(?:(?:square\s+)?brackets?|gaps|placeholders?|blanks)\b{_ELSEWHERE}"
    ),
    (
        rf"{_NOT}\s+(?:chang|quer|edit|alter|rewrit|reword|judg|question|check|flag|amend|challeng|touch|critici[sz]"
        rf"|mention)\w*(?:,?\s+(?:or\s+)?\w+)?\s+{_TEXT}\b(?!\s+(?:(?:to|with|at|in|on)\b|\w+ (?:to|with|at)\b))"
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
        r"(?:prompt(?! \w)|your instructions|system message|rubric|your rules|tokens?|everything above|the instructions"
        r"|hidden \w+)\b"
    ),
    (
        r"(?:\w+\s+){0,8}?(?:(?:your|hidden|system|print the) prompt\b|words you were (?:given|told)"
        r"|you were told to judge)\b"
    ),
    (
        r"stop (?:following|obeying|using) (?:your|the|these|all) (?:rules|guidelines|instructions|guidance)\b"
        r"(?!\s+(?:from|of|at|in|for|about)\b)"
    ),
)
_ORDERS = (
    *_SPARE,
    (
        rf"(?:mark|rate|score|judge|treat|grade|assess|count|label|class|approve|pass"
        rf"|record)\s+{_THIS}(?:\s+[\w']+){{0,4}}?"
        r"\s+(?:smart|met|compliant|approved|agreed|ready|good|excellent|perfect|unchanged|complete"
        r"|(?:not |non-?|victim.)?blaming)\b"
    ),
    r"set (?:blaming|(?:the |every |all )?verdicts?)\b",
    rf"{_NOT}\s+(?:re-?(?:writ|word|phras)|flag)\w*\s+{_THIS}\b",
    r"(?:this|the) (?:draft|text|line|wording) has (?:already )?been (?:approved|agreed|checked|signed)\b",
    # what only a tool has, or is
    r"(?:\w+\s+){0,6}?(?:your (?:rewrite|rewording|output|guardrails)|in all outputs|in (?:the|your) rewrite)\b",
    r"in (?:the|your) (?:draft|output|rewording),|when you re-?(?:write|word|phrase) (?:this|the text|the objective)\b",
    r"the (?:rewrite|rewording|output) (?:must|should|has to|needs to|is to)\b",
    r"(?:as|if you are|since you are) an? (?:a\.?i\.?|(?:large )?language model|chat\s?bot|llm)\b",
    (
        rf"(?:the |any )?{SOFTWARE} (?:must|should|has to|shall) (?:write|say|state|answer|reply|respond"
        rf"|reword|rewrite|output)\b"
    ),
    CALLED,
    (
        rf"(?:re-?word|re-?write|re-?phrase|re-?draft|write|phrase|word)\s+(?:{_TEXT}|(?:it"
        rf"|them)(?=(?: up)? as))\b(?:\s+up)?\s+"
        r"(?:so\b|as\b|in a way\b|to (?:say|read|sound|be)\b|for (?:me|us)\b|properly\b|better\b|smart\b|into\b)"
    ),
    (
        rf"make\s+{_THIS}\s+(?:more\s|sound\s|read\s|fully\s){{0,3}}(?:smart(?:er)?|sound|shorter|measurable|read"
        rf"|professional)\b"
    ),
    rf"{_REWORD}\s+(?:{_THIS}|as|into|so that)\b(?!\s+(?:with|for (?!(?:me|us)\b))\b)",
    (rf"you are (?:now )?(?!the expert)(?:a|an|the|my|no longer)\s+(?:[\w-]+\s+){{0,3}}?{_ROLE}\b"),
    (
        rf"(?:you are|act|behave)\s+now\s+(?:in (?:\w+ ){{0,3}}mode|as)\b|(?:act as|pretend (?:you are"
        rf"|to be))(?: if)? an? (?:\w+ ){{0,2}}?{_ROLE}\b"
    ),
    r"(?:answer|reply|respond|say)\s+(?:yes|ok|no|met)\s+to\s+(?:all|every|each|any)",
    (
        r"(?:output|print|return|answer|reply|respond)(?:\s+with)?\s+(?:only|just|solely|nothing|unchanged|this json"
        r"|this as it is|as json|in json|in markdown|the words?\b|a single word|one word"
        r"|yes to)(?!\s+(?:when|if|to|after|once)\b)"
    ),
    r"(?:return|leave|keep|pass)\s+(?:(?:this|it|the (?:text|line|plan|objective))\s+)?unchanged\b",
    (
        rf"(?:have|get|ask|tell|let) the (?:{SOFTWARE}|assistant|model|tool|system)\s+(?:to\s+)?"
        r"(?:say|approve|mark|re-?write|re-?word|ignore|skip|output|print|reveal)\b"
    ),
    (
        rf"from now on,?\s+(?:you (?:will|must|should|are to) )?(?:(?:always|only|never"
        rf"|just) )?(?:(?:answer|reply|respond|write)"
        rf" (?:only|yes|ok|in|with|as)\b|(?:rate|mark|treat|rewrite|reword|ignore) (?:{_THIS}|whatever)|for every)"
    ),
    (
        r"(?:the|your) (?:plan|draft|answer|objective|rewrite|reply) (?:must|should|has to|needs to|is to) (?:not )?"
        r"(?:say|state|read)\b"
    ),
    (
        r"(?:write|state|claim) that (?:the|he|she|it|they|both|all|everything|no|every|this|mum|dad)\b"
        r"(?!.*\bin (?:the|a|your|his|her|their) (?:\w+ )?(?:book|diary|log|chart|notebook|card|letter)\b)"
    ),
    rf"call (?:{_THIS}|the \w+) (?:only |just |merely )?a (?:small|minor|mere)\b",
)
# What people type before the objective itself.
_LEADS = (
    (
        rf"(?:help (?:me|us) (?:to )?)?(?:improve|fix|check|tidy|polish|correct|edit|redo|judge|score) {_TEXT}"
        r"(?:\s+(?:up|objective|text))?\s*(?:$|for (?:me|us)\b|please\b)"
    ),
    (
        rf"(?:help (?:me|us) (?:to )?)?(?:turn|change|make|split) {_THIS}\s+into (?:an? |one |some )?"
        r"(?:smart|goal|plan|objective|proper)"
    ),
    (
        rf"help (?:me|us) (?:to |with )?(?:re)?(?:writ|word|phras|mak|turn|improv)\w* (?:{_TEXT}(?! of)"
        r"|(?:an? |the |my )?(?:smart|measurable)|(?:an? |the )(?:objective|target))\b"
    ),
    rf"(?:check|screen|read) {_TEXT} for (?:victim.)?(?:blam|grammar|spelling|jargon|wording)",
    (
        rf"(?:fix|check|correct|improve) (?:the |my )?(?:(?:grammar|spelling|punctuation) (?:in"
        rf"|of) {_TEXT}|wording\b|phrasing\b)"
    ),
    rf"(?:any|is there a) better way (?:of saying|to (?:say|word|write|put)) {_TEXT}",
    r"(?:a )?(?:smart(?:er)?|better) (?:version|wording|rewrite) of\b",
    (
        rf"how (?:would|can|could|do|should) (?:you|i|we) (?:best )?(?:(?:write|word|phrase) {_THIS}(?! down)"
        rf"|make {_THIS} (?:smart|measurable|sound|read)|improve {_OWN_TEXT})\b"
    ),
    (
        rf"(?:is|are|would) {_THIS} (?:ok|okay|smart|any good|good enough|alright)(?=\s*$| to (?:write|put"
        rf"|send|use)\b| as\b)"
    ),
    (
        r"(?:here(?:'s| is| are)|below is|this is) (?:my|our|the|an?) (?:(?:draft|vague|current) (?:goal"
        r"|plan)|(?:\w+ )?objectives?)\b"
    ),
)
_OUTSIDE_WORDS = re.compile(r"\W*")
# Where a clause may begin after a task, if nobody else has been asked in between.
_JOINT = re.compile(r"[,;]\s*|\s+(?=(?:and|but|then|also|,)\s)", re.IGNORECASE)
_JOINING = re.compile(r"(?:and|but|then|also|,)\s+", re.IGNORECASE)
_AND = re.compile(r"and,\s+", re.IGNORECASE)
# "Ignore", "leave out" in other languages, beside instructions or brackets in any.
_FOREIGN = re.compile(
    r"(?=.*(?:pomi[nń]|zignoruj|ignor(?:ez|iere?n?|a|uj|e)\b|oublie[zr]?|vergiss|negeer|omit[ea]|anwybydd|uwaga dla"
    r"|\u062a\u062c\u0627\u0647\u0644|\u0646\u0638\u0631 \u0627\u0646\u062f\u0627\u0632|\u5ffd\u7565))"
    r"(?=.*(?:instru|polece|nawias|klammer|anweisung|crochets?|consigne|par[eêé]ntes|corchet|cyfarwydd"
    r"|haakje|\u062a\u0639\u0644\u064a\u0645|\u06c1\u062f\u0627\u06cc|\u6307\u4ee4))",
    re.IGNORECASE,
)


# Of the first words of `_FOREIGN` in plain letters, what each holds in any form.
_FOREIGN_BEGINNINGS = ("pomi", "ignor", "oublie", "vergiss", "negeer", "omit", "anwybydd", "uwaga dla")
_RUN = re.compile("[a-z]+")
_SPOKEN_TO = frozenset({PartyKind.PRONOUN, PartyKind.OURSELVES})


# The long patterns are made when first needed: one of them takes longer to compile than many a text to judge.
@cache
def _order() -> re.Pattern[str]:
    return re.compile(rf"{_POLITE}(?:{'|'.join((*_ORDERS, *_LEADS))})", re.IGNORECASE)


@cache
def _spare() -> re.Pattern[str]:
    return re.compile(rf"{_POLITE}(?:{'|'.join(_SPARE)})", re.IGNORECASE)


@cache
def _request() -> re.Pattern[str]:
    return re.compile(rf"\W*{_POLITE}(?:{_REWORD}\b|make\b|{'|'.join(_LEADS)})", re.IGNORECASE)


@cache
def _following() -> re.Pattern[str]:
    """After an order, more of the same needs less to be known."""
    return re.compile(
        rf"\W*{_POLITE}(?:{_NOT}\s+(?:mention|explain|refuse|include|name|show)\b"
        r"|(?:answer|reply|respond|output|print|return|mark|rate) (?:only|just|with|yes|no|ok|as|it|this|that|these"
        r"|them|everything|all|nothing|unchanged|approved|in [a-z]+$)\b(?! down)"
        r"|(?:pretend (?:that|it|this)|reveal|sure)\b"
        r"|leave (?:him|her|them|it|that) out\b|keep (?:it|this) as it is\b|repeat (?:it|them)\b"
        r"|say (?:that|it)|call (?:it|this)|this (?:draft|plan|text|case) (?:is|has been)\b"
        r"|everything (?:above|below)\b|make sure (?:the|your) (?:answer|output|reply))",
        re.IGNORECASE,
    )


def asks_for_rewrite(said: str) -> bool:
    """Whether an order is "please reword this": what follows one is as a rule the objective, and no further order."""
    return bool(_request().match(said))


def task_after(said: str, order: int) -> int:
    """Give the offset in a piece at which a task for somebody of the plan follows a request: "Make it smart, Ryan to".

    `order` is where the request begins. Gives 0 where it is all of the piece, or an order of another kind.
    """
    comma = said.find(",", order)
    if comma < 0 or not asks_for_rewrite(said[order:comma]) or order_at(said[comma + 1 :], likely=True) >= 0:
        return 0
    first = next(iter(read(said[comma + 1 :]).asks), None)
    asked = first is not None and any(party.kind not in _SPOKEN_TO for party in first.actors)
    return comma + 1 if asked else 0


def order_at(said: str, *, likely: bool = False, alone: bool = True) -> int:
    """Give the offset in a piece at which an order begins, -1 where there is none.

    `likely` says that the piece is addressed to a tool or follows an order, so that less has to be known; `alone`
    that it is a whole sentence: a cell or the half before a dash may be a task whose doer stands in the other half.
    """
    # an order begins with a word
    if _order().match(said, _first_word(said)) or (_may_be_foreign(said) and _FOREIGN.match(said)):
        return 0
    if likely and _following().match(said):
        return 0
    clause = _clause_at(said)
    if clause >= 0:
        return clause
    if not alone or _certain_words().isdisjoint(_letters_of(said)):
        return -1  # most pieces: whatever they say, they say it to nobody but people
    if all(term.tag != "certain" for term in telling_phrases().find(words_of(said))):
        return -1
    reading = read(said)
    if any(party.kind not in _SPOKEN_TO for act in reading.asks for party in act.actors):
        return -1  # somebody of the plan is asked: "Nan to act as a supervisor"
    letters = {letter(sentence) for sentence in utterances(reading)}
    return 0 if letters == {"i"} else -1


def _clause_at(said: str) -> int:
    """Give the offset of the first clause behind a comma, or "and", that is an order; -1 where there is none."""
    for joint in _JOINT.finditer(said):
        begins = joint.end()
        if said[joint.start()] in ",;" and (
            _order().match(said, begins) or ((after := _AND.match(said, begins)) and _order().match(said, after.end()))
        ):
            return joint.start()
        joining = _JOINING.match(said, begins)
        if joining and _spare().match(said, joining.end()):
            return joint.start()
    return -1


def _may_be_foreign(said: str) -> bool:
    """Whether a glance shows what `_FOREIGN` begins with; the pattern looks for it at every letter."""
    low = said.lower()
    return not said.isascii() or any(beginning in low for beginning in _FOREIGN_BEGINNINGS)


def _first_word(said: str) -> int:
    match = _OUTSIDE_WORDS.match(said)
    return match.end() if match else 0


@cache
def _certain_words() -> frozenset[str]:
    """Of each phrase that is told to a tool for certain its longest word without an apostrophe."""
    phrases = word_lists("kinds")["instruction"]["certain"]
    return frozenset(max(filter(str.isalpha, phrase.split()), key=len) for phrase in phrases)


def _letters_of(said: str) -> list[str]:
    """Every run of plain letters, without the full stops of "j.s.o.n" too: more than its words, and quicker found."""
    low = said.lower()
    runs = _RUN.findall(low)
    return runs + _RUN.findall(low.replace(".", "")) if "." in low else runs
