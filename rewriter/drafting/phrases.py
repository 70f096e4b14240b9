"""The product's own words in a draft: every bracket with its question, said so that one could ask a family."""

import re

from rewriter.drafting.pieces import Ask

__all__ = ["act_of", "ask_about", "asks_in", "inside_a_sentence", "opened"]

_ASKS = {
    "who": Ask("[who]", "Who, by name, will do this?"),
    "Who": Ask("[Who]", "Who, by name, will do this?"),
    "date": Ask("[date]", "By or until which date?"),
    "new_date": Ask("[new date]", "The date given has gone by: by which date now?"),
    "often": Ask("[how often]", "How often, and how often at least for it to count as kept?"),
    "level_now": Ask("[level now]", "How is it now? Count it over the last week or two."),
    "worker": Ask("[named worker]", "Which named worker will do this?"),
    "signs": Ask("[first countable sign]", "What could anyone count or see that would show this?"),
    "more_signs": Ask(
        "[second countable sign]", "Is there a second sign, such as something missed so many times in a row?"
    ),
    "weeks": Ask(
        "[6 weeks]", "How often will it be looked at? Good practice is six-weekly, three months at most.", "6 weeks"
    ),
    "working_days": Ask("[10 working days]", "Within how many working days must this follow?", "10 working days"),
    "first_step": Ask("[a first step]", "What would be a fair first step from where things are now?"),
    "target": Ask("[target level]", "What would be a fair next step from where things are now?"),
    "count_as_done": Ask("[what counts as done]", "What would show that this was done?"),
    "seen": Ask("[what will be seen]", "What would anyone see, hear or count if this were done?"),
    "reach": Ask("[a good-enough level]", "What would a reasonable parent or carer of a similar child do?"),
    "support": Ask(
        "[support and a safety plan]",
        "What support would the person harmed like to be offered?",
        "support and a safety plan",
    ),
    "done": Ask("[what will be done]", "What exactly will be done?"),
    "counts": Ask("[what will be counted]", "What will be counted or seen between now and the review?"),
    "harmer": Ask("[the person causing the harm]", "Who is causing the harm? Please put the role or name."),
    "harmed": Ask("[the person harmed]", "Who is being harmed? Please put the role or name."),
}


# Words that begin what somebody is called and are not a name, so they lose their capital inside a sentence.
_ROLES = frozenset(
    "both all the mum dad mam mother father parents parent family carers carer social school health housing foster "
    "daughter son niece nephew aunt uncle baby adult community care key support nursery early young care "
    "children professionals staff everyone named older younger big little step".split()
)


_INITIALS = frozenset(
    "hv sw gp ta fsw cpn ssw ewo dn ot pa dt dsl yp lac la iro ehcp pep salt camhs idva imca mca cgl kw edt mash "
    "nrm rhi asc poc chc fgc mh eet neet bp pip dwp cab yot".split()
)


_DOSES = frozenset("qds tds bd od prn".split())


def opened(words: str) -> str:
    """Give words as they open a sentence: "mum" has a capital letter, and initials typed small are all capitals."""
    head = re.match(r"[A-Za-z]+(?![A-Za-z'\u2019])", words)
    if head is not None and head.group() in _DOSES:
        return words  # "qds calls": four a day, which no capital may hide
    if head is not None and head.group().lower() in _INITIALS and len(words) > len(head.group()):
        return head.group().upper() + words[head.end() :]
    return words[:1].upper() + words[1:]


def ask_about(name: str) -> Ask:
    """Give a bracket of the drafts with its question; the name is one of this file's own."""
    return _ASKS[name]


def asks_in(text: str) -> tuple[Ask, ...]:
    """Give the questions of those brackets of a text that are this product's own."""
    return tuple(ask for ask in _ASKS.values() if ask.bracket in text)


def act_of(person: str, how: str = "") -> Ask:
    """The bracket for what somebody will do, and its question.

    `person` is as typed, or "" where nobody is named; `how` may say " instead".
    """
    who = inside_a_sentence(person) if 0 < len(person.split()) <= 5 else "they"
    return Ask(f"[what {who} will do{how}]", f"What exactly will {who} do{how}, that anyone could see or count?")


def inside_a_sentence(words: str) -> str:
    """Give what somebody is called as it stands inside a sentence: "Both parents" loses its capital, "Ana" does not."""
    head, _, rest = words.partition(" ")
    title = rest[:1].isupper() and head.lower() not in ("both", "all", "the")  # "Uncle Yaw", "Early Help"
    small = head.lower() in _ROLES and not title and not (head.isupper() and len(head) > 1)
    return words[:1].lower() + words[1:] if small else words
