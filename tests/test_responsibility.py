"""The six labels of the responsibility standard, section by section, in words of the tests' own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.people import Harm
from rewriter.plan import Context, PlanKind
from rewriter.reading import read
from rewriter.responsibility import check
from rewriter.smart import Criterion, Responsibility, Severity

_AMY_BY_LIAM = (Harm("Amy and the baby", "Liam"),)


def judge(
    text: str, harms: tuple[Harm, ...] = (), kind: PlanKind = PlanKind.OBJECTIVE, need: str = ""
) -> Responsibility:
    """Judge a text with harms told beside it."""
    return check(read(text, Context(need=need, harms=harms), kind))


def labels(found: Responsibility) -> set[str]:
    """The names of the labels that are true."""
    names = ("abuse", "on_victim", "unassigned", "hides_information", "mutualises", "minimises")
    return {name for name in names if getattr(found, name)}


class TestOnVictim:
    """Section 3: the person harmed is made to answer."""

    @pytest.mark.parametrize(
        "text",
        [
            "Amy to make certain there is no more abuse at the flat.",  # 3.1
            "Amy to keep Liam calm at weekends.",  # 3.2
            "Amy to take the baby upstairs whenever Liam has been drinking.",
            "Amy to be more assertive so that Liam stops shouting at her.",  # 3.3
            "Amy must leave Liam by Friday or the baby will be removed.",  # 3.4
            "Amy to demonstrate that she can protect the baby.",
            "Worker to talk with Amy about exposing the baby to violence.",  # 3.5
            "Amy to send photos of the bathroom each morning.",  # 3.6
            "Amy to attend anger management.",  # 3.7
        ],
    )
    def test_each_clause_is_enough(self, text: str) -> None:
        """Any one clause makes the label true, and it never stands with unassigned."""
        found = judge(text, _AMY_BY_LIAM)
        assert found.on_victim
        assert not found.unassigned

    @pytest.mark.parametrize(
        "text",
        [
            "Amy to ring 999 if Liam comes to the flat.",
            "Amy to keep a log of what Liam sends.",
            "Amy to meet her support worker on Mondays.",
            "Amy to apply for a non-molestation order with her solicitor by 3 May.",
            "Amy to take the baby to clinic on 4 May.",
            "Amy need not answer Liam's messages.",
            "Liam to make certain there is no more abuse at the flat.",
            "Grandma to keep the baby in sight when Liam visits.",
        ],
    )
    def test_support_reporting_and_duties_of_others_are_fine(self, text: str) -> None:
        """What leaves the harm with the person causing it is not flagged, even bare."""
        assert labels(judge(text, _AMY_BY_LIAM)) == {"abuse"}

    def test_the_same_words_turn_with_who_is_harmed(self) -> None:
        """Staying away is right for the source and wrong for the person harmed."""
        text = "Dad to stay away from the house so that the girls see no more violence."
        assert judge(text, (Harm("Dad and the girls", "Mum"),)).on_victim
        assert not judge(text, (Harm("Mum and the girls", "Dad"),)).on_victim

    def test_only_a_plan_can_leave_one_person_with_all_tasks(self) -> None:
        """3.9 is for plans: one safety action as an objective is fine."""
        text = "- Amy to carry her alarm\n- Amy to meet her advocate"
        assert judge(text, _AMY_BY_LIAM, PlanKind.PLAN).on_victim
        assert not judge(text, _AMY_BY_LIAM).on_victim
        assert not judge(f"{text}\n- Police to arrest Liam", _AMY_BY_LIAM, PlanKind.PLAN).on_victim

    def test_a_bracket_for_the_source_is_a_part_in_the_plan(self) -> None:
        """A gap that the source will fill leaves the plan shared."""
        text = "- Amy to carry her alarm\n- [what Liam will do, to be agreed with him]"
        assert not judge(text, _AMY_BY_LIAM, PlanKind.PLAN).on_victim


class TestOtherLabels:
    """Sections 4 to 7."""

    def test_harm_without_an_owner_is_unassigned(self) -> None:
        """The words name abuse and nobody is to end it."""
        assert labels(judge("For the children to live without domestic abuse.")) == {"abuse", "unassigned"}

    def test_a_named_source_is_an_owner(self) -> None:
        """Naming whose violence it is assigns it."""
        assert labels(judge("For the children to live without their uncle's violence.")) == {"abuse"}

    def test_counting_calls_hides_alone(self) -> None:
        """An agentless count of reports is hiding, not unassigned."""
        assert labels(judge("Domestic abuse call-outs to fall from 8 to 2.", _AMY_BY_LIAM)) == {
            "abuse",
            "hides_information",
        }

    def test_silence_asked_of_the_person_harmed_is_put_on_her_too(self) -> None:
        """Told to keep quiet: both labels."""
        assert {"on_victim", "hides_information"} <= labels(
            judge("Amy not to tell the school about Liam.", _AMY_BY_LIAM)
        )

    def test_a_line_about_the_conduct_of_the_source_does_not_hide(self) -> None:
        """A legal line may attach to what the source does."""
        assert labels(judge("If Liam hits Amy again the social worker will seek legal advice.", _AMY_BY_LIAM)) == {
            "abuse"
        }

    def test_one_sided_abuse_given_to_both_is_mutualised(self) -> None:
        """And so it is on the person harmed as well."""
        found = judge("Amy and Liam to go to mediation about their rows.", _AMY_BY_LIAM)
        assert labels(found) == {"abuse", "on_victim", "mutualises", "minimises"}

    def test_both_parents_who_hit_a_child_both_stop(self) -> None:
        """A joint task is right where both are the source."""
        assert labels(judge("Parents not to hit Dara.")) == {"abuse"}

    def test_small_words_are_flagged_even_where_the_source_has_the_task(self) -> None:
        """Responsibility is right and the word is wrong."""
        assert labels(judge("Liam to go for a run when his temper rises.", _AMY_BY_LIAM)) == {"abuse", "minimises"}

    @pytest.mark.parametrize(
        "text", ["Parents to stop arguing at bedtime.", "Twins to fight less over the tablet.", ""]
    )
    def test_where_no_abuse_is_known_every_label_is_false(self, text: str) -> None:
        """Ordinary disagreement is judged for nothing."""
        assert judge(text) == Responsibility()


class TestFindings:
    """What the reader is shown."""

    def test_a_finding_points_at_its_words_and_cites_its_source(self) -> None:
        """Span, plain message, question and source stand in every finding."""
        text = "Mother to ensure there is no more domestic violence at home."
        (finding,) = judge(text).findings
        assert finding.rule == "responsibility_on_victim"
        assert finding.severity is Severity.FAULT
        assert finding.criterion is Criterion.ACHIEVABLE
        assert text[finding.start : finding.end] == finding.text == text.rstrip(".")
        assert finding.question.endswith("?")
        assert finding.source.startswith("002 Halton")

    def test_the_harms_come_with_the_labels(self) -> None:
        """The answer says by which harms it judged."""
        assert [(harm.to, harm.by) for harm in judge("Amy to rest.", _AMY_BY_LIAM).harms] == [
            ("Amy and the baby", "Liam")
        ]


_WORDS = st.sampled_from(
    (
        "Mum Dad Amy Liam's parents they she him her to not will stop ensure keep allow hit violence arguments police "
        "report so that if until or children removed . , \n - : the of from by safe fgm (14) [gap] \u2019 \u00e9 999 "
        "no further each other"
    ).split(" ")
)


class TestAnyText:
    """Whatever is typed."""

    @given(text=st.one_of(st.text(), st.lists(_WORDS).map(" ".join)), to=st.text(max_size=20), by=st.text(max_size=20))
    def test_labels_agree_with_each_other_and_spans_lie_in_the_text(self, text: str, to: str, by: str) -> None:
        """No error escapes; the standard's implications hold; every span is inside the text and not empty."""
        for harms in ((), (Harm(to, by),)):
            for kind in PlanKind:
                found = judge(text, harms, kind)
                assert found.abuse or labels(found) == set()
                assert not (found.on_victim and found.unassigned)
                assert found.on_victim or not found.mutualises
                for finding in found.findings:
                    assert 0 <= finding.start < finding.end <= len(text)
                    assert finding.text == text[finding.start : finding.end]

    @given(text=st.lists(_WORDS).map(" ".join))
    def test_the_same_text_is_judged_the_same(self, text: str) -> None:
        """No hidden state."""
        assert judge(text, _AMY_BY_LIAM) == judge(text, _AMY_BY_LIAM)
