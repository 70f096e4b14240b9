"""What a rewrite says in words of its own is told from what it leaves out, by where the words beside it stand."""

import pytest

from rewriter.answer import ConcernKind
from rewriter.guarding.guard import guard
from rewriter.smart import Severity


def dropped(original: str, rewrite: str) -> list[tuple[str, str]]:
    """Give what was dropped, as severity and words."""
    return [(c.severity.value, c.text) for c in guard(original, rewrite).concerns if c.kind is ConcernKind.DROPPED]


def test_what_stands_in_other_words_in_its_place_is_advice_to_look_at() -> None:
    """New words where the words beside it stand again may say it."""
    found = dropped(
        "Mr & Mrs Lister to have carers 4x day, double handed for hoist",
        "Carers visit Mr and Mrs Lister four times each day. Two of them come together for the hoist.",
    )
    assert found == [("advice", "double handed")]


def test_what_has_nothing_new_in_its_place_was_left_out() -> None:
    """No word of the rewrite is without a source, so none can stand for it."""
    found = dropped(
        "Mum to give Leo 2 puffs via spacer, SW to ring", "Mum gives Leo two puffs. The social worker rings."
    )
    assert found == [("fault", "via spacer")]


def test_a_new_word_answers_for_one_thing_only() -> None:
    """Two details are gone and one word is new."""
    found = dropped(
        "Carer Jo to walk with Ada after tea on the flat using her stick",
        "After tea, Jo, the carer, strolls with Ada.",
    )
    assert ("fault", "using her stick") in found or ("fault", "on the flat") in found


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Jo to ring Kit on 4 May, no talking about court", "On 4 May, Jo phones Kit for a friendly chat."),
        ("Nan to cook for Asa on Fridays, no nuts", "On Fridays, Nan prepares a lovely meal for Asa."),
    ],
)
def test_what_is_ruled_out_has_to_stay_ruled_out(original: str, rewrite: str) -> None:
    """However much else is new beside it."""
    assert not guard(original, rewrite).passes


def test_a_date_is_never_put_in_other_words() -> None:
    """It is there or it is not."""
    found = dropped("Jo to see Kit by 14 March 2027 at the library", "Jo soon visits Kit at the library, happily.")
    assert ("fault", "14 March 2027") in found


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Alfie in own bed 5 nts out of 7", "Alfie sleeps in his own bed on five nights in seven."),
        ("SW to see Kit every nt for 1 wk", "For one week, the social worker sees Kit every night."),
        ("CAB appt for Di re debt (3.4k) on Tues", "On Tuesday, Di goes to Citizens Advice about her debt of £3,400."),
        ("PHQ9 was 17, GP to see Di weekly", "Each week, the GP sees Di, whose PHQ-9 was 17."),
        (
            "Weigh Ada weekly, dietitian if under 43",
            "Ada is weighed every week. If she is under 43 kg, the dietitian sees her.",
        ),
        ("Hari at Willow House every other w/e", "On alternate weekends, Hari stays at Willow House."),
        ("Mum to have 6 sessions for PND w Jo", "Mum has six sessions for postnatal depression with Jo."),
        ("Comunity nurse to check tecnique on 4 May", "On 4 May, the community nurse checks technique."),
    ],
)
def test_a_value_or_a_word_in_shorthand_is_the_same_written_out(original: str, rewrite: str) -> None:
    """A unit cut short, a name's number, an amount without its unit, letters for words, a slip of the pen."""
    assert [c for c in guard(original, rewrite).concerns if c.severity is Severity.FAULT] == []


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Dr Achebe to write to GP w lithium plan", "The GP writes to Dr Achebe with the lithium plan."),
        ("School to ring SW if Tia not in by 10", "If Tia is not in by ten, the social worker phones the school."),
    ],
)
def test_an_act_that_goes_the_other_way_is_changed(original: str, rewrite: str) -> None:
    """Both are in it still, each in the other's place."""
    assert any(
        c.kind is ConcernKind.CHANGED and c.severity is Severity.FAULT for c in guard(original, rewrite).concerns
    )


@pytest.mark.parametrize("reason", ["as the last arrangement broke down", "in order to build confidence"])
def test_a_reason_may_begin_with_any_word(reason: str) -> None:
    """Not only with "because"."""
    found = guard(
        "Kez to meet Dario at the bus stop on Mondays", f"On Mondays, Kez meets Dario at the bus stop {reason}."
    )
    assert [(c.kind, c.text.rstrip(".")) for c in found.concerns if c.severity is Severity.FAULT] == [
        (ConcernKind.INVENTED, reason if reason.startswith("as") else reason.removeprefix("in order "))
    ]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Wayne to self exclude via GamStop today", "Today Wayne excludes himself from gambling through GamStop."),
        ("Type 1 - Ngozi to check bloods daily", "Ngozi, who has type 1 diabetes, checks her bloods every day."),
        ("Reg to contact LL by 4 May", "By 4 May Reg contacts the landlord."),
        (
            "Kev to test on Fridays, if +ve talk on Monday",
            "Kev tests on Fridays. A positive result is discussed on Monday.",
        ),
        ("Mtg mins: Joy to ring Mr Bright alt days", "Every other day Joy phones Mr Bright."),
        ("Hsg to ring Cal tmrw nite", "Housing phones Cal tomorrow night."),
        ("Turn Ada 2hrly, 1.5l a day", "Ada is turned every two hours and has a litre and a half a day."),
    ],
)
def test_what_is_known_by_those_who_work_there_is_nothing_new(original: str, rewrite: str) -> None:
    """What a service is about, what letters stand for, how a time is cut short."""
    assert [c for c in guard(original, rewrite).concerns if c.severity is Severity.FAULT] == []


@pytest.mark.parametrize(
    ("original", "rewrite", "gone"),
    [
        ("Amir to fix the damp, boiler too, by 4 May", "By 4 May Amir fixes the damp.", "boiler too"),
        ("Ade to ring Jo on Mondays; keep every receipt", "On Mondays Ade rings Jo.", "keep every receipt"),
        ("Carers take it at 9pm with her agreement", "The carers take it at 9pm.", "with her agreement"),
        ("Son, daughter and SW to meet on 4 May", "The son and the social worker meet on 4 May.", "daughter"),
        (
            "Mo to go home once he can manage stairs, Jo to ring",
            "Mo goes home. Jo rings.",
            "once he can manage stairs,",
        ),
    ],
)
def test_a_thing_beside_others_may_not_go(original: str, rewrite: str, gone: str) -> None:
    """One more of a list, a clause of its own, a consent, one of two children, a condition in the middle."""
    assert ("fault", gone) in dropped(original, rewrite)


@pytest.mark.parametrize(
    "rewrite",
    [
        "To lift her mood, Fiona walks to the park on Mondays.",
        "Fiona walks to the park on Mondays, so that her mother can rest.",
        "Fiona walks to the park on Mondays. At present most letters go unopened.",
        "With help from the drug service, Fiona walks to the park on Mondays.",
    ],
)
def test_a_purpose_a_state_of_things_or_a_service_has_to_be_given(rewrite: str) -> None:
    """Wherever it stands in its sentence."""
    found = guard("Fiona to walk to the park on Mondays, no weed", rewrite.rstrip(".") + ", without weed.")
    assert ConcernKind.INVENTED in {c.kind for c in found.concerns if c.severity is Severity.FAULT}
