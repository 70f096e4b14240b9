"""Danger at this moment brings the notice; plans for danger, history and everyday words do not."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.pasted.danger import NOTICE, safety_notice
from rewriter.reading import read
from tests.texts import judged_files

FIRING = (
    "He's outside now and she won't open the door",
    "Dad is hitting Mum right now, kids are upstairs",
    "She says she will kill herself tonight",
    "Ellie (13) has gone missing and hasn't been seen since last night",
    "Mum rang to say he has a knife and she is hiding in the bathroom",
    "He is strangling her",
    "Jake has just taken 30 paracetamol",
    "Kyle has threatened to kill her today when she gets home",
    "baby isnt breathing",
    "Tom says he is going to hang himself",
    "She has taken an overdose this morning and won't go to hospital",
    "Leon is missing from placement tonight, phone off",
    "The children are home alone right now",
    "Her ex is at the door now shouting that he will stab her",
    "he's got his hands round her throat",
    "They are attacking him now, please send someone",
    "Mum texted: he's trying to get in, help me",
    "Uncle is on his way round now and she is terrified",
    "Zara is cutting herself now in the toilets",
    "Mr Patel was found unconscious on the floor this morning",
    "Grandson is threatening to kill Mr Patel tonight if he doesn't get the money",
    "Tyler is standing on the bridge",
    "YP missing since yesterday, whereabouts unknown",
    "he is holding a knife and says he will use it",
    "My partner is going to kill me",
    "She's locked herself in the bathroom and he's kicking the door in right now",
    "Son is beating his dad up as we speak, what do I do?",
    "dad told school he's going to take the kids tonight and kill them all",
    "Social worker to visit. She is in immediate danger.",
    "Kian (9) didn't come home last night and nobody knows where he is",
    "Amy has cut her wrists tonight",
    "Carer has swallowed bleach an hour ago",
    "Her brothers say they will kill her tonight for the family's honour",
    "Goal: Mum to be safe. He is outside her house now with a hammer.",
    "Mum to attend Freedom Programme. She just messaged that he's trying to break in",
    "Hi, sorry, dad's just turned up and he's punching mum now, what do I do?",
    "Stepdad is hurting him at the moment",
    "client stating she wants to end her life tonight, has tablets",
    "Sam is saying he'll jump off the roof",
    "Caller says her husband is beating her now",
    "Dan (15) has been missing since 9pm last night",
    "She has taken 40 tablets today",
    "Dad is threatening to stab mum, kids screaming, please help",
    "Mr Cole says he'll shoot himself tonight",
    "Toddler found wandering, mum not at home, baby is unconscious",
    "he is choking her right now",
    "They're holding him in a flat and he is being beaten at the moment",
    "Her mother is going to take her abroad tonight for FGM, she's been threatening to kill her if she refuses",
    "He has got a machete and is outside my house now",
    "Sister overdosed this morning, ambulance not here yet",
    "I want to kill myself",
    "My stepdad is going to kill my mum tonight",
    "she's bleeding badly and he won't let her leave the house",
    "4 year old is missing now, last seen in the park",
    "he said he's coming round tonight to kill us",
    "Noah is hiding under the bed because dad's smashing the place up right now",
    "Resident is about to jump from the window",
    "Kids left alone in the house right now, mum gone since last night",
    "He's strangling my sister",
)
SILENT = (
    "Mum to ring 999 if he turns up at the door",
    "Ring 999 if she is not breathing",
    "Dad assaulted her in July",
    "If Kyle threatens to kill her again, police to arrest him",
    "Leah took an overdose in 2023",
    "Mum to attend the Freedom Programme by 3 October",
    "Tyrese is missing school on Mondays",
    "Reduce missing episodes from 9 to 2 a month",
    "Jade is missing her dad",
    "No child to be hit in the home",
    "Dad to stop hitting Erin by Easter",
    "Caleb isn't hitting his mum by Easter",
    "He threatened to kill her last year",
    "So that nobody is hurt, two carers for every hoist",
    "Suicide prevention plan to be agreed by Friday",
    "When he is outside the house, Mum to ring 101",
    "Staff training on strangulation by 1 May",
    "Kyle (now 15) is hitting his sister 3 times a week",
    "Now: he hits her about once a week",
    "Knife crime workshop, YOT, by half term",
    "Mr Sato to lock the knives away",
    "Ren has a knife and fork adapted for his grip",
    "Mum used to be beaten by her father",
    "Should she feel like killing herself, she rings the crisis line",
    "Missing person protocol to be agreed",
    "Dad is at work tonight so Nan collects",
    "The children are now at home with Dad",
    "Mum is now on her own with the twins",
    "Tablets to be locked away tonight",
    "Sara to take her tablets tonight and every night",
    "He's outside playing football now most evenings",
    "Ellie was missing for 3 nights in May",
    "Who will do it now?",
    "Dad said he would kill for a cigarette",
    "Jordan has run away 4 times since January",
    "Mum to tell the SW today if Dad has been in touch",
    "Any threats to kill to be reported to police straight away",
    "Coping plan: when she wants to die she texts Shout",
    "SW to visit tonight",
    "Fire alarm to be fitted today",
    "Mr Lal had a fall today and was checked by the GP",
    "Beat the clock game at bedtime tonight",
    "Dad to hit the 20 minute reading target from today",
    "She was stabbed in 2019 and is still anxious on buses",
    "Amir is still missing two vaccinations",
    "Police to find the men who are exploiting her",
    "Ben to say when he's hurting",
    "Curfew: in by 9 tonight",
    "History of strangulation by ex-partner",
    "The plan is working now and nobody is being hit",
    "Mother reports he has not hit her since June",
    "Key documents are missing from the file",
    "Sleep: bath now at 7, hitting the pillow by 8",
    "Mum has stopped drinking today",
    "Epilepsy plan: if still unconscious after 5 minutes call 999",
    "What if he is outside the school?",
    "Mum to feel safe when she is at home tonight and every night",
    "No more knives in the house",
    "He was strangling her when police came in June",
    "Police to be called if he is outside",
    "Dad served 3 years for stabbing a man in 2015",
    "Milo is missing from education",
    "Milo has been missing from class 6 times this term",
    "Work on what happens when he's hitting out",
    "Carer to check she has taken her tablets today",
    "Mrs Bell has taken her tablets every day this week",
    "Nan is at the door now each day at 3.15 to collect",
    "Self harm: fewer than 2 a month by May",
    "Amy cut herself in March; CAMHS weekly",
    "YP to say where she is and who she is with",
    "Baby to be weighed today",
    "She fears he will find her; refuge to keep the address secret",
    "Domestic abuse is happening in the home - MARAC referral by SW",
    "Threats to kill - report to police - Mum - ongoing",
    "The Freedom Programme is on now",
    "Kill switch fitted to the cooker today",
    "Ali is hurting after the bereavement and needs counselling now",
    "Dying to go to college, Ana will apply today",
    "Grab and go bag kept at the door",
    "Mother said he hit her",
    "Dad attacked mum last week and is on bail",
    "Staff are now aware that he was choking on food at lunch",
    "SALT to assess as Mr B is choking on food at meals",
    "Fire drill today",
    "Gun club membership to be cancelled now",
    "Ella has run away from three placements",
    "Suicidal thoughts: safety plan with CPN by tonight",
    "Kian carried a knife to school in May",
    "Children to be picked up from school now by Nan",
    "At risk of being hurt by her son",
    "Ava's goldfish died today so she may be upset",
)


def notice(text: str) -> str:
    return safety_notice(read(text))


def judged_texts() -> list[str]:
    lines = [line for path in judged_files() for line in path.read_text("utf-8").splitlines()]
    return [case.get("objective") or case["text"] for case in map(json.loads, lines)]


@pytest.mark.parametrize("text", FIRING)
def test_danger_now_brings_the_notice(text: str) -> None:
    """An attack, a threat for today, a weapon, an overdose or a child gone is answered whatever the kind of text."""
    assert notice(text) == NOTICE


@pytest.mark.parametrize("text", SILENT)
def test_plans_history_and_everyday_words_bring_none(text: str) -> None:
    """What to do if it happens, what happened once, a pattern, and words that only look alike stay silent."""
    assert notice(text) == ""


@pytest.mark.parametrize("text", judged_texts())
def test_no_judged_case_speaks_of_danger_now(text: str) -> None:
    """Every judged case is a plan, and none of them an emergency."""
    assert notice(text) == ""


def test_the_notice_names_where_to_turn() -> None:
    """It points to 999, the local safeguarding procedure and the council's emergency duty team."""
    for place in ("999", "safeguarding procedure", "emergency duty team", "out of office hours"):
        assert place in NOTICE


