"""Whose each row of a plan is: in a table, behind "Who:", under a heading, after "Name -".

A plan names a doer once and leaves the rows to be understood: what stands in a row is asked of its owner.
"""

from rewriter.harm.mentions import Figures, Mention
from rewriter.plan import Reading

__all__ = ["content_of", "row_owners"]

_WHO = frozenset("who whose lead owner responsible person name by_whom actor".split())
_WHAT = frozenset("what action task step outcome actions".split())
_MARKS = frozenset({"-", "*", "\u2022", "\u2013", "\u2014", "(", ")", ".", "[", "]", ":", ">"})
_DASHES = frozenset({"-", "\u2013", "\u2014"})
_JOINING = frozenset({"and", "&", "+", "/", ",", "the", "with"})
# "Jaydon's curfew -", "Tasks for Hayley:": the row is the person's, whatever it is called.
_PARTS = frozenset("curfew task tasks action actions part job jobs rule rules side list steps bit plan for to".split())
_LONGEST_HEADING = 8
# A name and what it heads stand this close to the beginning of the row.
_NEAR = 9


def row_owners(reading: Reading, figures: Figures) -> dict[int, Mention]:
    """Give the owner of each sentence or cell that has one, by the number of the sentence."""
    return _Rows(reading, figures).owners()


def content_of(reading: Reading, number: int, owner: Mention) -> int:
    """The index of the first word of a row after its mark, its label and its owner's name."""
    words = reading.words
    first, last = reading.sentences[number]
    begin = _past_marks(reading, first, last)
    if begin < owner.first and words[owner.first - 1].key == "(" and owner.last + 2 >= last:
        return begin  # "feelings diary (Leila)"
    if begin <= owner.first < last and owner.first < first + _NEAR:
        lead = next((n for n in range(owner.last, last) if _parts(reading, n)), -1)
        begin = lead + 1 if 0 <= lead < owner.last + _NEAR else owner.last
    elif begin + 1 < last and words[begin + 1].key == ":":
        begin += 2
    return begin


def _past_marks(reading: Reading, first: int, last: int) -> int:
    words = reading.words
    while first < last - 1 and (words[first].key in _MARKS or words[first].key.isdigit()):
        first += 1
    return first


def _parts(reading: Reading, index: int) -> bool:
    """Whether a colon, or a dash that is set off, stands at a word."""
    words = reading.words
    return words[index].key == ":" or (words[index].key in _DASHES and words[index].start > words[index - 1].end)


