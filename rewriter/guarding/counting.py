"""Reads the values of a text, word by word: dates, times, how often, how long, how much and how many."""

from collections.abc import Iterator, Sequence

from rewriter.amounts.counting import MONEY, noun_after, read_number, value_of
from rewriter.amounts.words import MEASURES
from rewriter.guarding.alike import stem
from rewriter.guarding.bounds import bound_of
from rewriter.guarding.calendar import clock_at, day_at, short_year, weekday_at
from rewriter.guarding.counted import counts_people, ends_of, is_share, is_span, is_with
from rewriter.guarding.edges import edges_of
from rewriter.guarding.respelled import respelled
from rewriter.guarding.shorthand import unit_of
from rewriter.guarding.units import (
    COIN,
    DOSES,
    EVERY,
    FREE,
    LENGTH_BEFORE,
    LONG,
    NOON,
    NUMBERED,
    ONCE,
    OPENING,
    ORDINALS,
    PACES,
    PARTS,
    POINTING,
    PRESCRIBED,
    SAME_SEASON,
    SAME_UNITS,
    SEASONS,
    TENS,
    TIMES,
    UNITS,
    WHOLE,
    measure,
    ordinal_of,
)
from rewriter.guarding.values import Key, Value, amount
from rewriter.text import Word

__all__ = ["values_of"]


def values_of(words: Sequence[Word], text: str) -> tuple[Value, ...]:
    """Give the values that the words of `text` state, in order; "one" by itself, "a", 999 and 101 are left out."""
    return tuple(_Counter(respelled(words), text).all())


