"""Who harms whom: what is told beside a text, what the text says, and what the form of its words implies."""

import pytest

from rewriter import pipeline
from rewriter.harm.harms import Side, abuse_in_play, cast_of, harmed_phrase, harms_of, source_phrase
from rewriter.people import Harm, HarmBasis, Person
from rewriter.plan import Context
from rewriter.reading import read


def sides(text: str, *harms: Harm, need: str = "", people: tuple[Person, ...] = ()) -> dict[str, Side]:
    """The side of everybody a text names, by the words it first names them with, in small letters."""
    reading = read(text, Context(need=need, harms=harms, people=people))
    cast = cast_of(reading)
    found: dict[str, Side] = {}
    for mention in cast.figures.mentions:
        found.setdefault(reading.written(mention.first, mention.last).lower(), cast.side_at(mention))
    return found


class TestToldHarms:
    """Harms are told in free words."""

    def test_a_role_is_matched_to_its_other_names(self) -> None:
        """ "Mum" beside the text is "mother" in it."""
        assert sides("Mother to ring her GP", Harm("Mum and the children", "Dad"))["mother"] is Side.HARMED

    @pytest.mark.parametrize(
        ("to", "by", "text", "name", "side"),
        [
            ("YP (Jay, 15)", "unknown adults exploiting him", "YP to be in school daily", "yp", Side.CHILD),
            ("Mrs Obi", "Mr Obi (strangled her in January)", "Mr Obi to move out", "mr obi", Side.SOURCE),
            ("Mrs Obi", "Mr Obi (strangled her in January)", "Mrs Obi to see her GP", "mrs obi", Side.HARMED),
            ("Jean", "her husband Alan, who has dementia", "Alan to see a nurse", "alan", Side.SOURCE),
            ("Ella and her mum (he abused them both)", "Uncle Pete", "Mum to see her GP", "mum", Side.HARMED),
            ("Frank", "his nephew Colm", "Frank to visit the bank", "frank", Side.HARMED),
            ("Tobi", "both parents (use a belt)", "Mum to see the nurse", "mum", Side.SOURCE),
        ],
    )
    def test_names_roles_and_asides_are_understood(self, to: str, by: str, text: str, name: str, side: Side) -> None:
        """A name, a role, a title or what stands in brackets finds the person in the text."""
        assert sides(text, Harm(to, by))[name] is side

    def test_somebody_who_is_not_harmed_is_other(self) -> None:
        """A protective adult who is not harmed by that person is not counted as harmed."""
        assert sides("Mum to keep Ella in sight", Harm("Ella", "Uncle Pete"))["mum"] is Side.OTHER

    def test_parents_are_both_where_one_harms_the_other(self) -> None:
        """A couple's word takes in the one who is harmed and the one who harms."""
        assert sides("Parents to stop arguing", Harm("Dad", "Mum"))["parents"] is Side.BOTH

    def test_a_name_typed_small_is_found_when_it_was_told(self) -> None:
        """People type without capitals."""
        assert sides("tell sharon that dave is out", Harm("Dave", "Sharon"))["sharon"] is Side.SOURCE

    def test_roles_of_the_context_link_a_name_to_its_role(self) -> None:
        """ "Jodie" told, "Mum" written: the people beside the text say that they are one."""
        found = sides("Mum to ring her GP", Harm("Jodie", "Reece"), people=(Person("Jodie", "mother"),))
        assert found["mum"] is Side.HARMED

    def test_professionals_and_agencies_keep_their_own_side(self) -> None:
        """Working roles are neither harmed nor harming unless the words say so."""
        found = sides("Health visitor and housing to visit Amy", Harm("Amy", "Liam"))
        assert (found["health visitor"], found["housing"]) == (Side.PROFESSIONAL, Side.AGENCY)


class TestStatedHarms:
    """The text itself says who harms whom."""

    @pytest.mark.parametrize(
        ("text", "to", "by"),
        [
            ("Dad will not smack Amir again", "Amir", "Dad"),
            ("Tom not to be hurt by Laura again", "Tom", "Laura"),
            ("Jo and Finn to be safe from Ryan's violence", "Jo", "Ryan"),
            ("CAMHS to see Ren (16) about his attacks on his dad", "dad", "Ren"),
            ("Mr Ali no longer steals his mother's pension", "mother", "Mr Ali"),
            ("Kerry to tell us if she is frightened of Dwayne", "Kerry", "Dwayne"),
        ],
    )
    def test_verbs_possessives_and_prepositions_name_both_sides(self, text: str, to: str, by: str) -> None:
        """A harm read in the words has both sides and is called stated."""
        harms = {(harm.to.partition(" (")[0], harm.by.partition(" (")[0], harm.basis) for harm in harms_of(read(text))}
        assert any(to in one and by in other and basis is HarmBasis.STATED for one, other, basis in harms), harms

    def test_the_need_may_state_the_harm(self) -> None:
        """What the need beside the text says counts as given."""
        found = harms_of(read("Mum to see her GP", Context(need="Father punched mother on 15 August")))
        assert [(harm.to, harm.by, harm.basis) for harm in found] == [("mother", "Father", HarmBasis.GIVEN)]


