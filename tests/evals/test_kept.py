"""Replies of a model are kept by what was asked, so that an eval can be scored again without asking."""

import asyncio
import json
from pathlib import Path

import pytest

from evals.kept import KeptChat, kept_names, stale
from rewriter.chat.port import Ask, Ending, Message, ModelFailure, Reply, Role
from rewriter.chat.scripted import ScriptedChat
from rewriter.prompts import version
from rewriter.replies.schema import schema_of
from rewriter.replies.shapes import ResponsibilityReply

LABEL = "answered by hand"


def ask(text: str) -> Ask:
    return Ask((Message(Role.USER, text),), schema_of(ResponsibilityReply, "responsibility"))


def reply(chat: KeptChat, text: str = "one") -> str:
    return asyncio.run(chat.reply(ask(text))).text


def test_what_was_asked_before_is_not_asked_again(tmp_path: Path) -> None:
    model = ScriptedChat("{}")
    assert reply(KeptChat("m", LABEL, model, tmp_path)) == "{}"
    assert reply(KeptChat("m", LABEL, None, tmp_path)) == "{}"
    assert len(model.asked) == 1


def test_what_was_never_asked_has_no_reply_without_a_model(tmp_path: Path) -> None:
    reply(KeptChat("m", LABEL, ScriptedChat("{}"), tmp_path))
    with pytest.raises(ModelFailure, match="no reply is kept"):
        reply(KeptChat("m", LABEL, None, tmp_path), "another")


def test_every_kept_line_says_how_its_answer_came_about(tmp_path: Path) -> None:
    reply(KeptChat("m", LABEL, ScriptedChat("{}"), tmp_path))
    (line,) = (tmp_path / f"m-{version()}.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["provenance"] == LABEL
    assert json.loads(line)["task"] == "responsibility"


def test_an_answer_that_was_cut_off_is_not_kept(tmp_path: Path) -> None:
    reply(KeptChat("m", LABEL, ScriptedChat(Reply("{", Ending.TRUNCATED)), tmp_path))
    assert not list(tmp_path.iterdir())


def test_replies_to_other_prompts_are_named_as_stale_and_not_used(tmp_path: Path) -> None:
    (tmp_path / "m-000000000000.jsonl").write_text("{}\n", encoding="utf-8")
    reply(KeptChat("n", LABEL, ScriptedChat("{}"), tmp_path))
    assert stale(tmp_path) == ("000000000000",)
    assert kept_names(tmp_path) == ("n",)


def test_the_replies_of_the_project_are_of_invented_cases_and_say_where_they_come_from() -> None:
    for name in kept_names():
        for path in (Path(__file__).parents[2] / "evals/replies").rglob(f"{name}-{version()}.jsonl"):
            provenances = {json.loads(line)["provenance"] for line in path.read_text("utf-8").splitlines()}
            assert provenances == {"answered through a loopback desk"}
