"""It cannot be read who harms whom.

What it flags: words that speak of harm, or may, in a text that does not say who harms whom, where nobody has told it
    beside the text either; and tasks that would put the harm on somebody if another who is named in them caused it.
Why it matters: who is harmed decides everything about responsibility. The same task is right for one person and puts
    the blame on another; unasked, the tool would say nothing.
Example: Priya to keep the peace at home so that the shouting stops.
Rather write: Say beside the text who harms whom ("Dad > Mum"), or name it in the goal: for [Priya] to be safe from
    [name]'s [what is done].
Question to ask: Is somebody harming, controlling or frightening somebody here? If so, who, and whom?
When it is wrong to flag: the sides are told or can be read; nobody is harmed, and the words mean something else.
Source: 002 Halton, "domestic violence" example; section 1 of the responsibility standard
"""

from collections.abc import Iterator

from rewriter.harm.burdens import burdens, ownerless
from rewriter.harm.cast import Cast, Fault
from rewriter.harm.doubted import doubt_in
from rewriter.harm.harms import cast_of
from rewriter.harm.unclear import unclear
from rewriter.plan import Reading
from rewriter.rules.rule import Flag, Line, Rule, harmed, rule
from rewriter.smart import Severity

_FLAGS = (
    "Priya to keep the peace at home so that the shouting stops.",
    "Aidan to say when he is frightened at home.",
    "Beth to be home by nine so that Sean isn't cross with her.",
    "The sex adverts put up in Bronwen's name have stopped.",
    "Jo to tell her tutor if she feels unsafe at home.",
    "Ewa has bruises and will not say how.",
    "Mrs Kowal to keep her PIN from son Marek.",
)
_PASSES = (
    "Dad to stop hitting Petra.",
    Line("Priya to keep the peace at home so that the shouting stops.", harmed("Priya", "Dev")),
    "No more domestic abuse in this house by the time school starts.",
    "Aidan to read with his mum every night until half term.",
    "Zoe to come down off her scooter at the gate so that nobody trips.",
    "Leo (5, autistic) to have his ear defenders so the screaming in the hall is less for him.",
)


def flags_in(cast: Cast) -> Iterator[Flag]:
    """Flag the words that speak of a harm without sides, where no other finding asks for them."""
    if burdens(cast) or ownerless(cast):
        return
    known = any(harm.to and harm.by for harm in cast.harms)
    doubt = None if known else cast.reading.once(doubt_in)
    if doubt is not None and doubt.places:
        for first, last in doubt.places:
            start, end = cast.span_of(Fault("unsaid", first, last))
            named = cast.reading.text[start:end]
            yield Flag(
                start,
                end,
                f"What \u201c{named}\u201d comes to hangs on who harms whom, if anyone is harmed. Say it beside the "
                "text (\u201cDad > Mum\u201d) and it is judged again.",
            )
        return
    fault = unclear(cast)
    if fault is None:
        return
    start, end = cast.span_of(fault)
    named = cast.reading.text[start:end]
    yield Flag(
        start,
        end,
        f"\u201c{named}\u201d may speak of harm, and it cannot be read who harms whom. Say it beside the "
        "text (\u201cDad > Mum\u201d) and it is judged again: what makes the person harmed answer shows only then.",
    )


def check(reading: Reading) -> Iterator[Flag]:
    """Flag where it has to be asked who harms whom."""
    return flags_in(cast_of(reading))


RULE: Rule = rule(
    __name__, __doc__, criterion=None, severity=Severity.ADVICE, flags=_FLAGS, passes=_PASSES, check=check
)
