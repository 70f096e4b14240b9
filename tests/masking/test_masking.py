"""Masking: who and what becomes a token, what stays, and how all of it comes back."""

import pytest

from rewriter import mask
from rewriter.masking.masking import Masked, Masking

# a text, the names told, what leaves
LEAVES = {
    "one person in three forms": (
        "Sarah Jones to ring. Mrs Jones will tell Sarah.",
        (),
        "<PERSON_1> to ring. Mrs <PERSON_1B> will tell <PERSON_1C>.",
    ),
    "a role and a possessive stay": ("Sarah's mother and the SW meet", (), "<PERSON_1>'s mother and the SW meet"),
    "a curly possessive": ("Sarah\u2019s mum", (), "<PERSON_1>\u2019s mum"),
    "the one possessive that changes": ("James' mother", (), "<PERSON_1>'s mother"),
    "a quotation mark is no possessive": ("said 'ring James' and left", (), "said 'ring <PERSON_1>' and left"),
    "a list and brackets": ("Amy, Zofia and Kofi (Łukasz)", (), "<PERSON_1>, <PERSON_2> and <PERSON_3> (<PERSON_4>)"),
    "particles": ("Ask Hassan bin Ali and Mr van der Berg", (), "Ask <PERSON_1> and Mr <PERSON_2>"),
    "a hyphen": ("Ask Anne-Marie and Ji-woo", (), "Ask <PERSON_1> and <PERSON_2>"),
    "an apostrophe": ("Ask Mrs O'Brien", (), "Ask Mrs <PERSON_1>"),
    "initials": ("J. Smith will ring KB", (), "<PERSON_1> will ring <PERSON_2>"),
    "letters without capitals": ("\u0645\u062d\u0645\u062f to attend", (), "<PERSON_1> to attend"),
    "small letters, told": ("dobson to ring", ("Amy Dobson",), "<PERSON_1> to ring"),
    "small letters, a common name": ("dave to ring", (), "<PERSON_1> to ring"),
    "small letters, seen before": ("Zofka rang. Ask zofka.", (), "<PERSON_1> rang. Ask <PERSON_1B>."),
    "capitals throughout": ("AISHA TO ATTEND SCHOOL", (), "<PERSON_1> TO ATTEND SCHOOL"),
    "no apostrophe": ("sarahs mum", ("Sarah Jones",), "<PERSON_1>s mum"),
    "no accent": ("Zoe and José", ("Zoë", "Jose"), "<PERSON_1> and <PERSON_2>"),
    "nothing seen between the letters": ("Sa\u200brah to ring", ("Sarah",), "<PERSON_1> to ring"),
    "look-alike letters": ("s\u0430rah to ring", (), "<PERSON_1> to ring"),
    "a role told as a name": ("Mum to ring Dad", ("Mum",), "Mum to ring Dad"),
    "a local school": ("He attends St Mary's Primary School", (), "He attends <ORG_1>"),
    "a kind of school": ("He attends Primary School", (), "He attends Primary School"),
    "a place": ("They live in Runcorn", (), "They live in <PLACE_1>"),
    "a street": ("Meet on Ferry Lane", (), "Meet on <PLACE_1>"),
    "national names": (
        "Freedom Programme, Care Act, Women's Aid, Triple P",
        (),
        "Freedom Programme, Care Act, Women's Aid, Triple P",
    ),
    "acronyms": ("CAMHS, IRO, MARAC and KS2", (), "CAMHS, IRO, MARAC and KS2"),
    "a lettered stand-in": ("Child A and Option B", (), "Child A and Option B"),
    "what looks like a token": ("Tell Person 1 and <PERSON_2>", (), "Tell <TEXT_1> and <TEXT_2>"),
}
# words that are names too: a text, and whether anything in it is somebody
TWO_FACED = {
    "Will he attend?": False,
    "Will to attend": True,
    "Will Sarah's mum attend?": None,
    "by 3 May": False,
    "in May": False,
    "May half term": False,
    "May to ring": True,
    "with May's teacher": True,
    "Since April, June has kept it": True,
    "Grace period of a week": False,
    "Grace attends": True,
    "Hope is that it lasts": False,
    "ask Hope": True,
    "Mark the chart": False,
    "Mark to ring": True,
    "this summer": False,
    "Summer Holidays": False,
    "Summer needs help": True,
    "Bill to be paid": False,
    "Rose to 40%": False,
    "Star Chart": False,
    "Art Therapy": False,
    "Frank and honest talk": None,
    "Faith and Culture": False,
    "Mum Joy": True,
    "Uncle Frank": True,
    "Mrs May": True,
}


@pytest.mark.parametrize("case", LEAVES)
def test_what_leaves(case: str) -> None:
    """Names become tokens in any form; roles, kinds of places and national names stay."""
    text, names, leaves = LEAVES[case]
    assert mask(text, names).masked == leaves


