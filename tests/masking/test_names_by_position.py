"""Who is somebody by where a word stands and by what it does, whatever any list of names has."""

import pytest

from rewriter import mask

SMALL = {
    "danuta to ring": "danuta",
    "mum zofka to ring": "zofka",
    "mums partner dex not to be in the home": "dex",
    "baby hope sleeps": "hope",
    "older brother river to walk": "river",
    "take grace to the dentist": "grace",
    "ask zofka to ring": "zofka",
    "spoke to hope about it": "hope",
    "mark hasn't been seen": "mark",
    "mum and faith to go": "faith",
    "jaydens mum to ring": "jayden",
    "kyron will be home by 9pm": "kyron",
}
NO_SMALL = [
    "take heart from it",
    "mum will mark the chart",
    "mum attneds the group",
    "with hope and patience",
    "nan rose to 40%",
    "bring joy to the family",
    "mum and dad agree to it, hopefully",
    "the referal to be made",
]
CAPITALS = {
    "Van can be reached after four": "Van",
    "Aunt My will hold the key": "My",
    "An attends English classes": "An",
    "Li Na attends": "Li Na",
    "Ocean enjoys swimming": "Ocean",
    "Let Ocean choose": "Ocean",
    "Key worker: Wonder": "Wonder",
    "Legend, aged 3, to see the nurse": "Legend",
    "She sees India's mum": "India",
    "Talk to Sunday about the rent": "Sunday",
    "Friday Okoro to pay": "Friday Okoro",
    "the Brown family": "Brown",
    "Nana Ama will help": "Nana Ama",
    "Nana Jean will help": "Jean",
    "Story's mum to ring": "Story",
    "Ace plays football": "Ace",
    "We met over the summer Summer said": "Summer",
}
NO_CAPITALS = [
    "Van tax to be paid",
    "Long term aim",
    "My mum helps",
    "Session attended on 3 May",
    "Sometimes feels low",
    "Monday to Friday",
    "Home by 9pm Sun-Thur",
    "Wing B is closed",
    "Routine will be kept",
    "Complete Unit 3 of the course",
    "Christmas Eve is hard",
    "Nana to collect her",
    "Mum to move from India",
    "Norwegian lessons",
    "Abuser's partner to be told",
    "Letter says he must pay",
    "Red, Amber or Green",
]
INITIALS = {
    "T wants a normal tea": ["T"],
    "R's nursery place": ["R"],
    "between L and her father, D, monthly": ["L", "D"],
    "A and B share a room": ["A", "B"],
    "her father (D) to attend": ["D"],
    "I to attend": ["I"],
    "Grade C in maths": [],
    "Vitamin D daily": [],
    "A level maths": [],
    "A) Mum to ring": [],
    "B. Dad to ring": [],
    "Child (F, 8)": [],
    "M & F to sign": [],
    "attend A & E": [],
    "her T-shirt": [],
    "S.47 enquiry": [],
    "w/ Kyle": ["Kyle"],
    "S/W to ring": [],
}


@pytest.mark.parametrize("text", SMALL)
def test_a_name_in_small_letters_is_found_where_a_person_stands(text: str) -> None:
    """With no capital to go by."""
    assert named(text) == [SMALL[text]]


@pytest.mark.parametrize("text", NO_SMALL)
def test_a_word_in_small_letters_elsewhere_is_none(text: str) -> None:
    """Nor is one mistyped."""
    assert named(text) == []


@pytest.mark.parametrize("text", CAPITALS)
def test_a_word_that_is_seldom_a_name_is_somebody_where_it_acts(text: str) -> None:
    """Names of other cultures that are words here, new names, countries and days."""
    assert named(text) == [CAPITALS[text]]


@pytest.mark.parametrize("text", NO_CAPITALS)
def test_such_a_word_is_nobody_elsewhere(text: str) -> None:
    """Headings, telegraphic openings, compounds."""
    assert named(text) == []


@pytest.mark.parametrize("text", INITIALS)
def test_a_single_capital_is_somebody_unless_it_is_a_grade_a_mark_or_a_word(text: str) -> None:
    """It fails closed."""
    assert named(text) == INITIALS[text]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("bronwen n tomos - dad 2 collect fri", ["bronwen", "tomos"]),
        ("the boys, storm, blue and ocean, share a room", ["storm", "blue", "ocean"]),
        ("thanh and tuyet to be collected", ["thanh", "tuyet"]),
        ("Royal and Zofia to ring", ["Royal", "Zofia"]),
        ("asked at mealtimes, Bev helps", ["Bev"]),
    ],
)
def test_a_list_of_names_is_found_by_one_of_them(text: str, people: list[str]) -> None:
    """Forwards and backwards."""
    assert named(text) == people


@pytest.mark.parametrize(
    ("text", "told", "people"),
    [
        ("rose rose early", "Rose Hall", ["rose"]),
        ("Van can be reached after four, Long only at weekends", "Van, Long", ["Van", "Long"]),
        ("Long only at weekends", "Long", ["Long"]),
        ("Long term aims", "Long", []),
    ],
)
def test_a_word_that_was_told_as_a_name_needs_less(text: str, told: str, people: list[str]) -> None:
    """An adverb after it is enough."""
    masked = mask(text, tuple(told.split(", ")))
    assert [text[token.start : token.end] for token in masked.tokens] == people


def named(text: str) -> list[str]:
    return [text[token.start : token.end] for token in mask(text).tokens]


@pytest.mark.parametrize(
    ("text", "told", "people"),
    [
        ("we met honey twice", "Honey Bell", ["honey"]),
        ("referral for hope made by grace", "Hope, Grace", ["hope", "grace"]),
        ("bill pays the bill", "Bill", ["bill"]),
        ("we agreed that faith could go", "Faith", ["faith"]),
        ("MEET OCEAN WEEKLY", "Ocean", ["OCEAN"]),
        ("monday has two children", "Monday Okoro", ["monday"]),
        ("on monday Monday rang", "Monday", ["Monday"]),
        ("Sky rang", "Sky", ["Sky"]),
        ("we hope that he goes", "Hope", []),
        ("mum will go", "Will", []),
        ("the sky is blue", "Sky", []),
        ("she rose at 6", "Rose", []),
        ("to mark the chart", "Mark", []),
        ("it may rain in may", "May", []),
    ],
)
def test_a_told_word_is_a_name_unless_it_is_plainly_the_word(text: str, told: str, people: list[str]) -> None:
    """In small letters and in capitals throughout."""
    masked = mask(text, tuple(told.split(", ")))
    assert [text[token.start : token.end] for token in masked.tokens] == people
