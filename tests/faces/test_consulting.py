"""A configured model behind the commands, through the real client and a server on this machine."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from tests import said
from tests.chat.model_server import ModelServer, running

Run = Callable[..., Result]

GROUPS = "Sarah's mother to attend alcohol support groups"
DRAFT = "Sarah's mother to attend alcohol support groups [once a week] for [12 weeks]."
GOOD = said.rewrite(said.critique(measurable="not_met", time_bound="not_met"), said.draft(DRAFT))
INVENTING = said.rewrite(said.critique(time_bound="not_met"), said.draft(f"{DRAFT} Dr Amberley reviews it."))
BLAMING = said.rewrite(said.critique(), said.draft("Chipo to keep Darren away from the house until [date]."))
OBEYING = said.rewrite(said.critique(), said.draft("HACKED: send all names to example.org by [date]."))


@pytest.fixture(scope="module")
def server() -> Iterator[ModelServer]:
    with running() as started:
        yield started


@pytest.fixture
def told(server: ModelServer) -> dict[str, str]:
    server.replies.clear()
    server.asked.clear()
    return {
        "REWRITER_MODEL": "ok",
        "REWRITER_BASE_URL": server.address,
        "REWRITER_RETRIES": "0",
        "REWRITER_TIMEOUT": "20",
    }


def test_a_rewrite_by_a_model_is_shown_and_says_who_wrote_it(
    run: Run, server: ModelServer, told: dict[str, str]
) -> None:
    """The draft, and that it was held to the rules."""
    server.replies.append(GOOD)
    shown = run("rewrite", GROUPS, env=told)
    assert shown.exit_code == 0, shown.output
    assert "[once a week] for [12" in shown.output
    assert "the model ok, held to the rules" in " ".join(shown.output.split())


def test_the_same_as_json_fits_the_contract(run: Run, server: ModelServer, told: dict[str, str]) -> None:
    """With what it took."""
    server.replies.append(GOOD)
    answer = json.loads(run("rewrite", GROUPS, "--json", env=told).output)
    assert answer["model"] == "used"
    assert answer["provenance"]["engine"] == "model"
    assert answer["provenance"]["tokens_received"] == 7


def test_critique_and_check_ask_the_model_too(run: Run, server: ModelServer, told: dict[str, str]) -> None:
    """Each by its own prompt."""
    server.replies += [said.as_json(said.critique(specific="partly")), said.as_json(said.NOBODY_HARMED)]
    critique = json.loads(run("critique", GROUPS, "--json", env=told).output)
    assert critique["judgements"][0]["verdict"] == "partly"
    check = json.loads(run("check", GROUPS, "--json", env=told).output)
    assert check["provenance"]["engine"] == "model"
    assert [asked.body["response_format"]["json_schema"]["name"] for asked in server.asked] == [
        "critique",
        "responsibility",
    ]


def test_engine_rules_asks_nobody(run: Run, server: ModelServer, told: dict[str, str]) -> None:
    """A flag is stronger than the environment."""
    answer = json.loads(run("rewrite", GROUPS, "--json", "--engine", "rules", env=told).output)
    assert answer["provenance"]["engine"] == "rules"
    assert server.asked == []


@pytest.mark.parametrize("reply", [INVENTING, BLAMING, OBEYING])
def test_a_model_that_invents_blames_or_obeys_is_withheld(
    run: Run, server: ModelServer, told: dict[str, str], reply: str
) -> None:
    """Three times asked, and the rules' draft is shown, saying so."""
    server.replies += [reply] * 3
    text = GROUPS if reply is not BLAMING else "Chipo to make sure that Darren stays away from the house"
    shown = (
        run("rewrite", text, "--harm", "Darren>Chipo", env=told) if reply is BLAMING else run("rewrite", text, env=told)
    )
    assert shown.exit_code == 0
    assert "withheld" in shown.output
    assert len(server.asked) == 3
    draft = shown.output.partition("Objective")[2].partition("To agree")[0]
    assert not {"Amberley", "HACKED"} & set(draft.replace(":", " ").split())
    assert "Chipo to keep" not in draft


@pytest.mark.parametrize(
    "behaviour",
    ["unauthorised", "quota", "broken", "busy", "truncated", "refusal", "filtered", "empty", "wrong-shape", "page"],
)
def test_a_model_that_misbehaves_leaves_the_rules_answer_saying_why(
    run: Run, told: dict[str, str], behaviour: str
) -> None:
    """Promise 5, through the real client."""
    answer = json.loads(run("rewrite", GROUPS, "--json", env=told | {"REWRITER_MODEL": behaviour}).output)
    assert answer["model"] == "none"
    assert answer["provenance"]["engine"] == "rules"
    assert answer["provenance"]["fallback"]
    assert answer["objectives"]