class _Counter:
    """Reads values from left to right; each method gives the index after what it read, or the same index."""

    def __init__(self, words: Sequence[Word], text: str) -> None:
        self.words = words
        self.text = text
        self.found: list[Value] = []

    def all(self) -> Iterator[Value]:
        index = 0
        while index < len(self.words):
            key = self.words[index].key
            opens = key in OPENING or key[0].isdigit() or key[0] == "x"  # most words open no value
            after = self._step(index) if opens else index
            index = after if after > index else index + 1
        return iter(self.found)

    def _step(self, index: int) -> int:
        words = self.words
        key = words[index].key
        day = None if is_share(words, index) else day_at(words, index, self.text)
        if day is not None:
            parts = [float(part) for part in key.split("/")] if key.count("/") == 1 else []
            both: tuple[Key, ...] = tuple((kind, part) for part in parts for kind in ("number", "bare"))
            if len(parts) == 2 and parts[1] in PRESCRIBED:
                both += (("length", amount(parts[0], PRESCRIBED[parts[1]])),)
            both += short_year(words, index)
            return self._add(day[0], index, day[1], loose=day[2], parts=both)
        clock = clock_at(words, index)
        if clock is not None:
            return self._add(clock[0], index, clock[1], parts=ends_of(words, index))
        weekday = weekday_at(words, index)
        if weekday is not None:
            return self._weekdays(index, weekday)
        after = self._quarter(index) or self._pace(index)
        if after:
            return after
        if key == "half" and self._key(index + 1) == "term":
            return self._add(("season", "half-term"), index, index + 2)
        if key in ("fortnight", "weekday", "weekdays", "schooldays"):
            kind: Key = ("length", ("hours", 336.0)) if key == "fortnight" else ("every", ("hours", 24.0))
            return self._add(kind, index, index + 1)
        if key == "pm" and self.found and self.found[-1].kind == "money" and self._key(index - 1)[-1:].isdigit():
            return self._add(("every", ("months", 1.0)), index, index + 1)
        if key in ORDINALS and self._key(index - 1) in ("the", "a", "her", "his", "their"):
            return self._add(("ordinal", float(ORDINALS.index(key) + 3)), index, index + 1)
        if key in PARTS and self._key(index - 1) != "i":
            return self._add(("part", PARTS[key]), index, index + 1)
        if key == "half-termly":
            return self._add(("every", ("term", 0.5)), index, index + 1)
        if key == "month" and self._key(index - 1) == "the" and self.found and self.found[-1].kind == "weekday":
            return self._add(("every", ("months", 1.0)), index, index + 1)  # "the first Monday of the month"
        if key in SEASONS and not (key == "term" and self._key(index - 1) in LONG):
            return self._add(("season", SAME_SEASON.get(key, key)), index, index + 1)
        return self._number(index)

    def _quarter(self, index: int) -> int:
        """Parts of an hour: "a quarter of an hour", "half an hour". Gives 0 where there is none."""
        key = self._key(index)
        if key == "half":
            at = index + 1 + (self._key(index + 1) in ("a", "an", "the"))
            unit = self._unit(at)
            if not unit and stem(self._key(at)) in SAME_UNITS:
                return self._add(measure(0.5, self._key(at)), index, at + 1, figure=0.5)
            return self._add(("length", amount(0.5, unit)), index, at + 1) if unit else 0
        at = index + (key in ("a", "three"))
        if self._key(at) not in ("quarter", "quarters") or self._key(at + 1) != "of" or self._key(at + 3) != "hour":
            return 0
        return self._add(("length", amount(0.75 if key == "three" else 0.25, "hour")), index, at + 4)

    def _pace(self, index: int) -> int:
        """How often: "daily", "every week", "alternate days", "/day". Gives 0 where there is none."""
        words, key = self.words, self._key(index)
        if key in PACES:
            if key == "nightly":
                self._add(("part", "night"), index, index + 1)
            if key in DOSES and words[index].text.islower():
                self._add(("number", DOSES[key]), index, index + 1, of="time")
            return self._add(("every", PACES[key]), index, index + 1)
        if key == "alternate" and weekday_at(words, index + 1) is not None:
            self._add(("weekday", weekday_at(words, index + 1)), index, index + 2)
            return self._add(("every", ("hours", 336.0)), index, index + 2)
        if key in ("/", "alternate") and self._unit(index + 1) and weekday_at(words, index + 1) is None:
            size = 2.0 if key == "alternate" else 1.0
            return self._add(("every", amount(size, self._unit(index + 1))), index, index + 2)
        labels = key in ("a", "an") and self._value(index + 2) is not None  # "a Year 7 place"
        labels = labels or (key == "a" and self._key(index - 1) == "on" and self._key(index + 1) == "day")
        if key in EVERY and index + 1 < len(words) and not labels:
            after = self._every(index)
            return after if after > index else 0
        return 0

    def _every(self, index: int) -> int:
        """ "every 2 weeks", "every other day", "each week", "per month", "twice a week", "within a week"."""
        words, key = self.words, self.words[index].key
        at = index + 1
        if key in ("every", "each"):
            part = self._quarter(at)
            if part:
                self.found[-1] = self.found[-1]._replace(key=("every", self.found[-1].key[1]))
                return part
            other = self._key(at) in ("other", "second", "2nd", "alternate")
            number = self._value(at)
            if number is None and self._unit(at + 1):
                number = ordinal_of(self._key(at))  # "every 3rd night"
            weekday = weekday_at(words, at + 1) if other else None
            if weekday is not None:
                self._add(("weekday", weekday), index, at + 2)
                return self._add(("every", ("hours", 336.0)), index, at + 2)
            if (other or number is not None) and self._unit(at + 1):
                size = 2.0 if other else number or 1.0
                return self._add(("every", amount(size, self._unit(at + 1))), index, at + 2)
            if self._key(at) in ("school", "single", "working", "week") and self._key(at + 1) in UNITS:
                at += 1
            ahead = next((n for n in range(at, at + 3) if self._key(n) in ("day", "morning", "night")), at)
            if ahead > at and self.words[at].text.islower() and self._value(at) is None:
                at = ahead  # "each on-time day"
            if self._key(at) in ("weekday", "schoolday"):
                return self._add(("every", ("hours", 24.0)), index, at + 1)
        unit = self._unit(at)
        if unit and key in ("a", "an") and (self._key(index - 1) in LENGTH_BEFORE or is_span(words, index, at)):
            return self._add(("length", amount(1.0, unit)), index, at + 1)
        if unit:
            if unit == "night":
                self._add(("part", "night"), index, at + 1)
            return self._add(("every", amount(1.0, unit)), index, at + 1)
        if key not in ("a", "an", "per") and self._key(at) in PARTS:
            self._add(("every", ("hours", 168.0 if "weekend" in self._key(at) else 24.0)), index, at + 1)
            return index + 1
        if self._key(at) == "term" and (key != "a" or self._key(index - 1) in ("once", "time", "times", "twice")):
            return self._add(("every", ("term", 1.0)), index, at + 1)
        if key in ("a", "an") and words[at].key in ("couple", "dozen"):
            return at
        return index

    def _weekdays(self, index: int, weekday: int) -> int:
        words = self.words
        if self._key(index + 1) in ("to", "-", "\u2013", "through") or (
            index + 1 < len(words) and self.text[words[index].end : words[index + 1].start] in ("-", "\u2013")
        ):
            at = index + (1 if weekday_at(words, index + 1) is not None else 2)
            last = weekday_at(words, at)
            if last is not None and last > weekday:
                for day in range(weekday, last + 1):
                    self._add(("weekday", day), index, at + 1)
                return self._add(("every", ("hours", 24.0)), index, at + 1) if last - weekday > 3 else at + 1
        if words[index].key.endswith("days"):
            self._add(("every", ("hours", 168.0)), index, index + 1)
        return self._add(("weekday", weekday), index, index + 1)

    def _number(self, index: int) -> int:
        key = self.words[index].key
        if key in MONEY:
            value = self._value(index + 1)
            thousands = self._key(index + 1).removesuffix("k")
            if thousands != self._key(index + 1) and value_of(thousands) is not None:
                return self._add(("money", 1000 * (value_of(thousands) or 0.0)), index, index + 2)
            return index if value is None else self._add(("money", value), index, index + 2)
        if key in ONCE:
            if key == "once":
                return index
            return self._add(("number", ONCE[key]), index, index + 1, of="time")
        if key == "couple" and self._key(index + 1) == "of":
            return self._counted(2.0, index, index + 2)
        if key.endswith("/52") and key[:-3].isdecimal():  # weeks, as a prescription has them
            return self._add(("length", amount(float(key[:-3]), "week")), index, index + 1, figure=float(key[:-3]))
        if key.endswith("/7") and key[:-2].isdecimal() and self._unit(index + 1) in ("day", "night"):
            self._add(("number", float(key[:-2])), index, index + 1)
            return self._add(("every", amount(1.0, "week")), index, index + 2)
        if "/" in key and key[0].isdigit():
            for part in key.split("/"):
                if part.isdecimal() and part not in FREE:
                    self._add(("number", float(part)), index, index + 1)
            return index + 1
        if not (key[0].isdigit() or key[0] == "x") and self._value(index) is None:
            return index
        read = read_number(key) if not (key[0] == "x" and not key[1:].isdecimal()) else None
        if read is None or key in FREE:
            return index
        value, glued = read
        value, glued = (1000 * value, "") if glued == "k" else (value, glued)
        after = index + 1
        if key in TENS and (self._value(after) or 10.0) < 10:
            value, after = value + (self._value(after) or 0.0), after + 1
        if (key == "one" and not self._unit(after)) or (self._key(after) == "of" and self._key(after + 1) == "them"):
            return index
        return self._measured(value, glued, index, after)

    def _measured(self, value: float, glued: str, index: int, after: int) -> int:
        """A number with what it measures: a share, money, a length of time, a quantity, or things counted."""
        following = self._key(after)
        if glued == "%" or following in ("%", "percent") or (following == "per" and self._key(after + 1) == "cent"):
            return self._add(("percent", value), index, after + (not glued) + (following == "per"))
        coin = glued or following  # and not the p of "30mins p/w"
        if coin in COIN:
            return self._add(("money", value * COIN[coin]), index, after + (not glued))
        if glued == "x" and self._unit(after):
            self._add(("number", value), index, after, of="time")
            return self._add(("every", amount(1.0, self._unit(after))), index, after + 1)
        before = self.words[index - 1] if index else None
        if glued == "m" and before is not None and before.end == self.words[index].start and before.key[-1] == "y":
            glued = "mths"  # "6y2m"
        if glued in ("st", "nd", "rd", "th"):
            monthly: tuple[Key, ...] = (("every", ("months", 1.0)),)  # "1st Weds"
            return self._add(
                ("ordinal", value), index, after, parts=monthly if weekday_at(self.words, after) is not None else ()
            )
        if glued in UNITS:
            return self._add(("length", amount(value, UNITS[glued])), index, after, figure=value)
        if following in WHOLE and self._unit(after + 1):
            unit = self._unit(after + 1)
            if following == "working" and unit == "week":
                return self._add(("working", amount(5 * value, "day")), index, after + 2, of="day")
            kind = "working" if following in ("working", "business") and unit == "day" else "length"
            return self._add((kind, amount(value, unit)), index, after + 2, of=unit, figure=value)
        if self._unit(after) and not counts_people(self.words, value, after):
            unit = self._unit(after)
            if self._key(after + 1) == "and" and self._key(after + 2) == "a" and self._key(after + 3) == "half":
                return self._add(("length", amount(value + 0.5, unit)), index, after + 4, of=unit)
            fewest: tuple[Key, ...] = (("number", value),) if following == "min" else ()  # "3 min" may be a minimum
            return self._add(("length", amount(value, unit)), index, after + 1, of=unit, figure=value, parts=fewest)
        if glued in MEASURES or following in MEASURES or stem(following) in SAME_UNITS:
            said = glued or following
            minutes: tuple[Key, ...] = tuple(("length", amount(value, u)) for u in ("minute", "month") if said == "m")
            # "10m" may be minutes or months too
            return self._add(measure(value, said), index, after + (not glued), figure=value, parts=minutes)
        if following in PACES and following not in (
            "daily",
            "nightly",
        ):  # "6-weekly", "2 hourly"; "6 weekly" may also be six things, one a week
            unit, size = PACES[following]
            every: Key = ("every", (unit, size * value))
            both: tuple[Key, ...] = (("number", value), every, ("every", PACES[following]))  # "10-4 fortnightly"
            if size == 1.0 or self.text[self.words[after - 1].end : self.words[after].start] == "-":
                return self._add(every, index, after + 1, parts=both)
            noun = noun_after(self.words, after + 1)[0]
            noun = noun if noun.endswith("s") else ""
            if not noun and glued != "x":
                return self._add(every, index, after + 1, parts=both)
            return self._add(("number", value), index, after, of=stem(noun) if noun else "", parts=both[1:])
        return self._counted(value, index, after)

    def _counted(self, value: float, index: int, after: int) -> int:
        unit = self._unit(after)
        if unit and not counts_people(self.words, value, after):
            return self._add(("length", amount(value, unit)), index, after + 1, of=unit, figure=value)
        if self._key(after) in TIMES and self._unit(after + 1):  # "3 x week"
            self._add(("number", value), index, after + 1, of="time")
            return self._add(("every", amount(1.0, self._unit(after + 1))), after, after + 2)
        if self._key(after) in TIMES:
            return self._add(("number", value), index, after + 1, of="time")
        if self._key(index - 1) in ("x", "\u00d7"):
            return self._add(("number", value), index, after, of="time")  # "fortnightly x 12"
        noun = noun_after(self.words, after)[0] if weekday_at(self.words, after) is None else ""
        if self._key(index - 1) in NUMBERED or self._key(after) in PACES or noun in POINTING:
            noun = ""  # "week 3"; "9-12 daily"
        key = self.words[index].key
        loose: Key | None = None
        decimal = key[-3:-2] == "." and key[-2:].isdecimal()
        if 1 <= value < 24 and (decimal or (not noun and value.is_integer())):
            minutes = int(key[-2:]) if decimal else 0
            if minutes < 60:
                loose = ("clock", ((int(value) * 60 + minutes) % NOON, False))  # it may be a time of day
        dotted = decimal and value < 32 and 1 <= int(key[-2:]) <= 12  # "by hearing 15.12"
        day: tuple[Key, ...] = (("date", (int(value), int(key[-2:]), None)),) if dotted else ()
        return self._add(("number", value), index, after, of=stem(noun) if noun else "", loose=loose, parts=day)

    def _key(self, index: int) -> str:
        return self.words[index].key if 0 <= index < len(self.words) else ""

    def _unit(self, index: int) -> str:
        key = self._key(index)
        return "" if key == "w" and is_with(self.words, index) else unit_of(key)

    def _value(self, index: int) -> float | None:
        key = self._key(index)
        if not key or not (key[0].isdigit() or key.isalpha()):
            return None
        read = read_number(key)
        return read[0] if read is not None and not read[1] else None

    def _add(
        self,
        key: Key,
        first: int,
        last: int,
        *,
        of: str = "",
        loose: Key | None = None,
        figure: float | None = None,
        parts: tuple[Key, ...] = (),
    ) -> int:
        last = min(last, len(self.words))
        bounded = key[0] in ("number", "length", "percent", "money", "measure")
        bound, turned = bound_of(self.words, first, last, key) if bounded else ("", None)
        place = (self.words[first].start, self.words[last - 1].end)
        edges = edges_of(self.words, first, last, key)
        self.found.append(Value(key, *place, of, bound, loose, figure, parts, turned, edges))
        return last
