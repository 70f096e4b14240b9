"""The grammar of time: ordered rules over the tags of `words`. The first that fits at a word wins.

A name in capitals is a tag or a macro; `-` is any word without a tag. Every repetition is bounded, none is nested.
"""

from rewriter.timing.how_often import HOW_OFTEN
from rewriter.timing.words import Rule, TimeKind

__all__ = ["RULES"]

K = TimeKind

RULES = (
    # Ages and school years are not times.
    Rule(
        "age",
        K.NOT_A_TIME,
        False,
        "",
        "(?:NUM|GLUED)(?:COUNTED)?OLD|AGED(?:OF)?(?:NUM COUNTED?|GLUED)|YR DAYNUM(?:(?:AND|SLASH)DAYNUM)?(?!MONTH)",
    ),
    Rule("bracketed age", K.NOT_A_TIME, False, "", "(?<=BREAK)(?:NUM COUNTED|GLUED)(?=BREAK|COMMA)"),
    # The past.
    Rule(
        "since",
        K.SINCE,
        False,
        "any",
        "SINCE(?:(?:THE|LAST|THIS){0,3}(?:FULL|MONTHLY|BOUND|WEEKDAYS|WEEKDAY|LAST?(?:COUNTED|OCC)|YEAR|"
        "SEASON|NOW|REVIEW|OCC))?",
    ),
    Rule(
        "last weekday of a month",
        K.DATE,
        True,
        "any",
        "(?:ON)?THE?(?:ORD|OTHER|LAST|ORDNUM)(?:WEEKDAY|PART)(?:OF|IN)(?:MONTH)(?:(?:JOIN)(?:MONTH)){0,6}",
    ),
    Rule(
        "last",
        K.PAST_REFERENCE,
        False,
        "any",
        "(?:IN|OVER|DURING|FOR|WITHIN|ON|AT|THAN|OF|FROM)?(?:THE)?LAST(?:EVMOD){0,2}(?:NUM|"
        "FEW)?(?:OF)?(?:SCHOOL)?(?:COUNTED|PART|PARTS|HOUR|WD|MONTHLY|SEASON|SCHOOLTIME|TERM|REVIEW|EVENT)",
    ),
    Rule("ago", K.PAST_REFERENCE, False, "", "(?:NUM|A|FEW)(?:COUNTED|HOUR)AGO"),
    Rule("incident of", K.PAST_REFERENCE, False, "any", "(?:NEXT|AFTER)(?:MONTHDATE|DATE)"),
    # A length from an event.
    Rule("parts of a weekday", K.FREQUENCY, False, "", "(?:ON)?(?:WEEKDAY)(?:PARTS)"),
    Rule("first of month", K.FREQUENCY, False, "", "(?:ON)?THE?(?:ORD|OTHER|LAST|ORDNUM)(?:WEEKDAY)OF(?:EVERY|THE)MTH"),
    Rule("length from today", K.WITHIN, True, "", "WITHIN(?:THE)?(?:NEXT)?(?:SHORT)(?:FROM|OF|START FROM)NOW TIME?"),
    Rule(
        "length of an event",
        K.EVENT,
        True,
        "",
        "(?:WITHIN|IN|NO LATER THAN)(?:THE)?(?:ABOUT)(?:SHORT)(?:OF|FROM|AFTER|BEFORE|NEXT|PRIOR TO)(?!BREAK|NOW)",
    ),
    Rule(
        "length before",
        K.EVENT,
        True,
        "",
        "(?:AT APPROX)?(?:SHORT)(?:BEFORE|AFTER|PRIOR TO|IN PRIOR|LATER|FROM(?!NOW))",
    ),
    Rule(
        "day of",
        K.EVENT,
        True,
        "",
        "(?:CLOCK)?(?:ON|BY)THE(?:SAME|NEXT|ORD|OTHER)?(?:SCHOOL|WORKING)?(?:DAY|PART|WEEKDAY)(?:OF|AFTER|BEFORE|NEXT)",
    ),
    Rule(
        "same day",
        K.EVENT,
        True,
        "",
        "(?:ON|BY|THE){0,3}SAME(?:SCHOOL|WORKING)?(?:DAY|PART)|(?:BY|AT|BEFORE)THE?END OF(?:THE|A|SAME|"
        "EVERY){0,3}(?:SCHOOL|WORKING)?DAY",
    ),
    # Windows.
    Rule(
        "window",
        K.WINDOW,
        True,
        "any",
        "(?:FROM|BETWEEN)(?:FULL|NOW|NOWADAYS|BOUND|MONTHLY|THE?ORDNUM)(?:AND|TO|UNTIL|DASH)(?:BY)?(?:THE)?(?:FULL|"
        "BOUND|MONTHLY YEAR?|END OF?MONTHLY|(?:MEET)OCC(?:ON FULL)?)",
    ),
    Rule(
        "window of dates",
        K.WINDOW,
        True,
        "any",
        "(?:FULL|NOW|NOWADAYS)(?:TO|UNTIL|DASH)(?:THE)?(?:FULL|BOUND|END "
        "OF?MONTHLY)|(?:FROM|BETWEEN)?(?:DAYNUM|ORDNUM)(?:DASH|TO|AND)?(?:MONTHDATE)",
    ),
    # Clock times.
    Rule(
        "clock",
        K.CLOCK,
        False,
        "",
        "(?:BY|AT|BEFORE|FROM|BETWEEN|UNTIL|NO LATER THAN)?(?:CLOCK|DAYNUM MERIDIEM|DECCLOCK MERIDIEM|DAYNUM?NOON|"
        "DAYNUM OCLOCK|WORDNUM OCLOCK|HALF LAST(?:NUM)?|QUARTER(?:TO|LAST)NUM)(?:(?:AND|TO|DASH|"
        "UNTIL)?(?:CLOCK|DAYNUM MERIDIEM|NOON))?",
    ),
    Rule(
        "clock range",
        K.CLOCK,
        False,
        "",
        "(?:FROM|BETWEEN|AT)?(?:DAYNUM|DECCLOCK)(?:AND|TO|DASH|UNTIL)?(?:CLOCK|DAYNUM MERIDIEM)",
    ),
    Rule("clock in figures", K.CLOCK, False, "", "(?:BY|AT|BEFORE|UNTIL)(?:DECCLOCK)(?!COUNTED|HOUR)"),
    Rule("hour after a day", K.CLOCK, False, "", "(?<=PART|PARTS|WEEKDAY|WEEKDAYS|NOW|DAY)AT DAYNUM(?!-)"),
    Rule(
        "clock after a date",
        K.CLOCK,
        False,
        "",
        "(?<=DATE|MONTH|WEEKDAY)DECCLOCK|(?<=WEEKDAY|WEEKDAYS)(?:DAYNUM|DECCLOCK)(?:TO|DASH)(?:DAYNUM|DECCLOCK)",
    ),
    # Deadlines.
    Rule("by date", K.DEADLINE, True, "full", "(?:BYX)(?:AND|THE|LATER)?(?:FULL)"),
    Rule("by gap", K.DEADLINE, True, "any", "(?:BYX)(?:THE)?GAP"),
    Rule(
        "by boundary",
        K.DEADLINE,
        True,
        "",
        "(?:BY|BEFORE|UNTIL|NO LATER THAN|ON AND BEFORE|PRIOR TO|IN TIME FOR|AT THE?END OF?|TO THE?END OF?|"
        "IN TIME FOR|PRIOR OF)(?:BOUND)|(?:BY|BEFORE|UNTIL)THE?(?:END|EARLY|START)OF?YR DAYNUM",
    ),
    Rule(
        "by event on date",
        K.DEADLINE,
        True,
        "full",
        "(?:BYX|AT|FOR|IN|TO)(?:MEET)OCC(?:MEET)?(?:ON|OF|DASH|COMMA|BREAK)?(?:FULL)",
    ),
    Rule(
        "by end of month",
        K.MONTH_DEADLINE,
        True,
        "any",
        "(?:BY|BEFORE|UNTIL|TO|AT|NO LATER THAN)?THE?END OF?(?:MONTHLY)",
    ),
    Rule(
        "by month",
        K.MONTH_DEADLINE,
        False,
        "any",
        "(?:BY|BEFORE|UNTIL|NO LATER THAN|TO)(?:THE|EARLY|START|OF|DAYNUM|ORD|OTHER|WEEK){0,4}(?:MONTHLY)",
    ),
    Rule("this side of", K.TERM, True, "", "(?:BY|TO|UNTIL|AT|ON)?THIS-OF(?:BOUND)"),
    Rule(
        "by meeting in month",
        K.EVENT_DEADLINE,
        False,
        "any",
        "(?:BY|BEFORE|UNTIL|AT|FOR|NO LATER THAN)(?:THE)?(?:MONTH)(?:EVMOD|-){0,3}(?:EVENT|REVIEW)",
    ),
    Rule(
        "rest of a thing",
        K.EVENT_DEADLINE,
        False,
        "",
        "(?:FOR|OVER|DURING|THROUGHOUT)THE?APPROX OF(?:THE|A)(?:EVMOD|-){0,2}(?:EVENT|REVIEW|ORDER)",
    ),
    Rule("by end of year", K.DEADLINE, True, "any", "(?:BY|BEFORE|UNTIL)THE?END OF?YEAR"),
    Rule(
        "by year",
        K.YEAR,
        False,
        "any",
        "(?:BY|BEFORE|UNTIL|IN|DURING)(?:YEAR|(?:THE|NEXT|THIS){1,2}YR|THE?END OF?(?:THE|THIS|NEXT)?YR|(?:THE|"
        "THIS|NEXT|EARLY|END OF?THE?){0,4}SEASON)(?!TERM|HOLIDAY)",
    ),
    Rule("by end of month written on", K.TERM, True, "", "(?:BY|BEFORE|UNTIL|AT)?THE?END OF?(?:THE|THIS|NEXT)MTH"),
    Rule(
        "by weekday",
        K.WEEKDAY_DEADLINE,
        False,
        "",
        "(?:BY|BEFORE|UNTIL|NO LATER THAN|DUE)(?:-OF-)?(?:THE|THIS|NEXT|END OF|END){0,4}(?:WEEKDAY|NOW|WEEK|"
        "PART(?!MONTH)|ORDNUM(?!-|EVENT|REVIEW|EVMOD))(?:PART|NEXT|COMMA?CLOCK)?",
    ),
    Rule("end of week", K.WEEKDAY_DEADLINE, False, "", "(?:BY|AT|BEFORE|UNTIL)?THE?END OF(?:THE|THIS|NEXT){0,3}WEEK"),
    *HOW_OFTEN,
    # Runs.
    Rule(
        "run",
        K.RUN,
        False,
        "",
        "(?:NUM|A)(?:-|COUNTED|EVENT|REVIEW|OCC|PARTS|HOUR|SCHOOL){0,4}IN A ROW|NUM(?:CONSEC)(?:-|COUNTED|"
        "EVENT|EVMOD|PARTS|SCHOOL|OCC){1,2}|NUM(?:COUNTED|PARTS)CONSEC",
    ),
    # Lengths.
    Rule(
        "over a length",
        K.SPAN,
        True,
        "",
        "(?:FOR|OVER|DURING|THROUGHOUT)(?:ABOUT)(?:OF)?(?:THE)?(?:(?:NEXT)?(?:LENGTH)|NEXT(?:DAY|WEEK|MTH|"
        "YR))(?:APPROX|PERIOD)?(?:FROM NOW)?(?!PERX|OLD|PER|AND NUM OLD)",
    ),
    Rule("term time", K.FREQUENCY, False, "", "(?:IN|DURING)TERM TIME"),
    Rule(
        "over the term",
        K.TERM,
        True,
        "any",
        "(?:FOR|OVER|DURING|THROUGHOUT|IN|WITHIN)?(?:THE)?(?:APPROX OF)?(?:THE|THIS|NEXT)(?:SCHOOLTIME|TERM|"
        "HOLIDAY|SEASON TERM|SEASON HOLIDAY)(?:TERM|HOLIDAY|YR)?|(?:FOR|OVER|DURING|THROUGHOUT|IN|"
        "WITHIN)(?:(?:THE?APPROX OF)?(?:SCHOOLTIME)|THE?APPROX OF TERM)(?:TERM|HOLIDAY|TIME)?",
    ),
    Rule(
        "within",
        K.WITHIN,
        True,
        "",
        "(?:WITHIN|IN)(?:THE)?(?:ABOUT)(?:NEXT)?(?:SHORT)(?:FROM NOW|OF NOW|TIME)?(?!OLD)|(?:WITHIN|"
        "IN)(?:THE|A)(?:NEXT)?(?:COUNTED)(?:TIME)?|NO LATER THAN(?:SHORT)",
    ),
    Rule("length set off", K.SPAN, True, "", "(?<=DASH|BREAK|COMMA)(?:THE)?NEXT(?:LENGTH)(?!PERX|OLD)"),
    Rule(
        "length in a cell", K.WITHIN, True, "", "(?<=BREAK)(?:LENGTH)(?:TIME)?(?=BREAK|$)|(?<!.)(?:LENGTH)(?=BREAK|$)"
    ),
    Rule("length at the end", K.WITHIN, True, "", "(?<=COMMA)(?:LENGTH)(?=BREAK|$)"),
    Rule("up to a length", K.SPAN, True, "", "APPROX TO(?:LENGTH)(?!OLD|PERX)"),
    Rule("named length", K.SPAN, True, "", "(?:NUM)(?:WEEK|MTH)(?=-|EVMOD|EVENT)|(?:NUM)(?:WEEK|MTH)APPROX|GLUED(?=-)"),
    # Starts.
    Rule(
        "start",
        K.START,
        False,
        "any",
        "(?:START|FROM|AFTER|ON START)(?:ON|FROM|IN|AT|WC|THE|THIS|NEXT|START|TO){0,3}(?:FULL|MONTHLY|"
        "WEEKDAYS|WEEKDAY|NOW TIME?|NOWADAYS|WEEK|BOUND|MTH)(?:YEAR)?|AFTER(?:BOUND)",
    ),
    Rule(
        "week of",
        K.DATE,
        True,
        "any",
        "(?:WC|WLETTER SLASH-|WEEK START)(?:WEEKDAY)?(?:THE)?(?:MONTHDATE|DATE|SLASHDAY)",
    ),
    # This year, this term.
    Rule(
        "this year",
        K.YEAR,
        False,
        "",
        "(?:OVER|DURING|IN)?(?:THIS|NEXT|THIS NEXT|THE NEXT)(?:YR|SEASON|QUARTER)(?!TERM|LAST)",
    ),
    Rule("this month", K.TERM, True, "", "(?:OVER|DURING|IN|WITHIN)?(?:THIS|THE NEXT)MTH"),
    Rule(
        "this week",
        K.WEEKDAY_DEADLINE,
        False,
        "",
        "(?:ON|OVER|DURING|IN)?(?:THE)?(?:THIS|NEXT)(?:WEEK|WEEKDAY|PART)|"
        "(?:ON)(?:THE)?(?:NEXT)?WEEKDAY(?!COMMA?THE?(?:DAYNUM|ORDNUM)|DAYNUM|ORDNUM|DATE)(?:PART)?|NOW "
        "PART?|WEEKDAY(?:PART)?",
    ),
    # Events without a date.
    Rule(
        "by event",
        K.EVENT_DEADLINE,
        False,
        "",
        "(?:BY|BEFORE|UNTIL|AT|PRIOR TO|PRIOR OF|IN TIME FOR|FOR|NO LATER THAN)(?:MEET)REVIEW|(?:BY|BEFORE|"
        "UNTIL|PRIOR TO|PRIOR OF|IN TIME FOR)(?:THE|A)?(?:NEXT|ORD|ORDNUM)?(?:EVMOD|-){0,2}(?:EVENT|REVIEW)|"
        "(?:BY|BEFORE|UNTIL|AT|FOR)(?:THE)?NEXT(?:EVMOD|-){0,3}(?:OCC)|(?:BY|BEFORE|"
        "UNTIL)EVMOD(?:EVMOD){0,2}EVENT",
    ),
    Rule(
        "review of a kind",
        K.EVENT_DEADLINE,
        False,
        "",
        "(?<=DASH|BREAK|COMMA)REVIEW(?:REVIEW|EVMOD)(?=BREAK|COMMA|DASH)|(?<=DASH|BREAK|COMMA)REVIEW REVIEW",
    ),
    Rule(
        "end of thing",
        K.EVENT_DEADLINE,
        False,
        "",
        "(?:BY|BEFORE|AT|UNTIL)THE?END OF(?:THE|A|-|EVMOD|EVENT|OCC)(?:-|EVMOD|EVENT|OCC){0,2}|BY THE TIME",
    ),
    # Dates.
    Rule(
        "on date", K.DATE, True, "full", "(?:ON|AT)?(?:THE)?(?:SURE)|(?:ON)(?:SLASHDAY)|(?:ON)?(?:WEEKDAY)(?:SLASHDAY)"
    ),
    Rule(
        "in month",
        K.MONTH_DEADLINE,
        False,
        "any",
        "(?:IN|DURING)(?:THE|EARLY|START|END|OF|ORD|OTHER|WEEK){0,4}(?:MONTHLY)|MONTH YEAR",
    ),
    # Open.
    Rule("throughout", K.VAGUE, False, "", "THROUGHOUT"),
    Rule("until", K.OPEN_UNTIL, False, "", "UNTIL"),
)
