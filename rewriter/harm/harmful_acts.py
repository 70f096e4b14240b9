"""Reads harm told by a verb and what goes with it: shutting in, making work, taking pay, passing pictures on.

The kinds follow the definitions of abuse in the Care and Support Statutory Guidance (types of abuse and neglect) and
the Domestic Abuse Act 2021, section 1(3); which everyday words stand for them is practice judgement.
"""

from collections.abc import Callable, Iterator

from rewriter.harm.kept_from import KeptFrom
from rewriter.harm.relations import Relation, Surroundings

__all__ = ["harmful_acts"]

_BE = frozenset("be been being is are was were get gets got getting isn't aren't wasn't not never gets".split())
_HARD_PLACES = frozenset(
    "cupboard shed cellar garage loft attic cage boot wardrobe basement outhouse dark cold radiator kennel larder "
    "pantry bathroom toilet porch balcony container caravan".split()
)
_PLACES = _HARD_PLACES | frozenset("room bedroom house flat home kitchen car garden outside in out up indoors".split())
_MADE = frozenset("made forced bullied pressured pressurised tricked coerced threatened".split())
_MADE_TO = frozenset(
    "hold carry sell run work marry beg steal cook clean sleep stand kneel eat drink watch undress touch pay sign hand "
    "give do deal deliver move store shoplift send strip lie wait serve drop bag take withdraw".split()
)
_UNPAID = frozenset("welcome feel laugh smile wait measure count order sure".split())
_HOMES = frozenset("flat house home place bungalow tenancy property room address bedsit".split())
_DEALING = frozenset("dealing selling cooking storing stashing bagging supplying using".split())
_INSULTS = frozenset(
    "worthless useless stupid ugly fat born thick mad mental nothing unwanted hates hated die dirty slag whore slut "
    "retard retarded deport deported disgusting pathetic burden names idiot waste rubbish crazy insane".split()
)
_TELLING = frozenset("tell tells telling told calls calling called".split())
_RINGS = frozenset(
    "rings ringing rang texts texting texted phones phoning phoned messages messaging calls writes".split()
)
_QUOTES = (["'"], ['"'], ["\u2018"], ["\u201c"])
_PICTURES = frozenset("images image pictures picture photos photo pics pic nudes video videos clips clip".split())
_PASSED = frozenset("passed shared posted sent leaked forwarded sold circulated spread uploaded put".split())
_ROUND = frozenset("round around about up on online to".split())
_EARNED = "wages wage pay money pension benefits benefit earnings tips savings passport card pip giro salary purse"
_KEPT = frozenset("pocketed taken kept stolen withheld skimmed docked spent emptied drained nicked held".split())
_WOUNDS = frozenset("injury injuries bruise bruises bruising marks burns wounds harm cuts".split())
_LURKING = frozenset(
    "turns turning turned waits waiting waited sits sitting hangs hanging drives driving shows showing checks "
    "checking checked reads reading tracks tracking hacks hacking logs logging listens listening".split()
)
_LURKING_AT = frozenset("up at outside past round by her his their through into".split())
_PRIVATE = frozenset("phone messages texts emails whatsapp location mileage receipts calls diary".split())
_FORBIDDING = frozenset("lets let letting allows allowed allowing".split())
_HAVING = frozenset("have has had having get getting".split())
_CUT_SHORT = frozenset("down off out short back to her his their the by from up".split())
_PARTNERS = frozenset("boyfriend girlfriend bf gf partner man bloke woman friend fella lad guy".split())
# From this age on, a partner of somebody under 16 is an adult who uses a child (Sexual Offences Act 2003, section 9).
_GROWN_UP = 19
_ADULT = 18
_USERS = frozenset("lads men dealers dealer gang gangs elders olders older boys others someone line group".split())
_CONSENTING = 16


def harmful_acts(around: Surroundings) -> list[Relation]:
    """Give every harm told by a verb and what it is done with, in the order of the words."""
    reader = _Acts(around)
    # where no child's age is told, only a listed word can tell of such a harm
    places = range(len(around.keys)) if reader.ages else [n for n, key in enumerate(around.keys) if key in _BY_WORD]
    return [found for index in places for found in reader.at(index)]


