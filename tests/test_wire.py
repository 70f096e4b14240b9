"""The contract on the wire: every answer fits its schema and comes back whole; what comes in is checked."""

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.answer import (
    Change,
    Concern,
    Critique,
    Gap,
    Goal,
    Guarded,
    Objective,
    ObjectiveMeasure,
    Provenance,
    Rewrite,
    SelfCheck,
)
from rewriter.errors import InputError
from rewriter.people import Harm, HarmBasis, Person
from rewriter.plan import Context
from rewriter.smart import CRITERIA, Finding, Judgement, Responsibility
from rewriter.wire import outward
from rewriter.wire.answers import CheckAnswer, CritiqueAnswer, GuardAnswer, RewriteAnswer
from rewriter.wire.inward import (
    CheckLine,
    ContextIn,
    ObjectiveLine,
    answers_from_json,
    context_from_json,
    parsed,
    request_of,
    rewrite_from_json,
)

PASTED = "Chipo told me in confidence"

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
counts = st.integers(0, 10_000)
findings = st.builds(
    Finding, rule=texts, start=counts, end=counts, text=texts, message=texts, question=texts, source=texts
)
judgements = st.builds(Judgement, reason=texts, question=texts, findings=st.lists(findings, max_size=2).map(tuple))
harms = st.builds(Harm, to=texts, by=texts, what=texts)
labels = st.builds(
    Responsibility, harms=st.lists(harms, max_size=2).map(tuple), findings=st.lists(findings, max_size=2).map(tuple)
)
provenances = st.builds(
    Provenance,
    engine=st.sampled_from(["rules", "model"]),
    contract_version=st.just(1),
    calls=counts,
    rules_off=st.lists(texts, max_size=2).map(tuple),
)
critiques = st.builds(
    Critique,
    objective=texts,
    judgements=st.lists(judgements, max_size=5).map(tuple),
    findings=st.lists(findings, max_size=2).map(tuple),
    responsibility=labels,
    provenance=provenances,
    advice_to_reader=texts,
    safety_notice=texts,
    ignored=st.lists(st.tuples(findings, texts), max_size=2).map(tuple),
    id=st.none() | texts,
)
objectives = st.builds(
    Objective,
    text=texts,
    measure=st.builds(ObjectiveMeasure, kind=st.sampled_from(["hard", "soft"])),
    tolerance=texts,
    contingency=texts,
    definitions=st.lists(texts, max_size=2).map(tuple),
)
contexts = st.builds(
    Context,
    need=texts,
    people=st.lists(st.builds(Person, texts, texts), max_size=2).map(tuple),
    harms=st.lists(st.builds(Harm, texts, texts, texts, st.just(HarmBasis.GIVEN)), max_size=2).map(tuple),
    today=st.none() | st.dates(),
    names=st.lists(texts, max_size=2).map(tuple),
)
rewrites = st.builds(
    Rewrite,
    critique=critiques,
    context=contexts,
    goals=st.lists(st.builds(Goal, need=texts), max_size=2).map(tuple),
    objectives=st.lists(objectives, max_size=2).map(tuple),
    gaps=st.lists(st.builds(Gap, start=counts, end=counts, suggestion=texts), max_size=2).map(tuple),
    changes=st.lists(st.builds(Change), max_size=2).map(tuple),
    responsibility=labels,
    self_check=st.lists(
        st.builds(SelfCheck, objective=counts, judgements=st.lists(judgements, max_size=5).map(tuple)), max_size=2
    ).map(tuple),
    withheld_because=st.lists(texts, max_size=2).map(tuple),
    safety_notice=texts,
    note=texts,
    provenance=provenances,
    id=st.none() | texts,
)
guardeds = st.builds(
    Guarded,
    concerns=st.lists(st.builds(Concern, start=counts, end=counts, text=texts, message=texts), max_size=2).map(tuple),
    responsibility=labels,
    provenance=provenances,
    id=st.none() | texts,
)


