"""What the reader of amounts promises: what can be counted, and the numbers that count nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.amounts.reader import Amount, AmountKind, find_amounts
from rewriter.text import words_of
from rewriter.timing.reader import find_times

# Each phrase, then its amounts: kind, value ("-" where none is stated) and the thing counted.
PHRASES = [
    ("attend 4 meetings", "count 4 meetings"),
    ("attend 6 out of 6 contacts", "count 6 contacts"),
    ("all 10 sessions", "count 10 sessions"),
    ("at least 3 appointments", "count 3 appointments"),
    ("ask for one visit", "count 1 visit"),
    ("three of the five days", "count 3 days"),
    ("4 days per week", "rate 4 days"),
    ("twice a day", "rate 2"),
    ("at least 3 times a week", "rate 3 times"),
    ("x3 pw", "rate 3"),
    ("attendance to 60%", "percentage 60"),
    ("ninety per cent", "percentage 90"),
    ("5 out of 10", "score 5"),
    ("at least 4 in 5", "score 4"),
    ("an SDQ score of 14", "soft_measure -;soft_measure -;score 14"),
    ("it's a 3 now", "score 3"),
    ("2 times in every 4", "share 2 times;level -"),
    ("ticked at least 4 days in 5", "soft_measure -;share 4 days"),
    ("every school night", "level - night"),
    ("a 40cm path", "measure_unit 40 cm"),
    ("lost 6kg", "measure_unit 6 kg"),
    ("£20 a week", "rate 20 £"),
    ("pay £20", "measure_unit 20 £"),
    ("2 litres of water", "measure_unit 2 litres"),
    ("read for 30 minutes", "measure_unit 30 minutes"),
    ("arriving by 8.55am", "clock_level -"),
    ("no further incidents", "zero 0 incidents"),
    ("no more shouting", "zero 0 shouting"),
    ("0 incidents", "zero 0 incidents"),
    ("fewer incidents", "comparison -"),
    ("reduce arguments", "comparison -"),
    ("Miyu (16) cuts", ""),
    ("aged 4", ""),
    ("15 months old", ""),
    ("1. Mother to", ""),
    ("3.2 PEP", ""),
    ("at 14 Acacia Road", ""),
    ("1:1 floor play", ""),
    ("Triple P", ""),
    ("Miss Tranter (Year 1)", ""),
    ("section 47", ""),
    ("Level 2 course", ""),
    ("within 24 hours", ""),
    ("by 1 December 2026", ""),
    ("ring 999", ""),
    ("01632 960123", ""),
    ("each other", ""),
    ("at all", ""),
    ("3 or more reports", "count 3 reports"),
    ("2-3 sessions", "count 2 sessions"),
    ("from 6 to 0", "count 6"),
    ("missing 2 alcohol support groups in a row", "count 2 groups"),
    ("[number] sessions", "count - sessions"),
    ("complete 8 of 10 sessions", "count 8 sessions"),
    ("three named men", "count 3 men"),
    ("7/10", "score 7"),
    ("6 breaches of order", "count 6 breaches"),
    ("two children", "count 2 children"),
    ("one good thing and one rubbish thing", "count 1 thing;count 1 thing"),
    ("100% attendance", "percentage 100 attendance"),
    ("no one", ""),
    ("saying no at the door", ""),
    ("no later than 4 May", ""),
    ("a dozen times", "count 12 times"),
    ("in his own words", "soft_measure -"),
    ("keeps a diary", "soft_measure -"),
    ("star chart", "soft_measure -"),
    ("Flat 4", ""),
    ("weekly", ""),
    ("under 5s", ""),
    ("spend less than £10", "measure_unit 10 £"),
    ("no more than 2 units of alcohol", "measure_unit 2 units"),
    ("10 minutes of reading each night", "rate 10 minutes;level - night"),
    ("from 5 to 8 sessions", "count 5 sessions"),
    ("attendance from 38% to 60% this term", "percentage 38;percentage 60"),
    ("no missed appointments", "zero 0 appointments"),
    ("lose 1.5kg a month", "rate 1.5 kg"),
    ("put £5 a week into savings", "rate 5 £"),
    ("5 portions of fruit and veg a day", "rate 5 portions"),
    ("6-weekly", ""),
    ("over six weekly sessions", "count 6 sessions"),
    ("[how many] times a week", "rate - times"),
    ("attend [4] of the [6] sessions", "count 4 sessions"),
    ("six people in two bedrooms", "count 6 people;count 2 bedrooms"),
    ("0 mentions in 12 weeks", "zero 0 mentions"),
    ("on a scale of 1 to 10", "soft_measure -"),
    ("Rates his week 3 out of 10", "soft_measure -;score 3"),
    ("Building Better Relationships programme", ""),
    ("1 of the last 6", "score 1"),
    ("Three police call-outs", "count 3 outs"),
    ("14 units of alcohol per week", "rate 14 units"),
    ("when he turns 18", ""),
    ("at 12 High Street", ""),
    ("(Now: 0 or 1 in 4.)", "score 0"),
]
PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            "a all at least out of in every 4 10 6 60% x3 3x 40cm \u00a35 three couple dozen no more fewer scale "
            "meetings days times week per day [ number ] ( ) 5/10 one 0 . weekly 8.55am row sessions".split()
        ),
        st.text(max_size=6),
    ),
    max_size=30,
).map(" ".join)


def amounts_of(text: str) -> tuple[Amount, ...]:
    words = words_of(text)
    return find_amounts(words, find_times(words, text), text)


def told(amount: Amount) -> str:
    value = "-" if amount.value is None else format(amount.value, "g")
    return f"{amount.kind} {value} {amount.of}".strip()


@pytest.mark.parametrize(("phrase", "amounts"), PHRASES)
def test_each_phrase_gives_its_amounts(phrase: str, amounts: str) -> None:
    """Counts, rates, scores, shares, levels, measures and signs; nothing for a number that names something."""
    assert ";".join(told(amount) for amount in amounts_of(phrase)) == amounts


def test_the_span_takes_in_the_bound_and_the_noun() -> None:
    """ "At least" and the thing counted belong to the amount."""
    text = "Dad to come to at least 3 hospital appointments"
    (amount,) = amounts_of(text)
    assert text[amount.start : amount.end] == "at least 3 hospital appointments"


def test_a_number_inside_a_length_of_time_is_no_amount() -> None:
    """The 10 of "within 10 working days" says when, not how much."""
    assert amounts_of("Answer to be given within 10 working days") == ()


def test_a_bracket_stands_for_the_number_it_will_hold() -> None:
    """A gap counts as a count whose value is not yet known."""
    (amount,) = amounts_of("Mum to attend [number] sessions")
    assert (amount.kind, amount.value, amount.of) == (AmountKind.COUNT, None, "sessions")


@given(PIECES)
def test_spans_lie_in_the_text_and_in_order(text: str) -> None:
    """Whatever is pasted, spans are real, agree with the words, and come in order."""
    words = words_of(text)
    before = 0
    for amount in find_amounts(words, find_times(words, text), text):
        assert 0 <= amount.first < amount.last <= len(words)
        assert (amount.start, amount.end) == (words[amount.first].start, words[amount.last - 1].end)
        assert amount.first >= before
        before = amount.first
