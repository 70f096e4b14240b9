"""The rules of how often: a rate, days and parts of the day. `rules` says where they stand among the others."""

from rewriter.timing.words import Rule, TimeKind

__all__ = ["HOW_OFTEN"]

K = TimeKind

HOW_OFTEN = (
    Rule(
        "weekday range",
        K.FREQUENCY,
        False,
        "",
        "(?:EVERY(?:PART|SCHOOL PART|DAY))?(?:ON|FROM)?(?:WD)(?:TO|DASH)?(?:WD)(?!COMMA?THE?(?:DAYNUM|"
        "ORDNUM)MONTH|DAYNUM MONTH)(?:(?:JOIN)(?:WD)){0,4}(?:PART|PARTS)?",
    ),
    Rule(
        "weekdays",
        K.FREQUENCY,
        False,
        "",
        "(?:ON|EVERY)?(?:FREQ)?(?:WEEKDAYS(?:(?:JOIN)(?:WD)){0,6}|"
        "WEEKDAY(?:(?:JOIN)(?:WD)){1,6}(?!DAYNUM MONTH|ORDNUM))(?:PART|PARTS)?",
    ),
    Rule(
        "every",
        K.FREQUENCY,
        False,
        "",
        "(?:(?:NUM|A|XNUM|NUMX)(?:TIMES|HOUR|LONG|TIME)?|GLUEDHOUR|GLUED|ONCE)?(?:ON|IN|AT)?EVERY(?:OTHER|"
        "SINGLE|NUM|ORDNUM|NUM TO NUM|OTHER NUM|SCHOOL)?(?:(?:WORKING|SCHOOL)?(?:LONG|HOUR|TIME OF DAY)|"
        "WD(?:(?:JOIN)WD){0,6})(?:TO|DASH)?(?:PART|WD(?:(?:TO|DASH)?WD)?)?|AT EVERY(?:MEET)OCC",
    ),
    Rule("so many weekly", K.SPAN, True, "", "(?:FOR|OVER)NUM FREQ(?=-|EVENT|EVMOD)"),
    Rule("alternate", K.FREQUENCY, False, "", "(?:ON)?OTHER(?:DAY|WEEK|PARTS|WEEKDAYS|PART|WEEKDAY)(?!OF)"),
    Rule(
        "times per",
        K.FREQUENCY,
        False,
        "",
        "(?:AT APPROX|APPROX TO|A APPROX OF)?(?:ONCE(?:AND|TO)?ONCE?|(?:NUM|A)(?:(?:TO|AND|"
        "DASH)?NUM)?(?:TIMES|TIME|LONG|HOUR)?|XNUM|NUMX|GLUED|GLUEDHOUR|TIMES NUM)(?:PERX|TIMES)(?:NUM|"
        "SCHOOL|WORKING)?(?:LONG|HOUR|OTHER LONG)|(?:ONCE|(?:NUM)(?:(?:TO|AND|DASH)?NUM)?TIMES?|XNUM|NUMX|"
        "NUM TO NUM)(?:FREQ|PW)|(?:NUM|XNUM|NUMX)PW",
    ),
    Rule(
        "noun per",
        K.FREQUENCY,
        False,
        "",
        "(?:NUM)-(?:-|OF|AND|EVENT|REVIEW|EVMOD|HOUR){0,4}(?:A|PER|EVERY|SLASH)(?:SCHOOL)?(?:DAY|WEEK|MTH|YR|"
        "PART|TERM)|(?:NUM|A)(?:EVENT|HOUR|EVMOD|REVIEW)(?:-|OF){0,2}(?:A|PER|EVERY|SLASH)(?:DAY|WEEK|MTH|YR|"
        "PART|TERM)",
    ),
    Rule(
        "adverb",
        K.FREQUENCY,
        False,
        "",
        "(?:NUM|ONCE|TIMES NUM)?FREQ(?:AND FREQ)?|(?:ONCE|XNUM|NUMX)(?:PW)|PER(?:DAY|WEEK|MTH|YR|PART|TERM)|PW",
    ),
    Rule(
        "parts",
        K.FREQUENCY,
        False,
        "",
        "(?:ON|AT|IN)(?:THE)?(?:SCHOOL)?(?:WEEKDAY)?(?:PARTS|SCHOOL DAY)(?:AND PARTS)?|PARTS AND PARTS|(?:AT)PART",
    ),
)