class TestAssumedHarms:
    """Only the form of the words implies it, and the answer says so."""

    def test_an_adult_told_to_keep_another_out_counts_as_harmed(self) -> None:
        """Told to police a partner: harmed by them, assumed."""
        (harm,) = harms_of(read("Father not to allow mother into the family home"))
        assert (harm.to, harm.by, harm.basis) == ("Father", "mother", HarmBasis.ASSUMED)

    def test_somebody_told_to_keep_away_is_the_source(self) -> None:
        """Told to stay away from the home: the source, assumed."""
        (harm,) = harms_of(read("Mother to keep away from the home"))
        assert (harm.to, harm.by, harm.basis) == ("", "Mother", HarmBasis.ASSUMED)


class TestNoHarm:
    """Ordinary texts have no harm in them."""

    @pytest.mark.parametrize(
        "text",
        [
            "Dad to stop hitting the snooze button and get Erin up",
            "Ines to beat her own record at the park run",
            "Mr Hall to control his diabetes with the nurse's help",
            "Parents to stop arguing in front of the children",
            "Bruno (5, autistic) to use his cards instead of hitting Mum",
            "Hussein to finish his history essay on violence in the trenches",
            "Mum to go to the substance abuse clinic on Mondays",
            "Gran to manage her panic attacks with breathing",
        ],
    )
    def test_words_shared_with_abuse_do_not_make_it(self, text: str) -> None:
        """Hit, beat, control, attack and the like in their other uses."""
        assert not abuse_in_play(read(text))
        assert harms_of(read(text)) == ()


class TestPhrases:
    """Words fit to stand in a sentence of the draft."""

    def test_asides_are_left_out(self) -> None:
        """What was told in brackets does not go into a plan."""
        harm = Harm("Mrs Obi", "Mr Obi (strangled her in January)")
        assert (harmed_phrase(harm), source_phrase(harm)) == ("Mrs Obi", "Mr Obi")

    def test_an_unknown_side_has_a_plain_name(self) -> None:
        """Nobody is invented where nobody is known."""
        assert source_phrase(Harm("Jay", "")) == "the person causing the harm"
        assert harmed_phrase(Harm("", "Dad")) == "the person harmed"


@pytest.mark.parametrize(
    "text",
    [
        "Ada to hold 6 sessions of victim awareness work with Sam. If that person cannot come, they tell the worker.",
        "Victim support to ring Sam by Friday. That person says which day.",
    ],
)
def test_somebody_spoken_of_after_work_for_victims_is_not_a_victim(text: str) -> None:
    """The word stands for the work alone."""
    assert harms_of(read(text)) == ()


def test_somebody_called_a_victim_is_one() -> None:
    """By that word, wherever it stands for a person."""
    assert [harm.to for harm in harms_of(read("The victim to be told by Friday. She decides what comes next."))]


def test_a_crowd_that_harms_is_not_harmed_by_nobody_besides() -> None:
    """ "... and that it was their doing" speaks of the men, and of no harm to them."""
    reading = read(
        "CSE worker to do 6 sessions with Casey, 14, about how the men at the Travelodge groomed and raped her, "
        "and that it was their doing."
    )
    assert [(harm.to, harm.by) for harm in harms_of(reading)] == [("Casey", "men")]


def test_what_two_are_asked_about_what_is_theirs_is_the_doing_of_both() -> None:
    """ "their threats" of two who are named side by side puts nothing on either as the one harmed."""
    assert not pipeline.check(
        "Father + Uncle Tariq to have ceased their threats to Sadia before the holidays."
    ).on_victim


def test_mr_and_mrs_who_were_each_told_of_are_no_couple_in_which_one_harms_the_other() -> None:
    """Section 6: both hit the child and both must stop."""
    told = Context(harms=(Harm("Thabo", "Mr Bell"), Harm("Thabo", "Mrs Bell")))
    assert not pipeline.check("Mr and Mrs Bell both to stop hitting.", told).mutualises


def test_order_that_somebody_breached_binds_the_one_who_followed() -> None:
    """ "has followed her in breach of the order": she is not read as the one it binds."""
    found = harms_of(read("Graham has followed Beata to work twice in breach of the SPO."))
    assert {(harm.to, harm.by) for harm in found} == {("Beata", "Graham")}


class TestWhoIsMeant:
    """Nobody is taken for the source whom the words do not mean."""

    @pytest.mark.parametrize(
        ("text", "to", "by"),
        [
            ("Ioana to disclose who is taking her to hotels. SW to visit", "Ioana", ""),
            ("Mum to see SW. Dad remaining in home, charged w/ assault on mum.", "Mum", "Dad"),
            ("dads mother threatened mum. SW Leila to visit", "mum", "mother"),
            ("Mum to see SW. dads temper is bad, he hit mum", "Mum", "dads"),
            ("Zainab to see SW. brothers Bilal & Usman, they have hit her twice.", "Zainab", "brothers Bilal & Usman"),
            ("Zainab to see SW. Bilal & Usman have hit her x2.", "Zainab", "Usman"),
        ],
    )
    def test_the_source_is_whoever_does_it(self, text: str, to: str, by: str) -> None:
        """A question who, a charge, an apostrophe left out, and those named in one breath."""
        assert [(harm.to, harm.by) for harm in harms_of(read(text, Context()))] == [(to, by)]

    def test_a_carers_assessment_is_nobody(self) -> None:
        """ "carers assmt" names a piece of work."""
        assert "carers" not in sides("Nilesh (son) carers assmt as hes stressed, grabbed dads wrist")