def through_the_wire(data: outward.Json) -> bytes:
    sent = outward.line(data)
    assert b"\n" not in sent
    return sent


@given(critiques)
def test_a_critique_fits_its_schema_and_comes_back_whole(answer: Critique) -> None:
    """Nothing of a critique is lost on the wire, and nothing stands there that the schema does not know."""
    assert CritiqueAnswer.model_validate_json(through_the_wire(outward.critique_json(answer))).to_answer() == answer


@given(guardeds)
def test_what_the_guard_says_fits_its_schema_and_comes_back_whole(answer: Guarded) -> None:
    """Nothing of it is lost on the wire."""
    assert GuardAnswer.model_validate_json(through_the_wire(outward.guard_json(answer))).to_answer() == answer


@given(rewrites)
def test_a_rewrite_fits_its_schema_and_comes_back_whole(answer: Rewrite) -> None:
    """Nothing of a rewrite is lost on the wire."""
    assert RewriteAnswer.model_validate_json(through_the_wire(outward.rewrite_json(answer))).to_answer() == answer


@given(labels, provenances, texts)
def test_the_labels_of_a_check_fit_their_schema(answer: Responsibility, provenance: Provenance, notice: str) -> None:
    """The answer of `check` fits its schema and keeps every label, harm and finding."""
    sent = through_the_wire(outward.check_json(answer, provenance, notice, "k1"))
    assert CheckAnswer.model_validate_json(sent).to_answer() == answer


@given(critiques)
def test_the_same_answer_gives_the_same_bytes(answer: Critique) -> None:
    """Written twice, an answer is byte-identical."""
    assert outward.line(outward.critique_json(answer)) == outward.line(outward.critique_json(answer))


def test_the_fields_are_the_contracts() -> None:
    """The names at the top of each answer are those of the contract, with `from` for a change."""
    assert {"input_kind", "judgements", "findings", "needs_goal_split", "responsibility", "provenance"} <= set(
        CritiqueAnswer.model_fields
    )
    contract = "status critique goals objectives gaps changes responsibility self_check model safety_notice provenance"
    assert set(contract.split()) <= set(RewriteAnswer.model_fields)
    change = outward.rewrite_json(
        Rewrite(**{**vars_of_rewrite(), "changes": (Change("a", "b", "c", "d"),)})  # type: ignore[arg-type]
    )["changes"]
    assert change == [{"from": "a", "to": "b", "reason": "c", "rule": "d"}]


def vars_of_rewrite() -> dict[str, object]:
    from rewriter.answer import Status
    from rewriter.smart import InputKind

    critique = Critique("x", InputKind.OBJECTIVE, (), (), False, Responsibility(), Provenance("rules", "1"))
    return {"status": Status.READY, "critique": critique}


def test_a_rewrite_saved_without_what_was_told_is_read_as_told_nothing() -> None:
    """A draft from before it carried its context can still be filled."""
    saved = outward.rewrite_json(Rewrite(**vars_of_rewrite()))  # type: ignore[arg-type]
    del saved["context"]
    assert rewrite_from_json(json.dumps(saved)).context == Context()


def test_five_judgements_are_the_most() -> None:
    """A sixth judgement does not fit the schema."""
    assert CritiqueAnswer.model_json_schema()["properties"]["judgements"]["maxItems"] == len(CRITERIA)


def test_a_context_is_read_as_it_was_told() -> None:
    """Every field of the contract's context arrives; nulls mean that nothing was said."""
    told = {
        "need": "late for school",
        "baseline": None,
        "people": [{"name": "Danuta", "role": "mother"}],
        "harms": [{"to": "Mum", "by": "Dad"}],
        "today": "2026-09-07",
        "review_date": None,
        "names": ["Danuta"],
    }
    assert context_from_json(json.dumps(told)) == Context(
        need="late for school",
        people=(Person("Danuta", "mother"),),
        harms=(Harm("Mum", "Dad"),),
        today=date(2026, 9, 7),
        names=("Danuta",),
    )