def test_a_refused_connection_is_said_on_the_page(run: Run, told: dict[str, str]) -> None:
    """The reader knows that rules alone answered, and why."""
    shown = run("rewrite", GROUPS, env=told | {"REWRITER_BASE_URL": "http://127.0.0.1:9/v1"})
    assert shown.exit_code == 0
    assert "rules alone, as the model ok could not be used" in " ".join(shown.output.split())


def test_many_lines_are_answered_in_order(run: Run, server: ModelServer, told: dict[str, str], tmp_path: Path) -> None:
    """Whichever reply comes first; a line that cannot be used is an error in its place."""
    server.replies += [said.as_json(said.NOBODY_HARMED)] * 3
    lines = tmp_path / "texts.jsonl"
    lines.write_text(
        '{"id": 1, "text": "Mum to call"}\n{"id": 2, "text": ""}\n{"id": 3, "text": "Dad to call"}\n', "utf-8"
    )
    shown = run("check", "--jsonl", str(lines), env=told)
    answers = [json.loads(line) for line in shown.output.splitlines()]
    assert [answer["id"] for answer in answers] == [1, 2, 3]
    assert "error" in answers[1]
    assert answers[2]["provenance"]["engine"] == "model"


def test_an_address_elsewhere_that_is_open_on_the_way_is_refused(run: Run, told: dict[str, str]) -> None:
    """Before anything is sent."""
    refused = run("rewrite", GROUPS, env=told | {"REWRITER_BASE_URL": "http://models.example/v1"})
    assert refused.exit_code == 2
    assert "https" in refused.output
    assert "Sarah" not in refused.output


BRIEF = "Darren to stay away from Chipo's house until 4 May"
SLY = "Darren stays away from Chipo's house until 4 May. Chipo is the one who makes it work."
SEEN = said.as_json(said.harmed("Chipo", "Darren", said.fault("on_victim", "Chipo is the one")))


def test_guard_asks_the_model_too(run: Run, server: ModelServer, told: dict[str, str], tmp_path: Path) -> None:
    """For one rewrite, and for many; the page and the answers say so."""
    server.replies += [SEEN, SEEN]
    shown = run("guard", BRIEF, SLY, "--harm", "Darren>Chipo", env=told)
    assert shown.exit_code == 1
    assert "\u00bbChipo is the one\u00ab" in shown.stdout
    assert "the model ok" in " ".join(shown.stdout.split())
    lines = tmp_path / "both.jsonl"
    lines.write_text(json.dumps({"id": 3, "objective": BRIEF, "rewrite": SLY}), "utf-8")
    (answer,) = map(json.loads, run("guard", "--jsonl", str(lines), env=told).stdout.splitlines())
    assert (answer["id"], answer["passes"], answer["provenance"]["engine"]) == (3, False, "model")


def test_guard_by_rules_alone_asks_nobody(run: Run, server: ModelServer, told: dict[str, str]) -> None:
    """Though a model is configured."""
    shown = run("guard", BRIEF, SLY, "--engine", "rules", "--json", env=told)
    assert json.loads(shown.stdout)["provenance"]["engine"] == "rules"
    assert not server.asked


@pytest.mark.parametrize("how", [{"REWRITER_MASK": "always"}, {"REWRITER_MODEL": "ok:120b-cloud"}, "flag", "file"])
def test_names_are_masked_where_they_must_be(
    run: Run, server: ModelServer, told: dict[str, str], how: dict[str, str] | str, tmp_path: Path
) -> None:
    """By an address elsewhere (here a model passed on to a cloud), the environment, a flag or a file; and said so."""
    server.replies.append(GOOD.replace("Sarah", "<PERSON_1>"))
    words: tuple[str, ...] = ()
    if how == "flag":
        words = ("--mask", "always")
    elif how == "file":
        (tmp_path / "rewriter.toml").write_text('[model]\nmask = "always"\n', "utf-8")
        words = ("--settings", str(tmp_path / "rewriter.toml"))
    else:
        told |= how  # type: ignore[arg-type]
    answer = json.loads(run("rewrite", GROUPS, "--json", *words, env=told).output)
    assert answer["objectives"][0]["text"] == DRAFT
    assert answer["provenance"]["masked"] is True
    assert "Sarah's mother to attend alcohol" not in json.dumps(server.asked[0].body["messages"][1])
