"""The services with a language model: it writes, the rules decide, and without it rules alone answer.

critique   rules, then one call; the two judges are reconciled
rewrite    rules, then one call for critique and draft; where abuse is in play a second call judges the draft
           alone; what the guard finds goes back to the model, at most twice; what still fails is withheld and
           the rules' draft is shown
check      rules, then one call
guard      rules, then one call that judges responsibility on the rewrite alone
fill       rules alone
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from rewriter import drafter, pipeline, prompts
from rewriter.answer import Change, Critique, Guarded, ModelUse, Provenance, Rewrite, Status
from rewriter.chat.port import Chat, FailureKind, Heard, Message, ModelFailure
from rewriter.consult import Consulted, Tally, consult
from rewriter.critic import JUDGED
from rewriter.drafting.agreeing import how_to_agree
from rewriter.drafting.assembly import assembled
from rewriter.drafting.beside import left_out_note, told_plainly
from rewriter.drafting.written import is_empty, pieces_of, texts_of
from rewriter.errors import ModelError
from rewriter.guarding.given import Given
from rewriter.guarding.guard import faults
from rewriter.guarding.second_reader import with_second_reader
from rewriter.guarding.sides import Side
from rewriter.outgoing import Outgoing
from rewriter.pasted.orders import rest_of
from rewriter.plan import Context, PlanKind
from rewriter.reconcile import reconciled, reconciled_responsibility
from rewriter.remembered import one_answer
from rewriter.replies.shapes import CritiqueReply, DraftReply, FaultLabel, ResponsibilityReply, RewriteReply
from rewriter.settings import Settings
from rewriter.smart import Responsibility, Severity
from rewriter.version import VERSION

__all__ = ["Checked", "Service"]

_MOST_REPAIRS = 2
_NOTE = "Written by a model and checked by rules:"
_LABELS = {
    FaultLabel.ON_VICTIM: "puts responsibility for harm on the person harmed",
    FaultLabel.UNASSIGNED: "leaves nobody responsible for the harm",
    FaultLabel.HIDES_INFORMATION: "rewards silence about the harm",
    FaultLabel.MUTUALISES: "gives one person's harm to both",
    FaultLabel.MINIMISES: "makes the harm smaller than it is",
}


class Checked(NamedTuple):
    """The labels for a text, with where they come from."""

    responsibility: Responsibility
    provenance: Provenance


class Service:
    """The product with a model behind it, or with none.

    `chat` is the model, None for rules alone. `seconds` is the longest that one answer may take, all calls together;
    when it is up the rules answer. Everything raised for the text itself is what `pipeline` raises; a model that
    fails raises nothing, the answer's provenance says what happened.

    With `masked`, names and all else that identifies are masked before anything is sent, and restored in what comes
    back; with `strict`, nothing is sent where something still looks unmasked. `wiring` sets both from the settings.
    """

    def __init__(
        self,
        chat: Chat | None = None,
        settings: Settings | None = None,
        *,
        seconds: float = 300,
        masked: bool = False,
        strict: bool = False,
    ) -> None:
        self._chat = chat
        self.settings = settings or Settings()
        self._seconds = seconds
        self._masked = masked or strict
        self._strict = strict

    async def critique(self, text: str, context: Context | None = None, *, id: str | None = None) -> Critique:
        """Judge one objective, goal or short plan; takes and raises what `pipeline.critique` does."""
        context = context or Context()
        rules = pipeline.critique(text, context, self.settings, id=id)
        if self._chat is None or rules.input_kind not in JUDGED:
            return rules
        tally = Tally()
        try:
            async with self._time():
                asking = rest_of(text)  # an order to a tool stays here
                outgoing = self._outgoing(asking, context)
                asked = (prompts.instructions("critique"), outgoing.case(asking, context))
                consulted = await consult(self._chat, asked, CritiqueReply, "critique", tally, outgoing=outgoing)
                outgoing.refuse_strangers(consulted.written)
                reply = consulted.reply
        except (ModelError, TimeoutError) as error:
            return replace(rules, provenance=self._provenance(rules.provenance, tally, "rules", _why(error)))
        judged = reconciled(rules, reply, context)
        return replace(judged, provenance=self._provenance(rules.provenance, tally, "model"))

    async def check(
        self, text: str, context: Context | None = None, kind: str | PlanKind = PlanKind.OBJECTIVE
    ) -> Checked:
        """Give the six labels for a text; takes and raises what `pipeline.check` does."""
        context = context or Context()
        rules = pipeline.check(text, context, kind, self.settings)
        base = Provenance("rules", VERSION, rules_off=tuple(sorted(self.settings.rules_off)))
        if self._chat is None:
            return Checked(rules, base)
        tally = Tally()
        try:
            async with self._time():
                asking = rest_of(text)
                outgoing = self._outgoing(asking, context)
                reply = await self._judged(self._chat, asking, PlanKind(kind), context, tally, outgoing)
        except (ModelError, TimeoutError) as error:
            return Checked(rules, self._provenance(base, tally, "rules", _why(error)))
        labels = reconciled_responsibility(text, rules, reply, context)
        return Checked(labels, self._provenance(base, tally, "model"))

    async def guard(
        self,
        objective: str,
        rewrite: str,
        context: Context | None = None,
        changes: Sequence[Change] = (),
        *,
        id: str | None = None,
    ) -> Guarded:
        """Judge a rewrite made anywhere against its original; takes and raises what `pipeline.guard` does.

        The rules compare the two texts. The model then reads the rewrite alone, for who is made responsible.
        """
        context = context or Context()
        rules = pipeline.guard(objective, rewrite, context, changes, self.settings, id=id)
        if self._chat is None:
            return rules
        tally = Tally()
        known = replace(context, harms=context.harms or rules.responsibility.harms)
        kind = PlanKind.PLAN if len(rewrite.strip().splitlines()) > 1 else PlanKind.OBJECTIVE
        try:
            async with self._time():
                outgoing = self._outgoing(f"{objective}\n{rewrite}", known)  # the original's names are in the rewrite
                reply = await self._judged(self._chat, rewrite, kind, known, tally, outgoing)
        except (ModelError, TimeoutError) as error:
            return replace(rules, provenance=self._provenance(rules.provenance, tally, "rules", _why(error)))
        labels = reconciled_responsibility(rewrite, rules.responsibility, reply, known)
        read = with_second_reader(rules, labels, rewrite)
        return replace(read, provenance=self._provenance(rules.provenance, tally, "model"))

    async def rewrite(
        self, text: str, context: Context | None = None, *, id: str | None = None, heard: Heard | None = None
    ) -> Rewrite:
        """Draft a goal and SMART objectives; takes and raises what `pipeline.rewrite` does.

        With `heard`, the model's words are passed on as they arrive (see `streaming`); nothing of a draft may be
        shown before this returns.
        """
        with one_answer():
            return await self._rewritten(text, context or Context(), id, heard)

    async def _rewritten(self, text: str, context: Context, id: str | None, heard: Heard | None) -> Rewrite:
        rules = pipeline.critique(text, context, self.settings, id=id)
        if self._chat is None or rules.input_kind not in JUDGED:
            return drafter.draft(rules, context, self.settings)
        tally = Tally()
        written = _Written(rules, None, ())
        try:
            async with self._time():
                written = await self._written(self._chat, rules, context, tally, heard)
        except (ModelError, TimeoutError) as error:
            written = written._replace(fallback=_why(error))
        judged_by = "rules" if written.critique is rules else "model"
        provenance = self._provenance(rules.provenance, tally, judged_by, written.fallback)
        judged = replace(written.critique, provenance=provenance)
        if written.rewrite is not None:
            return replace(written.rewrite, critique=judged, provenance=provenance)
        use = ModelUse.WITHHELD if written.withheld else ModelUse.NONE
        return replace(drafter.draft(judged, context, self.settings), model=use, withheld_because=written.withheld)

    async def _written(
        self, chat: Chat, rules: Critique, context: Context, tally: Tally, heard: Heard | None
    ) -> "_Written":
        """The model's critique and draft, repaired where the guard found something, or the reasons to withhold it."""
        text = rest_of(rules.objective)
        backing = sorted({finding.rule for finding in rules.findings if finding.severity is Severity.FAULT})
        outgoing = self._outgoing(text, context)
        asked: tuple[Message, ...] = (
            prompts.instructions("rewrite"),
            outgoing.case(text, context, rules=backing),
        )
        consulted = await consult(chat, asked, RewriteReply, "rewrite", tally, outgoing=outgoing, heard=heard)
        outgoing.refuse_strangers(consulted.written.critique)
        critique = reconciled(rules, consulted.reply.critique, context)
        if critique.input_kind not in JUDGED or drafter.is_smart_already(critique):
            return _Written(critique, drafter.draft(critique, context, self.settings), ())
        known = replace(context, harms=context.harms or critique.responsibility.harms)
        given = Given(Side(text, known), known)
        concerns: tuple[str, ...] = ()
        for turn in range(_MOST_REPAIRS + 1):
            try:
                concerns = await self._concerns(chat, consulted, critique, given, tally, outgoing)
            except (ModelError, TimeoutError) as error:
                return _Written(critique, None, (f"The draft could not be judged: {_why(error)}.",), _why(error))
            if not concerns:
                return _Written(critique, self._assembled(consulted.reply.draft, critique, context, known), ())
            if turn == _MOST_REPAIRS:
                break
            try:
                again = (*consulted.conversation, outgoing.concerns(concerns))
                consulted = await consult(chat, again, RewriteReply, "repair", tally, outgoing=outgoing)
            except ModelError as error:
                return _Written(critique, None, concerns, _why(error))
        return _Written(critique, None, concerns)

    async def _concerns(
        self,
        chat: Chat,
        consulted: Consulted[RewriteReply],
        critique: Critique,
        given: Given,
        tally: Tally,
        outgoing: Outgoing,
    ) -> tuple[str, ...]:
        """What the guard finds in a draft, in words for the model and the reader; the model judges last."""
        draft = consulted.reply.draft
        if is_empty(draft):
            return ("There is no objective in the draft.",)
        strangers = outgoing.strangers(consulted.written.draft)
        if strangers:
            return tuple(_said("This is in nothing that was sent", name) for name in strangers)
        plan = "\n".join(texts_of(draft))
        changes = [change for piece in pieces_of(draft)[1] for change in piece.changes]
        found = tuple(_said(concern.message, concern.text) for concern in faults(given, plan, changes, self.settings))
        found = (*found, *_gone(consulted.written.draft, critique.objective, outgoing, found))
        if found or not (critique.responsibility.abuse or given.context.harms):
            return found
        kind = PlanKind.PLAN if len(texts_of(draft)) > 1 else PlanKind.OBJECTIVE
        reply = await self._judged(chat, plan, kind, given.context, tally, outgoing)
        return tuple(_said(f"It {_LABELS[fault.label]}: {fault.reason}", fault.words) for fault in reply.faults)

    async def _judged(
        self, chat: Chat, text: str, kind: PlanKind, context: Context, tally: Tally, outgoing: Outgoing
    ) -> ResponsibilityReply:
        """Have the model judge responsibility on a text alone, knowing only who is who and who harms whom."""
        told = Context(people=context.people, harms=context.harms)
        asked = (prompts.instructions("responsibility"), outgoing.case(text, told, kind.value))
        consulted = await consult(chat, asked, ResponsibilityReply, "responsibility", tally, outgoing=outgoing)
        outgoing.refuse_strangers(consulted.written)
        return consulted.reply

    def _assembled(self, draft: DraftReply, critique: Critique, context: Context, known: Context) -> Rewrite:
        goals, pieces = pieces_of(draft)
        left_out = left_out_note(critique.objective, context)
        base = Rewrite(
            Status.READY,
            critique,
            model=ModelUse.USED,
            safety_notice=critique.safety_notice,
            note=f"{_NOTE} {how_to_agree(critique.responsibility)} {left_out}".strip(),
            context=told_plainly(context),
            id=critique.id,
        )
        return assembled(base, goals, pieces, told_plainly(known), self.settings)

    def _outgoing(self, text: str, context: Context) -> Outgoing:
        return Outgoing(text, context, masked=self._masked, strict=self._strict)

    def _time(self) -> asyncio.Timeout:
        return asyncio.timeout(self._seconds)

    def _provenance(self, base: Provenance, tally: Tally, engine: str, fallback: str = "") -> Provenance:
        return replace(
            base,
            engine=engine,
            prompt_version=prompts.version(),
            model=self._chat.name if self._chat else "",
            calls=tally.calls,
            characters_sent=tally.characters_sent,
            characters_received=tally.characters_received,
            tokens_sent=tally.tokens_sent,
            tokens_received=tally.tokens_received,
            masked=self._masked,
            fallback=fallback,
        )


class _Written(NamedTuple):
    """What came of asking: the critique, the rewrite if it may be shown, and else why not."""

    critique: Critique
    rewrite: Rewrite | None
    withheld: tuple[str, ...]
    fallback: str = ""


def _gone(draft: DraftReply, text: str, outgoing: Outgoing, found: Sequence[str]) -> tuple[str, ...]:
    """Who stands in the text sent and, by the tokens, nowhere in a draft, unless a change that it declares says so.

    Those whom the guard found missing already are not said again.
    """
    changed = [change.from_ for change in draft.changes]
    gone = outgoing.missing(text, (*texts_of(draft), *changed))
    message = "This person of the text is nowhere in the draft, and no change says why"
    return tuple(_said(message, name) for name in gone if not any(name in concern for concern in found))


def _said(message: str, words: str) -> str:
    message = message.strip().rstrip(".")
    return f"{message}: “{words.strip()}”." if words.strip() else f"{message}."


def _why(error: BaseException) -> str:
    if isinstance(error, TimeoutError):
        return str(ModelFailure(FailureKind.TIMEOUT, "the model took longer than the time allowed"))
    return str(error)
