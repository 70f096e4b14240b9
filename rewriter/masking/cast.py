"""Who is who: one person for all the forms of one name ("Sarah Jones", "Sarah", "Mrs Jones")."""

from collections.abc import Iterable

from rewriter.masking.forms import initials_of, run_together

__all__ = ["Cast"]


class Cast:
    """People by the words of their names. A form that two people share is a third, whose words still come back."""

    def __init__(self) -> None:
        self._people: list[tuple[str, ...]] = []
        self._numbers: dict[tuple[str, ...], int] = {}
        self._by_word: dict[str, list[int]] = {}  # the people whose name a word is part of, in the order met

    def meet(self, names: Iterable[tuple[str, ...]]) -> None:
        """Take names, as the keys of their words; the fullest are taken first, so that short forms find them."""
        for keys in sorted(set(names), key=lambda keys: (-len(keys), -sum(map(len, keys)), keys)):
            self.number_of(keys)

    def number_of(self, keys: tuple[str, ...]) -> int:
        """Give the person, from 0, whom these words name."""
        keys = tuple(key.replace("'", "") for key in keys)  # "OBrien" is "O'Brien"
        if keys not in self._numbers:
            self._numbers[keys] = self._find(keys)
        return self._numbers[keys]

    def _find(self, keys: tuple[str, ...]) -> int:
        words = set(keys)
        full = max(keys, key=len)
        near = self._by_word.get(full, ())
        same = [number for number in near if _stands_for(keys, self._people[number])]
        if not same and len(keys) > 1 and len(min(keys, key=len)) > 1:
            # "Sarah" was met before "Sarah Jones": the same, where nobody else is a Sarah or a Jones
            shorter = sorted({number for word in words for number in self._by_word.get(word, ())})
            same = [number for number in shorter if set(self._people[number]) < words]
        if len(same) == 1:
            number = same[0]
            if len(keys) > len(self._people[number]):
                self._file(number, keys)
            return number
        self._people.append(keys)
        self._file(len(self._people) - 1, keys)
        return len(self._people) - 1

    def _file(self, number: int, keys: tuple[str, ...]) -> None:
        self._people[number] = keys
        for word in dict.fromkeys((*keys, *initials_of(keys), *run_together(keys))):
            filed = self._by_word.setdefault(word, [])
            if number not in filed:
                filed.append(number)


def _stands_for(keys: tuple[str, ...], person: tuple[str, ...]) -> bool:
    """Whether the words of a name are a shorter form of a person's: "S. Jones", "Jones" of "Sarah Jones"."""
    if len(keys) == 1 and len(person) > 1 and (keys[0] in initials_of(person) or keys[0] in run_together(person)):
        return True
    return all(key in person or (len(key) == 1 and any(word.startswith(key) for word in person)) for key in keys)