@pytest.mark.parametrize("text", FIRING)
def test_a_plan_around_it_does_not_hide_the_danger(text: str) -> None:
    """The notice stands where the danger is one sentence among others."""
    assert notice(f"Mum to attend the Freedom Programme by 3 October.\n{text}\nSW to visit fortnightly.") == NOTICE


@given(st.sampled_from(FIRING), st.sampled_from(("if ", "If ", "In case ", "What to do if ")))
def test_a_condition_before_it_keeps_it_silent(text: str, opening: str) -> None:
    """The same words as a condition, with nothing after them, are a plan."""
    first = re.split("[.!?;]", text, maxsplit=1)[0]
    assert notice(opening + first) == ""


@given(st.text(max_size=300))
def test_any_text_is_read_without_failing(text: str) -> None:
    """The answer is the notice or nothing, for whatever was typed."""
    assert notice(text) in ("", NOTICE)


@given(st.lists(st.sampled_from(sorted({word for text in FIRING for word in text.split()})), max_size=40))
def test_any_mixture_of_alarming_words_is_read_without_failing(words: list[str]) -> None:
    """Alarming words in any order never make the reader fail."""
    assert notice(" ".join(words)) in ("", NOTICE)


@pytest.mark.parametrize("piece", ["now ", "says kill ", "has a knife ", "not missing ", "is hitting now "])
def test_a_long_text_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    """Ten thousand characters of alarming words come back at all: nothing is looked at again and again."""
    assert notice(piece * (10_000 // len(piece))) in ("", NOTICE)
