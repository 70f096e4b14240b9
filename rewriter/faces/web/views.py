"""The pages, each made from an answer and from what its form said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rewriter.answer import Change, Concern, ConcernKind, Guarded, ModelUse, Rewrite, Status
from rewriter.faces.web.accepting import mark_of
from rewriter.faces.web.assets import asset_path
from rewriter.faces.web.drawing import draw
from rewriter.faces.web.forms import as_told
from rewriter.faces.web.guidance import GUIDANCE
from rewriter.faces.web.handout import Handout
from rewriter.faces.web.marking import marked
from rewriter.faces.web.packing import packed
from rewriter.faces.web.sheets import as_text, sheets
from rewriter.faces.web.sides import question_in, shown_of
from rewriter.faces.web.telling import (
    asks_the_need,
    box_of,
    concerns_about,
    headline_of,
    is_blaming,
    is_short,
    lines_of,
    origin_of,
    places_of,
    reasons_of,
)
from rewriter.faces.wording import VERDICT_WORDS, harm_lines, said
from rewriter.outgoing import Leaving
from rewriter.questions import left_to_ask
from rewriter.settings import Settings
from rewriter.smart import Judgement, Severity

__all__ = ["Drafting", "Edited", "Views"]

_MENU = (("/", "An objective"), ("/guard", "Check a rewrite"), ("/handout", "Handouts for training"))
_COLOURS = {"met": "green", "partly": "yellow", "not_met": "red", "unclear": "grey"}
_KINDS = {
    ConcernKind.RESPONSIBILITY: "Puts the harm on the wrong person",
    ConcernKind.INVENTED: "States what nobody gave",
    ConcernKind.CHANGED: "States otherwise what was given",
    ConcernKind.DROPPED: "Leaves out what was given",
    ConcernKind.OPEN_ENDED_TIME: "Gives a time without an end",
    ConcernKind.NOT_SMART: "Is not yet SMART",
}
_ADVICE = "Worth a look; it may be right as it is"
_BESIDE = {
    "need": "The need",
    "baseline": "Where things stand now",
    "people": "Who is who",
    "harms": "Who harms whom",
    "names": "Other names",
    "today": "Date of the plan",
    "review_date": "Date of the next review",
}


@dataclass(frozen=True, slots=True)
class Edited:
    """A draft just put in other words: the changes that still stand as declared, and what was filled and has gone."""

    untouched: tuple[Change, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafting:
    """What somebody did with a draft: typed into gaps and boxes, accepted changes (their marks), filled, or edited.

    `sides` is what was typed of who harms whom and could not be used, `need` the same of the need; `before` the text of
    the draft that gave way to one drafted anew, as who harms whom was told otherwise.
    """

    typed: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    edited: Edited | None = None
    sides: Mapping[str, str] = field(default_factory=dict)
    need: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Views:
    """The pages of one service. `model` is the name of the model behind it, "" for rules alone."""

    settings: Settings
    model: str = ""
    masks: bool = False

    def start(self, root: str, fields: Mapping[str, str], mistakes: Mapping[str, str] | None = None) -> str:
        """Give the page on which an objective is pasted."""
        return self._page("start.html.j2", root, "/", fields, mistakes)

    def answer(
        self,
        root: str,
        answer: Rewrite,
        fields: Mapping[str, str],
        mistakes: Mapping[str, str] | None = None,
        state: Drafting | None = None,
    ) -> str:
        """Give the page with a draft, its gaps to fill, and the judgement of what was pasted."""
        state = state or Drafting()
        critique = answer.critique
        judged_only = answer.status in (Status.UNCHANGED, Status.NOT_AN_OBJECTIVE)
        faults = [finding for finding in critique.findings if finding.severity is Severity.FAULT and finding.text]
        notes = sorted(faults, key=lambda finding: finding.end)  # numbered as their marks stand in the text
        found = answer.responsibility
        need_asked = asks_the_need(answer)
        return self._page(
            "answer.html.j2",
            root,
            "/",
            fields,
            mistakes,
            answer=answer,
            headline=headline_of(answer),
            withheld=answer.withheld_because if answer.model is ModelUse.WITHHELD else (),
            said=lines_of(critique.responsibility),
            said_of_draft=lines_of(found) if answer.objectives and not judged_only else (),
            blames=is_blaming(critique.responsibility),
            reasons=reasons_of(critique.responsibility, critique.objective),
            draft_blames=bool(answer.objectives) and not judged_only and is_blaming(found),
            sides=shown_of(critique, state.sides),
            asked_for=question_in(critique),
            before=state.before,
            draft=() if judged_only else places_of(answer, self.settings),
            typed=state.typed,
            texts=state.texts,
            edited=state.edited,
            accepted=state.accepted,
            filled=state.filled,
            mark_of=mark_of,
            box_of=lambda change: box_of(answer, change),
            concerns=concerns_about(answer, state.edited.untouched, self.settings) if state.edited else (),
            short=is_short(answer),
            need_asked=need_asked,
            need_typed=state.need,
            left_to_ask=[question for question in left_to_ask(answer) if question != need_asked],
            text=as_text(answer),
            sheets=sheets(answer),
            saved=packed(answer),
            original=marked(critique.objective, notes),
            notes=notes,
            told=lambda finding: said(finding, critique.objective),
            guidance=GUIDANCE,
            origin=origin_of(answer.provenance),
        )

    def verdict(self, judged: Judgement) -> str:
        """Give one verdict, as a row of the list in which an answer shows them."""
        return self._page("part.html.j2", "", "", {}, None, judged=judged, danger="")

    def notice(self, words: str) -> str:
        """Give a notice of immediate danger, as an answer shows it."""
        return self._page("part.html.j2", "", "", {}, None, judged=None, danger=words)

    def compare(
        self,
        root: str,
        fields: Mapping[str, str],
        guarded: Guarded | None = None,
        mistakes: Mapping[str, str] | None = None,
        notice: str = "",
    ) -> str:
        """Give the page on which a rewrite made elsewhere is held against its original."""
        by_kind: dict[str, list[Concern]] = {}
        for concern in guarded.concerns if guarded else ():
            sure = concern.severity is Severity.FAULT or concern.kind is ConcernKind.NOT_SMART
            by_kind.setdefault(_KINDS[concern.kind] if sure else _ADVICE, []).append(concern)
        return self._page(
            "compare.html.j2",
            root,
            "/guard",
            fields,
            mistakes,
            guarded=guarded,
            danger=notice,
            concerns={words: by_kind[words] for words in (*_KINDS.values(), _ADVICE) if words in by_kind},
            said=lines_of(guarded.responsibility) if guarded else (),
            blames=guarded is not None and is_blaming(guarded.responsibility),
            harms=harm_lines(guarded.responsibility.harms) if guarded else (),
            origin=origin_of(guarded.provenance) if guarded else "",
        )

    def masked(
        self,
        root: str,
        fields: Mapping[str, str],
        sent: Leaving,
        notice: str,
        here: str = "/rewrite",
        along: Mapping[str, str] | None = None,
    ) -> str:
        """Give the page that shows all that would be sent to a model elsewhere, before a form is sent `here`.

        What is sent `along` with that form is the draft it is about, where there is one.
        """
        told = as_told(sent.context)
        parts = [("The rewrite" if here == "/guard" else "The objective", sent.text)]
        parts += [(name, told[field]) for field, name in _BESIDE.items() if told[field]]
        return self._page(
            "masked.html.j2",
            root,
            here if here == "/guard" else "/",
            fields,
            None,
            parts=parts,
            tokens=sent.tokens,
            doubtful=sent.doubtful,
            action=here,
            told=along or {name: fields[name] for name in ("objective", "rewrite", *_BESIDE) if fields.get(name)},
            danger=notice,
        )

    def training(
        self, root: str, examples: Handout, fields: Mapping[str, str], mistakes: Mapping[str, str] | None = None
    ) -> str:
        """Give the page on which objectives are pasted for a handout, with the worked examples."""
        return self._page("training.html.j2", root, "/handout", fields, mistakes, handout=examples)

    def handout(self, root: str, handout: Handout, fields: Mapping[str, str], column: str = "") -> str:
        """Give the page with before and after, to print. `fields` are what it was made from, to make it again."""
        sent = {name: fields[name] for name in ("draft", "objectives", "today") if fields.get(name)}
        return self._page("handout.html.j2", root, "/handout", {}, None, handout=handout, sent=sent, column=column)

    def trouble(self, root: str, title: str, words: str, request_id: str) -> str:
        """Give the page that tells a problem of the service, with what to do."""
        return self._page("trouble.html.j2", root, "", {}, None, title=title, words=words, request_id=request_id)

    def _page(
        self,
        template: str,
        root: str,
        here: str,
        fields: Mapping[str, str],
        mistakes: Mapping[str, str] | None,
        **data: Any,  # noqa: ANN401 - whatever the template shows
    ) -> str:
        return draw(
            template,
            at=lambda path: f"{root}{path}",
            asset=lambda name: f"{root}{asset_path(name)}",
            menu=_MENU,
            here=here,
            fields=fields,
            mistakes=mistakes or {},
            opened=lambda told, wrong: (
                any(told.get(name) for name in _BESIDE if name != "today") or set(wrong) & {*_BESIDE}
            ),
            model=self.model,
            masks=self.masks,
            engine=f"The language model is {self.model}." if self.model else "Rules alone answer; no language model.",
            labels=self.settings.labels,
            colour=_COLOURS,
            word=VERDICT_WORDS,
            **data,
        )