class _Acts(KeptFrom):
    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.ages = {n for n, figure in enumerate(around.figures.figures) if 0 <= figure.age < _CONSENTING}

    def at(self, index: int) -> Iterator[Relation]:
        """Give the harms told by the word at an index."""
        for kind in _BY_WORD.get(self.keys[index], ()):
            yield from kind(self, index)
        if self.ages and self.keys[index][0].isdigit():
            yield from self._older_partner(index)

    def confining(self, index: int) -> Iterator[Relation]:
        """ "shut him in the cupboard", "locked in her room", "tied to the bed"."""
        keys, end = self.keys, self.around.ends[index]
        hard = keys[index].startswith(("lock", "shut", "tie", "tying", "chain"))
        places = _PLACES if hard else _HARD_PLACES
        harmed = self._object(index)
        at = harmed.last if harmed is not None else index + 1
        inside = at < end and keys[at] in ("in", "inside", "out", "up", "to", "outside", "indoors")
        if not inside or not any(keys[n] in places for n in range(at, min(at + 4, end))):
            return
        if harmed is not None:
            if not self._worked(index):
                yield from self._relation(self._doer(index, harmed.figure), harmed.figure, index, at + 1)
        elif keys[index - 1] in _BE or keys[index - 1] in ("by", "without"):
            by = self.around.object_after(at, ("by",), index)
            who = self.around.subject_of(index, who=False)
            yield from self._relation(by, who.figure if who is not None else -1, index, at + 1)

    def made_to(self, index: int) -> Iterator[Relation]:
        """ "being made to hold drugs by older lads", "tricked into selling"."""
        keys, end = self.keys, self.around.ends[index]
        if index + 2 >= end or keys[index + 1] not in ("to", "into"):
            return
        verb = keys[index + 2]
        forced = verb in _MADE_TO or (keys[index + 1] == "into" and verb.endswith("ing"))
        if not forced or verb in _UNPAID:
            return
        who = self.around.subject_of(index, who=False)
        if who is None or not self.around.is_person(who):
            return
        by = next((n for n in range(index + 3, min(index + 9, end)) if keys[n] == "by"), -1)
        source = self.around.person_at(by + 1) if by >= 0 else None
        if source is None and keys[index] == "made" and verb in ("do", "wait", "give", "take", "eat", "sleep"):
            return  # "made to do his homework"
        yield from self._relation(source.figure if source else -1, who.figure, index, index + 3)

    def making(self, index: int) -> Iterator[Relation]:
        """ "makes her beg", "made him carry"."""
        harmed = self._object(index)
        if harmed is None or self._worked(index):
            return
        at = harmed.last
        if self.keys[at : at + 1] == ["("]:
            at = next((n + 1 for n in range(at, min(at + 6, self.around.ends[index])) if self.keys[n] == ")"), at)
        if at >= self.around.ends[index]:
            return
        verb = self.keys[at]
        if verb in _MADE_TO - frozenset("do wait give take eat sleep drink work clean cook stand watch".split()):
            yield from self._relation(self._doer(index, harmed.figure), harmed.figure, index, at + 1)

    def errands(self, index: int) -> Iterator[Relation]:
        """ "Zeb (15) carries parcels for the lads": a child put to work by people who use children."""
        who = self.around.subject_of(index, who=False)
        if who is None or not 0 <= self.around.figures.figures[who.figure].age < _ADULT:
            return
        end = min(index + 8, self.around.ends[index])
        near = self.keys[index:end]
        if "for" in near and any(key in _USERS for key in near[near.index("for") :]):
            yield Relation(-1, who.figure, index, end, stated=True, described=True)

    def taken_over(self, index: int) -> Iterator[Relation]:
        """ "taken over his flat", "Terry's flat isn't taken over"; "the men dealing from her flat"."""
        keys, end = self.keys, self.around.ends[index]
        linked = keys[index + 1 : index + 2]
        if linked not in (["over"], ["from"], ["in"], ["into"]):
            return
        if keys[index].startswith(("tak", "took", "mov")) != (linked[0] in ("over", "into")):
            return
        for n in range(index + 2, min(index + 6, end)):
            if keys[n] in _HOMES:
                owner = self.around.owner_of(n)
                source = self._doer(index, owner.figure if owner else -1)
                if keys[index].startswith("mov") and source < 0:
                    return
                yield from self._relation(source, owner.figure if owner else -1, index, n + 1)
                return
        home = next(
            (n for n in range(index - 1, max(index - 5, self.around.begins[index] - 1), -1) if keys[n] in _HOMES), -1
        )
        owner = self.around.owner_of(home) if home >= 0 else None
        if owner is not None and linked == ["over"]:
            yield from self._relation(
                self.around.object_after(index + 2, ("by",), index), owner.figure, home, index + 2
            )

    def insulting(self, index: int) -> Iterator[Relation]:
        """ "tells her she is worthless", "calling him thick"."""
        harmed = self._object(index)
        if harmed is None or self._worked(index):
            return
        end = min(harmed.last + 9, self.around.ends[index])
        insult = next((n for n in range(harmed.last, end) if self.keys[n] in _INSULTS), -1)
        if insult < 0 and self.keys[index].startswith("call") and self.keys[harmed.last : harmed.last + 1] in _QUOTES:
            insult = harmed.last  # "calls Ines 'the mistake'"
        if self.keys[index] == "tell" and not self._is_rung(index):
            return
        source = self._doer(index, harmed.figure)
        if insult >= 0 and (source >= 0 or self.keys[index].endswith("ing")):
            yield from self._relation(source, harmed.figure, index, insult + 1)

    def _is_rung(self, index: int) -> bool:
        """ "rings daily to tell her she is mad": what is told is why somebody rings, and no task."""
        keys = self.keys[max(self.around.begins[index], index - 5) : index]
        return keys[-1:] == ["to"] and any(key in _RINGS for key in keys)

    def pictures(self, index: int) -> Iterator[Relation]:
        """ "Lucia's images passed round", "shared her pictures"."""
        keys, end = self.keys, self.around.ends[index]
        yield from self._sent_round(index)
        for n in range(index + 1, min(index + 6, end)):
            if keys[n] in _PASSED and keys[n - 1] in _BE | {"again"}:
                owner = self.around.owner_of(index)
                if owner is not None:
                    by = self.around.object_after(n + 1, ("by",), index)
                    yield from self._relation(by, owner.figure, index, n + 1)
                return

    def _sent_round(self, index: int) -> Iterator[Relation]:
        """ "the pics Reece (17) put round", "the photos of her that he posted"."""
        begin, end = self.around.begins[index], self.around.ends[index]
        verb = next((n for n in range(index + 1, min(index + 8, end)) if self.keys[n] in _PASSED), -1)
        if verb < 0 or self.keys[min(verb + 1, end - 1)] not in _ROUND:
            return
        near = [m for m in self.around.figures.between(index + 1, verb) if self.around.is_person(m) and not m.owning]
        if not near or self.keys[near[-1].first - 1] in ("of", "by"):
            return
        others = [m for m in self.around.figures.between(begin, end) if self.around.is_person(m)]
        pictured = next((m for m in others if m.figure != near[-1].figure), None)
        if pictured is not None:
            yield from self._relation(near[-1].figure, pictured.figure, index, verb + 1)

    def pocketed(self, index: int) -> Iterator[Relation]:
        """ "Duc's wages being pocketed", "her pension isn't handed over"."""
        keys, end = self.keys, self.around.ends[index]
        owner = self.around.owner_of(index)
        if owner is None and not (index and self.around.words[index - 1].possessive):
            return
        for n in range(index + 1, min(index + 6, end)):
            if keys[n] in _KEPT and keys[n - 1] in _BE:
                by = self.around.object_after(n + 1, ("by",), index)
                yield Relation(by, owner.figure if owner is not None else -1, index, n + 1, stated=True)
                return

    def wounds(self, index: int) -> Iterator[Relation]:
        """ "injury to Lacey by Scott", "bruises from her father"."""
        end = self.around.ends[index]
        by = next((n for n in range(index + 1, min(index + 6, end)) if self.keys[n] == "by"), -1)
        source = self.around.person_at(by + 1) if by >= 0 else None
        if source is not None:
            harmed = self.around.object_after(index + 1, ("to", "on"), index)
            yield from self._relation(source.figure, harmed, index, source.last)

    def lurking(self, index: int) -> Iterator[Relation]:
        """ "turns up at her work", "waiting outside his flat", "checks her phone"."""
        keys, end = self.keys, self.around.ends[index]
        if index + 2 >= end or keys[index + 1] not in _LURKING_AT:
            return
        private = keys[index].startswith(("check", "read", "track", "hack", "log", "listen"))
        owner = next((m for m in self.around.figures.between(index + 1, min(index + 5, end)) if m.owning), None)
        source = self._doer(index)
        if owner is None or source < 0 or source == owner.figure or self.around.figures.figures[owner.figure].is_child:
            return
        if private and not any(keys[n] in _PRIVATE for n in range(owner.last, min(owner.last + 2, end))):
            return
        if private or keys[index + 1] in ("up", "outside", "past"):
            yield from self._relation(source, owner.figure, index, owner.last)

    def cutting(self, index: int) -> Iterator[Relation]:
        """ "not to be cut when the family fly out": FGM by the word families use."""
        keys = self.keys
        after = keys[index + 1] if index + 1 < self.around.ends[index] else ""
        had = self.around.ending.get(index)
        if had is not None and not had.owning and after not in _CUT_SHORT and keys[had.first - 1] in _HAVING:
            source = self._doer(had.first - 1, had.figure)  # "so nan can't have her cut"
            if self.around.is_person(had):
                yield from self._relation(source, had.figure, had.first - 1, index + 1)
            return
        if index == 0 or keys[index - 1] not in ("be", "being", "get", "getting"):
            return
        who = self.around.subject_of(index - 1, who=False) if after not in _CUT_SHORT else None
        if who is not None and self.around.is_person(who):
            yield from self._relation(-1, who.figure, index - 1, index + 1)

    def _older_partner(self, index: int) -> Iterator[Relation]:
        """ "her boyfriend (he's 31)" of a child under 16."""
        digits = self.keys[index][:2]
        if (
            not digits.isdigit()
            or int(digits) < _GROWN_UP
            or self.keys[index - 1] not in ("(", "is", "he's", "she's", "he", "she", "aged", "of", ",", "a")
        ):
            return
        begin = max(self.around.begins[index], index - 8)
        partner = next((n for n in range(index - 1, begin - 1, -1) if self.keys[n] in _PARTNERS), -1)
        if partner >= 0:
            named = next((m for m in self.around.figures.between(begin, partner + 1) if m.last == partner + 1), None)
            source = named.figure if named is not None and named.figure not in self.ages else -1
            yield Relation(source, min(self.ages), partner, index + 1, stated=True)


