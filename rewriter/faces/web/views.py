"""What a page shows, made from an answer: templates filled with data, every word from users or models escaped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from rewriter import pipeline
from rewriter.answer import Concern, ConcernKind, Guarded, ModelUse, Rewrite, Status
from rewriter.faces.web.accepting import mark_of
from rewriter.faces.web.assets import asset_path
from rewriter.faces.web.handout import Shown
from rewriter.faces.web.marking import Place, marked, places
from rewriter.faces.web.sheets import as_text, sheets
from rewriter.faces.wording import VERDICT_WORDS, harm_lines, once_agreed, origin, responsibility_lines
from rewriter.masking.masking import Masked
from rewriter.questions import left_to_ask
from rewriter.settings import Settings
from rewriter.smart import Responsibility, Severity
from rewriter.wire import outward

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["Drafting", "Views"]

_MENU = (("/", "An objective"), ("/guard", "Check a rewrite"), ("/handout", "Worked examples"))
_COLOURS = {"met": "green", "partly": "yellow", "not_met": "red", "unclear": "grey"}
_KINDS = {
    ConcernKind.RESPONSIBILITY: "Puts the harm on the wrong person",
    ConcernKind.INVENTED: "States what nobody gave",
    ConcernKind.CHANGED: "States otherwise what was given",
    ConcernKind.DROPPED: "Leaves out what was given",
    ConcernKind.OPEN_ENDED_TIME: "Gives a time without an end",
    ConcernKind.NOT_SMART: "Is not yet SMART",
}
_BESIDE = ("need", "baseline", "people", "harms", "today", "review_date", "names")


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("rewriter.faces.web"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@dataclass(frozen=True, slots=True)
class Drafting:
    """What somebody did with a draft: typed into gaps, accepted changes (their marks), put it in other words."""

    typed: Mapping[str, str] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()
    edited: bool = False


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
        notes = [finding for finding in critique.findings if finding.severity is Severity.FAULT and finding.text]
        found = answer.responsibility
        return self._page(
            "answer.html.j2",
            root,
            "/",
            fields,
            mistakes,
            answer=answer,
            headline=_headline(answer),
            withheld=answer.withheld_because if answer.model is ModelUse.WITHHELD else (),
            said=_lines(critique.responsibility),
            said_of_draft=_lines(found) if answer.objectives and not judged_only else (),
            blames=_is_blaming(critique.responsibility),
            harms=harm_lines(critique.responsibility.harms),
            draft=() if judged_only else _draft(answer, self.settings),
            typed=state.typed,
            edited=state.edited,
            accepted=state.accepted,
            mark_of=mark_of,
            standing=lambda change: any(change.to in place.text for place in places(answer)),
            concerns=_concerns(answer, self.settings) if state.edited else (),
            left_to_ask=left_to_ask(answer),
            text=as_text(answer),
            sheets=sheets(answer),
            saved=outward.line(outward.rewrite_json(answer)).decode(),
            original=marked(critique.objective, notes),
            notes=notes,
            origin=_sentence(f"Judged {origin(answer.provenance)}"),
        )

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
        for kind, words in _KINDS.items():
            found = [concern for concern in (guarded.concerns if guarded else ()) if concern.kind is kind]
            if found:
                by_kind[words] = found
        return self._page(
            "compare.html.j2",
            root,
            "/guard",
            fields,
            mistakes,
            guarded=guarded,
            danger=notice,
            concerns=by_kind,
            said=_lines(guarded.responsibility) if guarded else (),
            blames=guarded is not None and _is_blaming(guarded.responsibility),
            harms=harm_lines(guarded.responsibility.harms) if guarded else (),
            origin=_sentence(f"Judged {origin(guarded.provenance)}") if guarded else "",
        )

    def masked(self, root: str, fields: Mapping[str, str], masked: Masked, notice: str) -> str:
        """Give the page that shows what would be sent to a model elsewhere."""
        text = fields["objective"]
        tokens = dict.fromkeys((token.token, text[token.start : token.end]) for token in masked.tokens)
        told = {name: fields[name] for name in ("objective", *_BESIDE) if fields.get(name)}
        return self._page(
            "masked.html.j2",
            root,
            "/",
            fields,
            None,
            sent=masked.masked,
            tokens=tuple(tokens),
            told=told,
            danger=notice,
        )

    def handout(self, root: str, shown: Sequence[Shown], saved: str = "") -> str:
        """Give the page with before and after, to print."""
        return self._page("handout.html.j2", root, "/handout", {}, None, shown=shown, saved=saved)

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
        return (
            _environment()
            .get_template(template)
            .render(
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
                engine=f"The language model is {self.model}."
                if self.model
                else "Rules alone answer; no language model.",
                labels=self.settings.labels,
                colour=_COLOURS,
                word=VERDICT_WORDS,
                **data,
            )
        )


def _headline(answer: Rewrite) -> str:
    number = len(answer.gaps)
    return {
        Status.READY: "A draft, with nothing left to agree",
        Status.NEEDS_ANSWERS: f"A draft, with {number} {'thing' if number == 1 else 'things'} to agree",
        Status.UNCHANGED: "This is SMART as it stands",
        Status.NOT_AN_OBJECTIVE: "This does not look like an objective",
    }[answer.status]


def _is_blaming(found: Responsibility) -> bool:
    return any((found.on_victim, found.unassigned, found.hides_information, found.mutualises, found.minimises))


def _lines(found: Responsibility) -> tuple[str, ...]:
    return responsibility_lines(found) if found.abuse or found.on_victim or found.minimises else ()


def _draft(answer: Rewrite, settings: Settings) -> tuple[dict[str, Any], ...]:
    """The places of a draft with a title, and how each objective does by the same rules."""
    does = {
        f"objectives.{check.objective}": once_agreed(check.judgements, len(check.depends_on), settings.labels)
        for check in answer.self_check
    }
    return tuple(
        {
            "where": place.where,
            "text": place.text,
            "parts": place.parts,
            "gaps": place.gaps,
            "title": _title(place, answer),
            "does": does.get(place.where, ""),
        }
        for place in places(answer)
    )


def _title(place: Place, answer: Rewrite) -> str:
    group, _, number = place.where.partition(".")
    name, many = ("Goal", len(answer.goals)) if group == "goals" else ("Objective", len(answer.objectives))
    return name if many == 1 else f"{name} {int(number) + 1}"


def _concerns(answer: Rewrite, settings: Settings) -> tuple[Concern, ...]:
    """What the guard finds in a person's own words, against what was pasted."""
    guarded = pipeline.guard(answer.critique.objective, as_text(answer), answer.context, answer.changes, settings)
    return tuple(concern for concern in guarded.concerns if concern.severity is Severity.FAULT)


def _sentence(words: str) -> str:
    return words if words.endswith(".") else f"{words}."
