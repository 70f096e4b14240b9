"""Who is to do what: acts, their settings, and the conditions, purposes and threats around them."""

import pytest
from hypothesis import given

from rewriter.plan import Act, Mood, Reading, Setting
from rewriter.reading import read
from tests.texts import plan_texts


def asks(text: str) -> list[tuple[list[str], str]]:
    reading = read(text)
    return [([text[p.start : p.end] for p in act.actors], act.lemma) for act in reading.asks]


def act_of(text: str, lemma: str) -> Act:
    return next(act for act in read(text).acts if act.lemma == lemma)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mum to attend the group", [(["Mum"], "attend")]),
        ("Both parents must book a check and bring the letter", [(["parents"], "book"), (["parents"], "bring")]),
        ("SENCO to look at it and health to feed in", [(["SENCO"], "look at"), (["health"], "feed in")]),
        ("Maureen writes down his words", [(["Maureen"], "write down")]),
        ("By 3 May Meera and Sanjay practise the card", [(["Meera", "Sanjay"], "practise")]),
        ("Reduce the absences", [([], "reduce")]),
        ("Jermaine is going to cut down", [(["Jermaine"], "cut down")]),
        ("Contact arrangements for Yusuf to be agreed", [([], "agree")]),
        ("Dad's to ring school", [(["Dad's"], "ring")]),
    ],
)
def test_each_ask_has_its_doers_and_its_verb(text: str, found: list[tuple[list[str], str]]) -> None:
    """Infinitives, modals, habits, imperatives and bare verbs after "and" are all asks."""
    assert asks(text) == found


@pytest.mark.parametrize("text", ["Mum is a kind person", "Dad was late in May", "Family feel let down"])
def test_what_is_only_told_is_not_asked(text: str) -> None:
    """History and opinion hold no ask."""
    assert read(text).asks == ()


def test_what_somebody_may_do_is_allowed_and_not_asked() -> None:
    """An option is no duty."""
    assert act_of("Tom can ring the line", "ring").mood is Mood.ALLOWED


@pytest.mark.parametrize(
    ("text", "lemma", "setting"),
    [
        ("If Kyle threatens her again, SW will convene a meeting", "threaten", Setting.CONDITION),
        ("Mum to move out so that the children settle", "settle", Setting.PURPOSE),
        ("Mother to keep away in order to protect the children", "protect", Setting.PURPOSE),
        ("Mum to ensure that the children attend school", "attend", Setting.CONTENT),
        ("Dad not to shout otherwise contact will be stopped", "stop", Setting.CONSEQUENCE),
    ],
)
def test_an_act_stands_in_its_part_of_the_sentence(text: str, lemma: str, setting: Setting) -> None:
    """Conditions, purposes, contents and threats are not the ask itself."""
    assert act_of(text, lemma).setting is setting


def test_what_is_done_to_somebody_is_passive() -> None:
    """ "To be rehoused" and "to be supported to" leave the doing with nobody named."""
    assert act_of("Family to be rehoused by Xmas", "rehouse").passive
    assert act_of("Mr Hollis to be supported to manage", "manage").passive
    assert not act_of("Winston to be able to say it", "say").passive


def test_not_belongs_to_the_act_it_stands_before() -> None:
    """A negated act says so."""
    assert act_of("Father not to enter the home", "enter").negated
    assert not act_of("Father to enter by the side", "enter").negated


def _spans(reading: Reading) -> list[tuple[int, int, int]]:
    return [(act.subject_first, act.verb, act.last) for act in reading.acts]


@given(plan_texts())
def test_acts_lie_in_their_text(text: str) -> None:
    """Every act begins at or before its verb and ends within the words."""
    reading = read(text)
    for first, verb, last in _spans(reading):
        assert 0 <= first <= len(reading.words)
        assert verb < last <= len(reading.words)
