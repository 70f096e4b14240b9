"""What the figures do not show, said wherever they are shown."""

from typing import NamedTuple

__all__ = ["LIMITS", "Limit"]


class Limit(NamedTuple):
    """One thing that the figures do not show."""

    lead: str
    rest: str


LIMITS = (
    Limit(
        "They are not about real plans.",
        "Every case is invented. Real plans are longer, are pasted with tables and names around them, and "
        "are less evenly spread over faults and kinds of abuse; a share found here is not the share to "
        "expect in a caseload.",
    ),
    Limit(
        "The labels are few people's.",
        "The given ones are one author's and one independent reader's; of our own a fifth was read by a second "
        "reader, and the untouched by one alone. Where the standard leaves much to judgement (A, R, jargon), the "
        "label may be what is wrong.",
    ),
    Limit(
        "The given and own sets were seen.",
        "Whoever wrote the rules could read them, so their figures flatter. The untouched sets are the ones"
        " to believe, and only as long as nobody mends a rule by looking at them.",
    ),
    Limit(
        "A figure above what two readers reach is a sign of fitting.",
        "No rule understands a text better than two people who wrote down why; where a given or own figure "
        "stands above theirs, the rules have learned those cases.",
    ),
    Limit(
        "Small numbers.",
        "Many codes and kinds of abuse stand on a handful of cases; look at the interval before the figure."
        " The intervals say how figures would vary over other cases of the same authorship, not over other "
        "authors or councils. Where none or all of a share came out there is nothing to resample, and the "
        "bound given is the exact binomial one.",
    ),
    Limit(
        "A right label is not a good answer.",
        "Nothing here measures whether reasons are clear or whether the question asked is the right one. What a "
        "rewrite must and must not hold is judged with a model alone, claim by claim, by another model.",
    ),
    Limit(
        "Lenient is not lax, but it is kinder.",
        "It counts a verdict that the standard allows as the given one; the strict figures stand below it.",
    ),
    Limit(
        "The baselines are weak on purpose.",
        'They show what needs no understanding. "Most frequent" has seen the labels it is scored on, so on '
        "a lopsided label such as abuse in the pairs it is hard to beat.",
    ),
)
"""Each a lead, and what to know of it."""
