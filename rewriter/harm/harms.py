"""Who harms whom in a text, and on which side everybody named in it stands.

Harms that the user gave come first, then what the need beside the text says, then what the text states, then what
the form of its words implies (section 1 of the responsibility standard). Nothing is read from gender.
"""

from collections.abc import Sequence
from typing import Any

from rewriter.harm.asked import duties_of
from rewriter.harm.assumed import assumed_harm
from rewriter.harm.bodily import bodily_harm
from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Side
from rewriter.harm.distress import in_distress, to_oneself
from rewriter.harm.done_to import done_to_others
from rewriter.harm.figures import find_figures
from rewriter.harm.harmful_acts import harmful_acts
from rewriter.harm.in_passing import harm_in_passing, joined_harm
from rewriter.harm.indebted import indebted
from rewriter.harm.intended import intended_harm
from rewriter.harm.left_undone import left_undone
from rewriter.harm.mentions import Figures
from rewriter.harm.preyed import preyed_upon
from rewriter.harm.relations import Surroundings, harm_nouns, is_abuse
from rewriter.harm.rows import row_owners
from rewriter.harm.shown import shown_harms
from rewriter.harm.sides import Sides
from rewriter.harm.stated import stated_harm
from rewriter.harm.told import SOMEBODY, told_harms
from rewriter.harm.using import used_harm
from rewriter.harm.words import Marks, exploitation_words, marks_of
from rewriter.lexicon import Term
from rewriter.people import Harm
from rewriter.plan import Reading
from rewriter.text import Word, words_of

__all__ = [
    "HARMED_SIDES",
    "WORKING_SIDES",
    "Cast",
    "Side",
    "abuse_in_play",
    "cast_of",
    "harmed_phrase",
    "harms_of",
    "source_phrase",
]

_GROWN = 18
_PLAYGROUND = frozenset(
    "school playground break class pupils peers nursery lesson lunch break toddler play brother sister siblings boys "
    "girls boxing football rugby nails nail drum head tantrum".split()
)
_ORDERS = frozenset(
    "restraining protection occupation non nonmol nmo dvpo dvpn dapo dapn fgmpo fgm forced fmpo stalking spo "
    "molestation harassment clare dvds sarah".split()
)


def harms_of(reading: Reading) -> tuple[Harm, ...]:
    """Give who harms whom, each with its basis: given, stated in the text or need, or assumed from the form."""
    return cast_of(reading).harms


def abuse_in_play(reading: Reading) -> bool:
    """Whether the text, or what was told beside it, shows somebody harming, controlling or exploiting another."""
    return cast_of(reading).in_play


def harmed_phrase(harm: Harm) -> str:
    """Words for the person harmed, fit to stand in a sentence."""
    return _spoken(harm.to) or "the person harmed"


def source_phrase(harm: Harm) -> str:
    """Words for the person causing the harm, fit to stand in a sentence."""
    phrase = _spoken(harm.by)
    return phrase if phrase and not phrase.lower().startswith("unknown") else phrase or "the person causing the harm"


def _spoken(phrase: str) -> str:
    return phrase.split("(", 1)[0].split(", who", 1)[0].strip(" ,.")


def cast_of(reading: Reading) -> Cast:
    """Read the people of a text, the harms between them and the side of each; worked out once a reading."""
    # Kept without the reading, which would else hold itself and stay until the garbage is collected.
    return Cast(reading, *reading.once(_all_but_the_reading))


def _all_but_the_reading(reading: Reading) -> tuple[Any, ...]:
    return _cast_of(reading)[1:]