class _Rows:
    """Goes through the lines of a text once and keeps the owner that is understood."""

    def __init__(self, reading: Reading, figures: Figures) -> None:
        self.reading = reading
        self.words = reading.words
        self.figures = figures
        self.found: dict[int, Mention] = {}
        self.heading: Mention | None = None
        self.headed = False  # whether a row has stood under the heading
        self.column = -1  # of the table's column of doers
        self.in_block = False  # whether "Who:" has been read
        self.unowned: list[int] = []  # rows of a block that named its doer last

    def owners(self) -> dict[int, Mention]:
        """Read line by line; each is a table's row, a labelled cell, a heading or a row of its own."""
        sentences = self.reading.sentences
        line: list[int] = []
        for number, (first, _) in enumerate(sentences):
            gap = self._breaks(sentences[number - 1][1] if number else 0, first)
            if gap and line:
                self._line(line)
                line = []
                if gap > 1 and self.headed:
                    self.heading = None
            line.append(number)
        if line:
            self._line(line)
        return self.found

    def _breaks(self, begin: int, end: int) -> int:
        return sum(word.key == "\n" for word in self.words[begin:end])

    def _line(self, line: list[int]) -> None:
        sentences = self.reading.sentences
        begin, end = sentences[line[0]][0], sentences[line[-1]][1]
        if len(line) > 1 and any(self.words[sentences[n][1]].key == "|" for n in line[:-1]):
            self._row(line)
            return
        if self._labelled(line):
            return
        if len(line) == 1 and self._is_heading(begin, end):
            return
        owner = self._lead(begin, end) or self._trailing(begin, end)
        if owner is None and self.heading is not None:
            owner, self.headed = self.heading, True
        if owner is not None:
            self.found.update(dict.fromkeys(line, owner))

    # -- tables -----------------------------------------------------------------------------------

    def _row(self, line: list[int]) -> None:
        columns, start = {}, self.reading.sentences[line[0]][0]
        while start and self.words[start - 1].key == "|":
            start -= 1
        passed, at = 0, start
        for number in line:
            first = self.reading.sentences[number][0]
            passed += sum(word.key == "|" for word in self.words[at:first])
            columns[number], at = passed, first
        header = next((n for n in line if self._label(n) in _WHO and self._is_short(n)), -1)
        if header >= 0:
            self.column = columns[header]
            return
        people = {n: mention for n in line if (mention := self._only_people(*self.reading.sentences[n])) is not None}
        chosen = next((n for n in people if columns[n] == self.column), -1)
        if chosen < 0 and people:
            # without a header the row is theirs who open it ("| Shanice | IDVA |"), else theirs who are named last
            opening = next(iter(people))
            chosen = opening if opening == line[0] else list(people)[-1]
        if chosen >= 0:
            self.found.update(dict.fromkeys((n for n in line if n != chosen), people[chosen]))

    def _label(self, number: int) -> str:
        first, last = self.reading.sentences[number]
        begin = _past_marks(self.reading, first, last)
        if self.words[begin].key == "by" and begin + 1 < last and self.words[begin + 1].key in ("whom", "who"):
            return "who"
        return self.words[begin].key

    def _is_short(self, number: int) -> bool:
        first, last = self.reading.sentences[number]
        return last - first <= 4 and not self.figures.between(first, last)

    # -- labelled cells ---------------------------------------------------------------------------

    def _labelled(self, line: list[int]) -> bool:
        """ "Who: Mrs Achebe", and the rows before or after it in its block."""
        labelled = False
        for number in line:
            first, last = self.reading.sentences[number]
            begin = _past_marks(self.reading, first, last)
            colon = next((n for n in range(begin, min(begin + 4, last)) if self.words[n].key == ":"), -1)
            label = self._label(number) if colon > 0 else ""
            if label in _WHO:
                owner = next(iter(self.figures.between(colon, last)), None)
                self.heading, self.headed = owner, False
                if owner is not None:
                    self.found.update(dict.fromkeys(self.unowned, owner))
                    self.headed = bool(self.unowned)
                self.unowned = []
                labelled = self.in_block = True
            elif label in _WHAT and (self.heading is None or (self.in_block and self.headed)):
                self.heading, self.unowned = None, [number]
                labelled = self.in_block
            elif self.in_block and label and begin not in self.figures.at:
                labelled = True
                if self.heading is not None:
                    self.found[number] = self.heading
        return labelled

    # -- headings and leads -------------------------------------------------------------------------

    def _is_heading(self, first: int, last: int) -> bool:
        words = self.words
        colon = words[last - 1].key == ":"
        if last - first > _LONGEST_HEADING and not colon:
            return False
        owner = self._only_people(first, last)
        if owner is None and colon:
            # a name, and what is said of it: "Deshawn (14), being made to hold drugs by older lads:"
            near = first + 3 if last - first > 6 else last
            owner = next(iter(self.figures.between(first, near)), None)
            self.heading, self.headed = owner, False
            return True
        if owner is None:
            return False
        self.heading, self.headed = owner, False
        return True

    def _only_people(self, first: int, last: int) -> Mention | None:
        """The first person of words that name nobody and nothing but people."""
        words, found = self.words, None
        n = _past_marks(self.reading, first, last)
        while n < last:
            mention = self.figures.at.get(n)
            if mention is not None:
                found = found or mention
                n = max(mention.last, n + 1)
            elif words[n].key == "(":
                n = next((m + 1 for m in range(n, last) if words[m].key == ")"), last)
            elif (
                words[n].key in _JOINING
                or words[n].key in _MARKS
                or (found is not None and words[n].key.isdigit())
                or words[n].key in _PARTS
            ):
                n += 1
            else:
                return None
        return found

    def _lead(self, first: int, last: int) -> Mention | None:
        """The one who is named before a colon or a dash at the head of a line."""
        begin = _past_marks(self.reading, first, last)
        if self.words[begin].key in ("the", "for") and begin + 1 < last:
            begin += 1
        mention = self.figures.at.get(begin)
        if mention is None:
            return None
        end = min(mention.last + _NEAR, last)
        at = mention.last
        while at < end and not _parts(self.reading, at):
            key = self.words[at].key
            if key == "(":
                at = next((n for n in range(at, end) if self.words[n].key == ")"), end)
            elif not (
                (mention.owning and key in _PARTS)
                or key in _JOINING
                or key.isdigit()
                or self.figures.at.get(at)
                or self.words[at - 1].key in ("(", ",")
            ):
                return None
            at += 1
        return mention if at < end else None

    def _trailing(self, first: int, last: int) -> Mention | None:
        """The one who is named in brackets, alone, at the end of a row: "- feelings diary (Leila)"."""
        words = self.words
        last -= words[last - 1].key == "."
        marked = words[first].key in _MARKS or words[first].key.isdigit()
        if not marked or last - first < 4 or words[last - 1].key != ")":
            return None
        near = self.figures.between(last - 4, last - 1)
        alone = near and near[-1].last == last - 1 and words[near[-1].first - 1].key == "("
        return near[-1] if alone and not near[-1].owning else None