_Kind = Callable[[_Acts, int], Iterator[Relation]]


def _table() -> dict[str, tuple[_Kind, ...]]:
    found: dict[str, tuple[_Kind, ...]] = {}
    kinds: tuple[tuple[_Kind, str], ...] = (
        (_Acts.making, "make makes making made"),
        (_Acts.made_to, " ".join(_MADE)),
        (
            _Acts.confining,
            (
                "shut shuts shutting lock locks locking locked keep keeps keeping kept leave leaves leaving left put "
                "puts putting tie ties tying tied chain chains chained chaining barricade barricades barricaded"
            ),
        ),
        (_Acts.depriving, "leave leaves leaving left"),
        (_Acts.taken_over, "take takes taking took taken move moves moving moved " + " ".join(_DEALING)),
        (_Acts.insulting, " ".join(_TELLING)),
        (_Acts.pictures, " ".join(_PICTURES)),
        (_Acts.pocketed, _EARNED),
        (_Acts.wounds, " ".join(_WOUNDS)),
        (_Acts.lurking, " ".join(_LURKING)),
        (_Acts.forbidding, " ".join(_FORBIDDING)),
        (_Acts.denying, "give pass hand bring show fetch buy pay"),
        (_Acts.barred, "allowed permitted let"),
        (_Acts.cutting, "cut"),
        (
            _Acts.errands,
            "carry carrying carries run running runs hold holding sell selling deliver delivering stealing",
        ),
    )
    for kind, words in kinds:
        for word in words.split():
            found[word] = (*found.get(word, ()), kind)
    return found


_BY_WORD = _table()