def _cast_of(reading: Reading) -> Cast:
    words, context = reading.words, reading.context
    marks = marks_of(reading.keys)
    told = told_harms(reading)
    known = frozenset(name for pair in told for side in pair for name in side.names | (side.words & SOMEBODY))
    figures = find_figures(words, reading.parties, reading.acts, known)
    around = Surroundings(words, reading.sentences, figures, reading.acts, marks)
    undone = tuple(left_undone(around))
    relations = [
        *stated_harm(around),
        *harmful_acts(around),
        *(harm for harm in bodily_harm(around) if not in_distress(around, harm)),
        *used_harm(around),
        *(harm for harm in done_to_others(around) if not in_distress(around, harm)),
        *(harm for harm in preyed_upon(around) if not in_distress(around, harm)),
        *(harm for harm in harm_in_passing(around) if not in_distress(around, harm)),
        *(harm for harm in intended_harm(around) if not in_distress(around, harm)),
        *undone,
        *indebted(around),
        *assumed_harm(around),
    ]
    relations += joined_harm(around, relations)
    relations = [harm for harm in relations if not to_oneself(around, harm)]
    sides = Sides(reading, figures, relations, told, marks)
    harms = shown_harms(reading, figures, relations, told)
    bare = harm_nouns(words, figures, marks)
    in_play = (
        bool(harms)
        or _protected(words, marks)
        or any(is_abuse(words, term) and not _among_children(figures, words, term) for term in marks.all("abuse"))
        or (_ends(marks) and _among_adults(figures, bare, words))
    )
    used = any(r.described and r.harmed >= 0 and figures.figures[r.harmed].is_child for r in relations)
    exploited = (
        used
        or (bool(harms) and bool(marks.all("exploited")))
        or any(_speaks_of_exploitation(f"{harm.by} {harm.what} {harm.to} {context.need}") for harm in harms)
    )
    found = sides.decide(in_play=in_play)
    cast = Cast(
        reading=reading,
        marks=marks,
        figures=figures,
        sides=found,
        harms=harms,
        in_play=in_play,
        one_sided=sides.one_sided(),
        within_couple=sides.within_couple(),
        exploited=exploited,
        source_known=Side.SOURCE in found or any(harm.by for harm in harms),
        duties=(),
        described=any(relation.described or relation.unknown for relation in relations),
        quoted=frozenset(
            n
            for r in relations
            if words[r.first].key.startswith(("tell", "call", "told"))
            for n in range(r.first, r.last)
        ),
        told_at=tuple(sorted({r.first for r in relations if r.stated})),
        rows=row_owners(reading, figures) if in_play else {},
        neglected=bool(undone),
        unowned=tuple(
            sorted(
                {
                    *(
                        (r.first, r.last)
                        for r in relations
                        if r.stated and r.source < 0 and not (r.described or r.unknown)
                    ),
                    *((term.first, term.last) for term in bare),
                }
            )
        ),
    )
    return cast._replace(duties=duties_of(cast)) if in_play else cast


def _ends(marks: Marks) -> bool:
    return bool(marks.all("ending"))


def _among_adults(figures: Figures, bare: Sequence[Term], words: Sequence[Word]) -> bool:
    """Whether bare nouns of hurting ("the hitting is to stop") stand where no child or pupil is spoken of."""
    if not bare or any(figure.is_child or 0 <= figure.age < _GROWN for figure in figures.figures):
        return False
    return not any(word.key in _PLAYGROUND for word in words)


def _among_children(figures: Figures, words: Sequence[Word], term: Term) -> bool:
    """Whether "hitting" or the like stands where only children are spoken of."""
    if not words[term.first].key.endswith("ing"):
        return False
    people = [figure for figure in figures.figures if figure.is_person]
    return (
        bool(people) and all(figure.is_child for figure in people) and words[term.first].key in ("hitting", "beating")
    )


def _protected(words: Sequence[Word], marks: Marks) -> bool:
    """Whether the text speaks of an order that is only made against somebody who harms another."""
    return any(words[term.first].key in _ORDERS for term in marks.all("legal"))


def _speaks_of_exploitation(phrase: str) -> bool:
    """Whether what was told speaks of exploitation, or of a source nobody knows."""
    known = exploitation_words()
    return any(word.key in known or word.key == "unknown" for word in words_of(phrase))
