"""What else puts the harm on the person harmed: blame, silence, conditions, being sent away or watched."""

import pytest

from rewriter.people import Harm
from rewriter.pipeline import check
from rewriter.plan import Context
from rewriter.smart import Responsibility

HARMS = Context(harms=(Harm("Shona", "Craig"),))
CHILD = Context(harms=(Harm("Amir (13)", "his uncle"),))


def judged(text: str, context: Context = HARMS) -> Responsibility:
    return check(text, context)


class TestBlame:
    """A reason or description that makes the harm the person's own doing."""

    @pytest.mark.parametrize(
        "text",
        [
            "Worker to see Shona monthly, as she keeps laying herself open to Craig.",
            "Shona has only herself to thank, so the panel will meet on 3 May.",
            "Worker to talk to Shona about her unwise choices.",
            "Report on Shona's part in what Craig did by 3 May.",
        ],
    )
    def test_whoever_has_the_task_blame_is_blame(self, text: str) -> None:
        """The form of the words tells, not the phrase."""
        assert judged(text).on_victim

    @pytest.mark.parametrize(
        "text",
        [
            "Worker to see Shona monthly, as Craig keeps putting her in danger.",
            "Shona has nothing to blame herself for, and the panel will meet on 3 May.",
            "Worker to talk to Craig about his unwise choices.",
            "Shona's part in the college play to be filmed on 3 May.",
        ],
    )
    def test_the_source_s_own_doing_is_no_blame_of_the_harmed(self, text: str) -> None:
        """The same words about somebody or something else."""
        assert not judged(text).on_victim


class TestSilence:
    """Worries are kept inside, or a report is made to cost something."""

    @pytest.mark.parametrize(
        "text",
        [
            "Shona brings any worry about Craig to his dad first, not the police.",
            "Shona to keep social care out of this until the wedding.",
            "Shona to cut her 101 calls by 3 May.",
            "One more call from Shona and the girls will be placed elsewhere.",
        ],
    )
    def test_keeping_it_in_is_put_on_the_person_harmed(self, text: str) -> None:
        """Both labels: what agencies do not hear, and who is made to keep it from them."""
        found = judged(text)
        assert found.hides_information
        assert found.on_victim

    def test_one_more_thing_said_brings_the_next_step(self) -> None:
        """Nobody is told to keep quiet, and everybody learns to."""
        found = judged("One more thing from Amir about his uncle and the case goes to conference.", CHILD)
        assert found.hides_information

    @pytest.mark.parametrize(
        "text",
        [
            "Shona brings any worry about Craig to the police or her worker.",
            "One more call from Craig and PC Lund will arrest him.",
            "One more call from Shona and I will drive over the same evening.",
        ],
    )
    def test_help_that_follows_telling_hides_nothing(self, text: str) -> None:
        """What is told is acted on."""
        assert not judged(text).hides_information


class TestConditions:
    """Help, or a good opinion, that waits on the person harmed."""

    @pytest.mark.parametrize(
        "text",
        [
            "IDVA to see Shona once she has signed a statement.",
            "If I hear that Craig has been round I will take it that Shona is choosing him.",
            "We need Shona to apply for the order, otherwise the girls will go to carers.",
        ],
    )
    def test_what_is_held_against_them_is_put_on_them(self, text: str) -> None:
        """A price for help, a conclusion drawn, a loss threatened."""
        assert judged(text).on_victim

    @pytest.mark.parametrize(
        "text",
        [
            "IDVA to see Shona whether or not she signs a statement.",
            "If I hear that Craig has been round I will tell PC Lund the same day.",
            "We need Craig to keep to the order, otherwise he will go back to court.",
            "IDVA to see Shona once she is home from work on Tuesdays.",
        ],
    )
    def test_help_without_a_price_is_not(self, text: str) -> None:
        """Whatever she decides, or what falls on the source."""
        assert not judged(text).on_victim


class TestSentAway:
    """The person harmed leaves or is watched, and the source stays."""

    @pytest.mark.parametrize(
        ("text", "context"),
        [
            ("Amir to move out to his gran's until the summer.", CHILD),
            ("School to move Amir to the other class until things settle.", CHILD),
            ("SW to check Shona's flat weekly for any sign of Craig.", HARMS),
            ("Shona to have a tag on her car so that we know she isn't visiting Craig.", HARMS),
            ("Craig: perpetrator course from 3 May\nShona: perpetrator course, as she pushed him off", HARMS),
        ],
    )
    def test_being_sent_away_or_watched_is_put_on_them(self, text: str, context: Context) -> None:
        """Whoever is asked to see to it."""
        assert judged(text, context).on_victim

    @pytest.mark.parametrize(
        ("text", "context"),
        [
            ("His uncle to move out until the summer.", CHILD),
            ("Amir to stay with his gran on Fridays if he would like to.", CHILD),
            ("School to move his cousin to the other class.", CHILD),
            ("Probation to check Craig's hostel weekly.", HARMS),
            ("Shona to move to the refuge on Monday, taxi booked by her IDVA.", HARMS),
        ],
    )
    def test_moving_the_source_a_choice_and_a_refuge_are_not(self, text: str, context: Context) -> None:
        """The source goes, or the person harmed decides."""
        assert not judged(text, context).on_victim


def test_a_letter_speaks_to_the_one_it_is_addressed_to() -> None:
    """ "You" is the person greeted."""
    letter = "Dear Ms Rahman, I am sorry for the bruises Imran gave you. You must keep Imran out of the flat."
    assert check(letter, Context()).on_victim
    other = "Dear Imran, I know of the bruises you gave Ms Rahman. You must keep out of the flat."
    assert not check(other, Context()).on_victim
