"""The draft that a form carries, and what stands typed on its page: whichever button is pressed, it goes in first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from rewriter import pipeline
from rewriter.answer import Rewrite
from rewriter.brackets import has_odd_bracket
from rewriter.drafting.changed import texts_by_place
from rewriter.errors import InputError
from rewriter.faces.web.accepting import filled_in
from rewriter.faces.web.forms import LONGEST, FormMistake, named_in
from rewriter.faces.web.packing import unpacked
from rewriter.faces.web.retold import retold
from rewriter.faces.web.sheets import as_text
from rewriter.faces.web.sides import Sides, sides_in
from rewriter.settings import Settings

__all__ = ["PutIn", "Typed", "too_many_in", "typed_in"]

_ODD_BRACKET = "A [ or ] has no partner here. Write each gap as [words], none within another."
_UNREADABLE = "the draft could not be read; start again"
_MOST = 200  # objectives: each is sent back with its gaps and its box for other words, and a request has its limit


class PutIn(NamedTuple):
    """A draft with its gaps `filled`, and that in the words typed (`made`).

    `before` is its text as it was, where who harms whom was told otherwise and it was drafted anew.
    """

    filled: Rewrite
    made: Rewrite
    before: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """A draft, what was typed into its gaps (by their ids) and into the fields for who harms whom.

    `texts` are, by place, the words that are not its own; `filled` all that was ever put into its gaps; `need` the
    answer to what the draft is good for, "" where none was typed.
    """

    saved: Rewrite
    gaps: Mapping[str, str]
    texts: Mapping[str, str]
    sides: Sides
    filled: tuple[str, ...] = ()
    need: str = ""

    @property
    def size(self) -> int:
        """How many characters of text there are to judge."""
        return sum(len(words) for words in (*texts_by_place(self.saved).values(), *self.texts.values()))

    def beside_the_need(self, settings: Settings) -> "Typed":
        """Give the same with the need told beside the draft, which is judged again and else as it was.

        Raises InputError. What a model has judged stays: it is asked nothing for this.
        """
        if not self.need:
            return self
        if len(self.need) > LONGEST:
            raise FormMistake("answer-need", f"This is longer than {LONGEST:,} characters. Say it shorter.")
        context = replace(self.saved.context, need=self.need)
        judged = pipeline.fill(self.saved, {}, settings, context)
        before = self.saved.critique
        by_rules = pipeline.critique(before.objective, context, settings, id=before.id)
        judged = replace(
            judged,
            note=self.saved.note,
            critique=by_rules if before.provenance.engine == "rules" else before,
            safety_notice=by_rules.safety_notice or self.saved.safety_notice,
        )
        return replace(self, saved=judged, need="")

    def put_in(self, settings: Settings, by_model: Rewrite | None = None) -> PutIn:
        """Give the draft with all that was typed in it, drafted anew where who harms whom is told otherwise.

        `by_model` is then the draft that a model has made. Raises InputError.
        """
        told = self.sides.told_in(self.saved)
        for where, words in self.texts.items():
            if has_odd_bracket(words):
                raise FormMistake(self._box_of(where), _ODD_BRACKET)
        filled = made = self.saved
        if any(answer.strip() for answer in self.gaps.values()):
            filled = made = pipeline.fill(self.saved, self.gaps, settings)
        if self.texts:
            texts = {where: self._answered(where, words) for where, words in self.texts.items()}
            made = pipeline.reword(filled, texts, settings)
        if told is None:
            return PutIn(filled, made)
        again = retold(made, self.saved, self.filled, told, settings, by_model)
        before, after = as_text(made), as_text(again)
        return PutIn(again, again, before if texts_by_place(made) and before != after else "")

    def _box_of(self, where: str) -> str:
        """The id of the box for the words of a place."""
        return f"edit-{[*texts_by_place(self.saved), where].index(where) + 1}"

    def _answered(self, where: str, words: str) -> str:
        """The words typed for a place, with the answers where its brackets still stand in them."""
        before = texts_by_place(self.saved).get(where, "")
        for gap in sorted(self.saved.gaps, key=lambda gap: -gap.start):
            answer = self.gaps.get(gap.id, "").strip()
            if gap.where != where or not answer:
                continue
            bracket = before[gap.start : gap.end]
            parts = words.split(bracket)
            at = before.count(bracket, 0, gap.start) + 1
            if at < len(parts):
                words = bracket.join(parts[:at]) + answer + bracket.join(parts[at:])
        return words


def typed_in(fields: Mapping[str, str]) -> Typed:
    """Give what a form carries: nothing is kept here. Raises InputError."""
    try:
        saved = unpacked(fields.get("draft", ""))
    except InputError:  # which names fields of JSON, as programs need it
        raise InputError(_UNREADABLE) from None
    before = texts_by_place(saved)
    texts = {
        where: words
        for where, words in named_in(fields, "text.").items()
        if words.split() != before.get(where, "").split()
    }
    return Typed(
        saved, named_in(fields, "gap."), texts, sides_in(fields), filled_in(fields), fields.get("need", "").strip()
    )


def too_many_in(draft: Rewrite) -> dict[str, str]:
    """Give what to say, at the field of the objective, where a draft has more in it than a form can carry."""
    number = len(draft.objectives)
    if number <= _MOST:
        return {}
    words = f"This reads as {number} objectives, and at most {_MOST} can be drafted at once. Paste one at a time."
    return {"objective": f"{words} For several, use \u201cHandouts for training\u201d."}