def test_no_day_is_filled_in() -> None:
    """A missing today stays missing."""
    assert context_from_json("{}").today is None


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"nead": PASTED}, "nead"),
        ({"today": PASTED}, "today"),
        ({"today": 20260907}, "today"),
        ({"today": "2026-02-30"}, "today"),
        ({"today": "2026-09-07T10:00"}, "today"),
        ({"need": [PASTED]}, "need"),
        ({"people": [{"name": "", "role": PASTED}]}, "people.0.name"),
        ({"people": PASTED}, "people"),
        ({"harms": [{"to": "Mum", "by": "Dad", PASTED: 1}]}, "harms.0.a field"),
        ({"names": [PASTED, 3]}, "names.1"),
        ([PASTED], "the context"),
    ],
)
def test_a_mistake_in_a_context_names_the_field_and_repeats_nothing(told: object, field: str) -> None:
    """The message says where, and holds nothing of what stood there."""
    with pytest.raises(InputError) as raised:
        context_from_json(json.dumps(told))
    assert str(raised.value).startswith(f"{field}: ")
    assert "confidence" not in str(raised.value)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_any_json_is_a_request_or_an_input_error(data: object) -> None:
    """Whatever JSON comes in, the only error is the product's own."""
    for read in (
        lambda: context_from_json(json.dumps(data)),
        lambda: rewrite_from_json(json.dumps(data)),
        lambda: answers_from_json(json.dumps(data)),
        lambda: request_of(data, ObjectiveLine),
        lambda: request_of(data, CheckLine),
    ):
        said: object = None
        try:
            said = read()
        except InputError as refusal:
            said = str(refusal)
        assert said not in (None, "")


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "nul", '{"a": 1,}', "9" * 5000, '"\\ud800"'])
def test_what_is_not_json_is_said_to_be_so(text: str) -> None:
    """Malformed, deeply nested or overlong JSON is one clear error; never another exception."""
    with pytest.raises(InputError):
        context_from_json(text)


def test_a_line_takes_its_context_before_what_is_told_for_all() -> None:
    """What a line says of its context goes before the flags; what it leaves out comes from them."""
    request = request_of({"objective": "x", "context": {"need": "hers"}}, ObjectiveLine)
    assert request.context is not None
    merged = request.context.to_context(Context(need="all", baseline="2 days"))
    assert (merged.need, merged.baseline) == ("hers", "2 days")


@pytest.mark.parametrize("written", ['{"objective": "\\ud800"}', '{"objective": "x", "id": "\\uDFFF"}'])
def test_half_a_character_is_not_text(written: str) -> None:
    """A lone surrogate, which UTF-8 cannot hold, is refused at the door; a whole pair is text."""
    with pytest.raises(InputError, match="half a character"):
        parsed(written)
    assert parsed('"\\ud83d\\ude00"') == "\U0001f600"


def test_a_saved_rewrite_whose_gap_is_no_bracket_is_refused() -> None:
    """Offsets that do not point at a bracket would close the wrong words, so they are an error that names the gap."""
    text = "Sarah to attend [4 days] a week."
    saved = outward.rewrite_json(
        Rewrite(
            **{  # type: ignore[arg-type]
                **vars_of_rewrite(),
                "objectives": (Objective("", text, ("Sarah",), "attend"),),
                "gaps": (Gap("q1", "objectives.0", 0, 5, "How many?"),),
            }
        )
    )
    with pytest.raises(InputError, match=r"gaps\.0: no \[bracket\] stands there"):
        rewrite_from_json(json.dumps(saved))


def test_what_is_nothing_but_white_space_is_so_in_the_patterns_of_a_browser_too() -> None:
    """A description's patterns are read as JavaScript's, whose white space lacks some that is stripped here."""
    known_there = "\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"
    names = ContextIn.model_json_schema()["properties"]["names"]["items"]["pattern"]
    blank = "".join(sign for sign in map(chr, range(0x10000)) if not sign.strip())
    assert not re.search(names.replace("\\s", known_there), blank)
