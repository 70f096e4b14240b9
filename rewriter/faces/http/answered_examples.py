"""What OpenAPI shows as answers: what rules alone give to each example of a request. The tests hold them against it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, TypeAlias

from pydantic import TypeAdapter

from rewriter import fewshot, pipeline
from rewriter.faces.answering import Verb, by_rules
from rewriter.faces.http import shown
from rewriter.faces.http.events import MEDIA_TYPE as EVENTS
from rewriter.faces.http.events import as_sent
from rewriter.plan import Context
from rewriter.rules import RULES
from rewriter.settings import Settings
from rewriter.streaming import Event, EventKind
from rewriter.version import VERSION
from rewriter.wire import inward, outward
from rewriter.wire.asked import BatchIn, CheckIn, FillIn, MaskIn, ObjectiveIn, RewriteIn
from rewriter.wire.catalogue import example_json, rule_json

__all__ = ["Shown", "answered_examples"]

_JSON = "application/json"
_Examples: TypeAlias = Mapping[str, Any]
_METRICS = """\
# HELP rewriter_requests_total Requests answered.
# TYPE rewriter_requests_total counter
rewriter_requests_total{route="/v1/critique",status="200"} 1.0
"""


class Shown(NamedTuple):
    """The examples of the answer of one route in one media type."""

    path: str
    method: str
    media_type: str
    examples: dict[str, Any]


def answered_examples(settings: Settings, model: str) -> Iterator[Shown]:
    """Give all of them, named as the examples of the requests are. `model` is the name of the model, "" for none."""
    settings = replace(settings, max_characters=max(settings.max_characters, Settings().max_characters))
    for path, value in (
        ("/healthz", {"status": "alive", "version": VERSION}),
        ("/readyz", {"status": "ready", "engine": "model" if model else "rules", "model": model}),
    ):
        yield Shown(path, "get", _JSON, {"as it is here": {"summary": "As it is here", "value": value}})
    yield Shown("/metrics", "get", "text/plain", {"a count": {"summary": "One of the counts", "value": _METRICS}})
    for path, key, listed in (
        ("/v1/rules", "rules", [rule_json(rule) for rule in RULES]),
        ("/v1/examples", "examples", [example_json(example) for example in fewshot.load()]),
    ):
        first = {"contract_version": 1, key: listed[:1]}
        summary = f"The first of {len(listed)}"
        yield Shown(path, "get", _JSON, {"the first": {"summary": summary, "value": _plain(first)}})
    yield from _of_one_text(settings)
    yield from _of_drafts_and_batches(settings)


def _of_one_text(settings: Settings) -> Iterator[Shown]:
    routes: tuple[tuple[Verb, type[ObjectiveIn | CheckIn | RewriteIn | MaskIn], _Examples], ...] = (
        ("critique", ObjectiveIn, shown.OBJECTIVES),
        ("check", CheckIn, shown.CHECKS),
        ("rewrite", ObjectiveIn, shown.OBJECTIVES),
        ("guard", RewriteIn, shown.GUARDS),
        ("mask", MaskIn, shown.MASKS),
    )
    for verb, shape, examples in routes:
        asked = {name: shape.model_validate(example["value"]).to_request() for name, example in examples.items()}
        answers = {name: by_rules(verb, one, _context(one), settings) for name, one in asked.items()}
        yield Shown(f"/v1/{verb}", "post", _JSON, _named(examples, answers))
        if verb == "rewrite":
            streams = {name: _stream(one, settings) for name, one in asked.items()}
            yield Shown("/v1/rewrite", "post", EVENTS, _named(examples, streams))


def _of_drafts_and_batches(settings: Settings) -> Iterator[Shown]:
    fills = shown.fills()
    filled = {}
    for name, example in fills.items():
        told = FillIn.model_validate(example["value"])
        saved = inward.rewrite_of(told.rewrite)
        filled[name] = outward.rewrite_json(pipeline.fill(saved, told.answers, settings, saved.context))
    yield Shown("/v1/fill", "post", _JSON, _named(fills, filled))
    batch: TypeAdapter[Any] = TypeAdapter(BatchIn)
    answers: dict[str, outward.Json] = {}
    for name, example in shown.BATCHES.items():
        many = batch.validate_python(example["value"])
        beside = many.context.to_context() if many.context else Context()
        asked = [item.to_request() for item in many.items]
        answers[name] = {"answers": [by_rules(many.verb, one, _context(one, beside), settings) for one in asked]}
    yield Shown("/v1/batch", "post", _JSON, _named(shown.BATCHES, answers))


def _context(asked: inward.Request, beside: Context | None = None) -> Context:
    return asked.context.to_context(beside) if asked.context else beside or Context()


def _stream(asked: inward.Request, settings: Settings) -> str:
    made = pipeline.rewrite(asked.text, _context(asked), settings)
    judged = [Event(EventKind.JUDGEMENT, judgement) for judgement in made.critique.judgements]
    last = [Event(EventKind.CRITIQUE, made.critique), Event(EventKind.REWRITE, made), Event(EventKind.DONE)]
    return as_sent([*judged, *last], asked.id)


def _named(asked: _Examples, answers: Mapping[str, outward.Json | str]) -> dict[str, Any]:
    """Give answers under the names and summaries of what was asked."""
    return {
        name: {
            "summary": f"{asked[name]['summary']}: the answer of rules alone",
            "value": answer if isinstance(answer, str) else _plain(answer),
        }
        for name, answer in answers.items()
    }


def _plain(answer: outward.Json) -> Any:  # noqa: ANN401 - as JSON has it
    return json.loads(outward.line(answer))