@pytest.mark.parametrize(("text", "somebody"), TWO_FACED.items())
def test_a_word_that_is_a_name_too_is_judged_by_what_stands_round_it(text: str, somebody: bool | None) -> None:
    """May the month stays, May the girl does not; None where the doubt goes to the name and may."""
    if somebody is not None:
        assert bool(mask(text).tokens) == somebody


@pytest.mark.parametrize("case", LEAVES)
def test_all_comes_back(case: str) -> None:
    """The text is restored as it was, but that "James'" comes back as "James's"."""
    text, names, _ = LEAVES[case]
    answer = mask(text, names)
    assert answer.restore(answer.masked) == text.replace("James' m", "James's m")


def test_tokens_say_where_their_words_stand() -> None:
    """Offsets are code points into the text as received."""
    text = "\U0001f600 Zoë rang Amy"
    assert [text[token.start : token.end] for token in mask(text).tokens] == ["Zoë", "Amy"]


def test_two_people_of_one_family_stay_two() -> None:
    """A name that two people share is neither of them, and still comes back."""
    answer = mask("Amy Khan and Zara Khan rang. Mrs Khan left with Zara.")
    assert answer.masked == "<PERSON_1> and <PERSON_2> rang. Mrs <PERSON_3> left with <PERSON_2B>."


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Sarah Jones rang. S. Jones left.", "<PERSON_1> rang. <PERSON_1B> left."),
        ("O'Brien, O\u2019Brien and OBrien", "<PERSON_1>, <PERSON_1B> and <PERSON_1C>"),
        ("Zofka rang, zofkas mum and ZOFKA too", "<PERSON_1> rang, <PERSON_1B>s mum and <PERSON_1C> too"),
        ("John Smith and Jane Smith rang. J. Smith left.", "<PERSON_1> and <PERSON_2> rang. <PERSON_3> left."),
    ],
)
def test_one_person_has_one_token_in_every_form(text: str, masked: str) -> None:
    """Initials, apostrophes, capitals; what may be either of two is a third."""
    answer = mask(text)
    assert answer.masked == masked
    assert answer.restore(masked) == text


@pytest.mark.parametrize(
    "written",
    [
        "<PERSON_1>",
        "<person_1>",
        "<Person 1>",
        "< PERSON_1 >",
        "PERSON_1",
        "person-1",
        "Person 1",
        "&lt;PERSON_1&gt;",
        "\\u003cPERSON_1\\u003e",
        "<PERSON-1>",
    ],
)
def test_a_token_comes_back_however_a_model_wrote_it(written: str) -> None:
    """Case, spaces and brackets do not matter, nor which apostrophe follows."""
    answer = mask("Sarah's mother")
    assert answer.restore(f"{written}\u2019s mother") == "Sarah\u2019s mother"


def test_a_form_that_was_never_given_out_is_the_persons_first() -> None:
    """A model that makes up a letter still means the person."""
    assert mask("Sarah rang").restore("<PERSON_1C> rang") == "Sarah rang"


def test_one_table_serves_all_texts_of_a_request() -> None:
    """The same person has the same token in the text and in what is told beside it."""
    masking = Masking(["Sarah Jones"])
    first = masking.mask("Sarah Jones to ring")
    second = masking.mask("sarah is at Oak Tree Nursery")
    assert (first.masked, second.masked) == ("<PERSON_1> to ring", "<PERSON_1B> is at <ORG_1>")
    assert masking.restore("<PERSON_1B> and <PERSON_1>") == "sarah and Sarah Jones"


def test_a_word_that_was_found_to_be_a_name_is_still_a_word_elsewhere() -> None:
    """Told as a name, it would be one there too."""
    masking = Masking()
    assert masking.mask("Story's mum to ring").masked == "<PERSON_1>'s mum to ring"
    assert masking.mask("They do life story work").masked == "They do life story work"


def test_what_tokens_stand_for_is_not_shown() -> None:
    """Printing an answer, as a log or an error report would, tells no name."""
    answer = mask("Canaria Quill to ring")
    assert "Canaria" not in repr(answer) + str(answer) + repr(answer.table)


def faults(text: str, reply: str) -> tuple[str, ...]:
    answer: Masked = mask(text)
    return answer.faults(reply)


def test_a_reply_is_checked_before_it_is_restored() -> None:
    """A token that nobody gave out, a person who is gone and a name that is new are each a fault."""
    text = "Sarah to ring Tom"
    assert faults(text, "<PERSON_1> rings <PERSON_2> by 4 May") == ()
    assert "<PERSON_9>" in faults(text, "<PERSON_1> rings <PERSON_2> and <PERSON_9>")[0]
    assert faults(text, "<PERSON_1> rings") == ("<PERSON_2> is not in it",)
    assert "Zofia" in faults(text, "<PERSON_1> rings <PERSON_2> and Zofia")[0]
