"""The words of amounts, as data for `amounts`: numbers, units, labels, and phrases by kind."""

__all__ = [
    "BOUNDS",
    "LABELS",
    "MEASURES",
    "NOT_NOUNS",
    "NUMBER_WORDS",
    "PHRASES",
    "PLURALS",
    "SCORE_WORDS",
    "SINGULARS",
    "STREETS",
]

NUMBER_WORDS: dict[str, float] = {
    "zero": 0.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0,
    "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "thirteen": 13.0, "fourteen": 14.0, "fifteen": 15.0,
    "sixteen": 16.0, "seventeen": 17.0, "eighteen": 18.0, "nineteen": 19.0, "twenty": 20.0, "thirty": 30.0,
    "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0,
    "ninety": 90.0, "hundred": 100.0, "couple": 2.0,
    "dozen": 12.0, "once": 1.0, "twice": 2.0, "thrice": 3.0,
}  # fmt: skip
MEASURES = frozenset(
    "cm mm m metre metres meter meters km mile miles foot feet inch inches kg kilo kilos g gram grams lb lbs "
    "pound pounds stone oz "
    "litre litres l ml pint pints cup cups glass glasses unit units degrees degree mg mcg minute minutes min "
    "mins hour hours hr hrs "
    "second seconds sec secs h p pence quid calories kcal mmol centile".split()
)
# A number after one of these names a thing: Year 1, section 47, Level 2, aged 4.
LABELS = frozenset(
    "turns turn turned turning year years section s level band stage tier key part phase room flat house ward "
    "form grade reg regulation step appendix page "
    "bedroom wing unit number no route bus ks class group plan version exercise example goal objective outcome "
    "action week day "
    "session module aged age "
    "type schedule chapter article paragraph item need point tel ext yr category priority ref id gad phq core "
    "ps p line column p.".split()
)
STREETS = frozenset(
    "road street st avenue ave lane close drive way court house terrace crescent gardens place hill rd square".split()
)
BOUNDS = frozenset(
    "at least most a minimum maximum of no more less fewer than up to all only the about around exactly average".split()
)
SCORE_WORDS = frozenset("score scores scored scoring rate rates rated rating rates sdq phq gad boxall star".split())
# After "one good ...": the noun follows; any other singular is taken as the thing itself.
SINGULARS = frozenset(
    "thing time session visit meeting meal day night hour group activity letter appointment word sentence "
    "example person place "
    "incident test course book page".split()
)
PLURALS = frozenset("children people men women feet teeth".split())
NOT_NOUNS = frozenset(
    "a an the and or of in on at by for to from with within per every each now out is are was were be been as "
    "if when until till that "
    "this these those his her their its our your my so than then but not no before after since over under "
    "between during more less "
    "pw pd pcm daily weekly nightly monthly fortnightly hourly termly quarterly annually yearly x towards "
    "against about into onto because among across behind through around as unless upwards always fewer further "
    "other another will must should can may has have had he she they it we i you who which where while".split()
)
PHRASES: dict[str, str] = {
    "level": """
        every, each, all, always, never, at all times, at all time, all the time, every time, each time, full,
        fully, whole, in full, without exception, every single, throughout, entire, any time, 24/7, completely,
        abstinent, abstinence, both
        """,
    "zero": """
        no further, no more, no longer, no, zero, none, nil, not any, without any, not once, no repeat, no new,
        never again, nobody
        """,
    "comparison": """
        more, fewer, less, reduce, reduces, reduced, reducing, reduction, reductions, decrease, decreases,
        decreased, decreasing, increase, increases, increased, increasing, improve, improves, improved,
        improving, improvement, improvements, better, lower, lowers, higher, greater, worse, rise, rises, drop,
        drops, fall, cut down, cuts down, cutting down, come down, go up, go down, bring down, more often,
        less often, lessen, minimise, maximise, raise his attendance, double, halve, stepped down, compared to,
        compared with, than last, than before, longer, shorter, faster, earlier than, later than, gain weight,
        put on weight
        """,
    "soft_measure": """
        scale, scales, scaling, self rating, self rated, rates, rate, rated, rating, ratings, questionnaire,
        questionnaires, own words, his words, her words, their words, actual words, will say, can say,
        able to say, to say, says he, says she, says they, tells us, will tell, reports feeling, reports that,
        will report feeling, self report, self reports, views of, chart, charts, star chart, reward chart,
        sticker chart, stickers, diary, diaries, log, logs, logged, journal, tally, tallies, tick, ticks,
        ticked, tick sheet, ticklist, checklist, sdq, strengths and difficulties, outcomes star, outcome star,
        family star, gad 7, gad7, phq 9, phq9, boxall, boxall profile, wemwbs, core 10, rcads, honosca,
        three houses, wishes and feelings, feelings wheel, smiley, smiley faces, thumbs up, traffic light,
        mood chart, observed, observation, observations, seen to, writes down, written down, keeps a record,
        record sheet, feedback form, evaluation form, survey, scored, score, scores, out of ten, marks on
        """,
}
