"""The page does no harm: nothing from elsewhere, nothing kept, and no word of a text is ever read as markup."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator

import pytest

from rewriter.faces.http.serving import Serving
from rewriter.faces.web.assets import asset
from tests.faces.web.conftest import Page, Read, ServePage

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">\'"></textarea></title>{{ 7007*7 }}<!--'
GROUPS = "Sarah's mother to attend alcohol support groups"
CANARY = "Quillfeather"


def every_page(page: Page, words: str) -> Iterator[str]:
    """Every page that there is, with some words in each place where a text can go."""
    beside = {
        "need": words,
        "baseline": words,
        "people": f"{words} = {words}",
        "harms": f"{words.translate({ord('<'): None, ord('>'): None})} > Mum: {words}",
        "names": words,
    }
    fields = {"objective": f"{GROUPS} {words} asap", **beside}
    answer = page.send("/rewrite", fields)
    yield answer.text
    draft = json.loads(Read(answer.text).form("/fill")["draft"])
    draft["goals"] = [{"id": "g1", "text": f"For {words}", "need": words}]
    draft["objectives"][0]["responsible"] = [words]
    draft["note"] = words
    draft["changes"] = [{"from": words, "to": draft["objectives"][0]["text"], "reason": words, "rule": ""}]
    for gap in draft["gaps"]:
        gap["question"] = gap["suggestion"] = words
    saved = {"draft": json.dumps(draft)}
    yield page.send("/fill", {**saved, "gap.q1": words[:100]}).text
    yield page.send("/fill", {**saved, "gap.q1": f"[{words}"}).text
    yield page.send("/edit", {**saved, "text.objectives.0": f"{GROUPS} {words}"}).text
    yield page.send("/edit", {**saved, f"text.{words}": words}).text
    yield page.send("/undo", {**saved, "change": "0"}).text
    yield page.send("/accept", {**saved, "change": "0"}).text
    yield page.send("/handout", saved).text
    several = words.replace("\n", " ")
    yield page.send("/handout", {"objectives": f"{GROUPS} {several} asap\nWhat is {several}?"}).text
    yield page.send("/handout", {"objectives": f"Objective {several}\tWho\n{GROUPS}\tMum", "today": words}).text
    yield page.send("/rewrite", {**fields, "show": "masked"}).text
    yield page.send("/rewrite", {**fields, "today": words}).text
    yield page.send("/guard", {**fields, "rewrite": f"{GROUPS} {words} with Dr Amberley"}).text
    yield page.send("/guard", {**fields, "rewrite": "", "review_date": words}).text
    yield page.get("/").text
    yield page.get("/guard").text
    yield page.get("/handout").text
    yield page.get(f"/{CANARY}").text


def test_no_text_is_read_as_markup(page: Page) -> None:
    """On every page, in every place: the one script is the page's own, and no element does anything by itself."""
    pages = list(every_page(page, HOSTILE))
    shown = 0
    for number, text in enumerate(pages):
        read = Read(text)
        scripts = [told for name, told in read.elements if name in ("script", "style", "iframe", "img", "object")]
        assert [list(told) for told in scripts] == [["src", "defer"]], number
        assert not [name for _, told in read.elements for name in told if name.startswith("on") or name == "style"]
        assert "49049" not in text, number
        shown += "<script>alert(1)" in read.words + " ".join(read.attributes("value"))
    assert shown == 14  # all but those that take no text


def test_nothing_on_a_page_is_from_elsewhere(page: Page) -> None:
    """Every address is on this service, and the policy says so to the browser."""
    for text in every_page(page, "Danuta"):
        read = Read(text)
        for name in ("href", "src", "action", "formaction", "srcset", "poster", "data"):
            assert all(re.match(r"/(?!/)|#", where) for where in read.attributes(name))
    for path in ("/", "/nowhere", "/guard"):
        headers = page.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in headers


def test_no_file_of_the_page_reaches_elsewhere_or_keeps_anything() -> None:
    """Neither the style nor the script loads, sends or stores."""
    for name in ("page.css", "page.js", "icon.svg"):
        found = asset(name)
        assert found is not None
        text = found.plain.decode()
        for words in (
            "url(http",
            "url(//",
            "@import",
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "cookie",
            "eval(",
        ):
            assert words not in text, name


def test_no_word_of_a_text_is_logged(page: Page) -> None:
    """On no page, however it ends; and not in the address of a page that is not there."""
    assert len(list(every_page(page, CANARY))) > 10
    assert CANARY not in page.log
    assert all(line["route"] for line in page.logged)


def test_nothing_is_kept_from_one_answer_to_the_next(page: Page) -> None:
    """What one person pastes is on no page of the next."""
    list(every_page(page, CANARY))
    for path in ("/", "/guard", "/handout"):
        assert CANARY not in page.get(path).text
    assert CANARY not in page.send("/rewrite", {"objective": GROUPS}).text


@pytest.mark.parametrize(
    ("serving", "path", "fields", "status", "words"),
    [
        (Serving(rate="1/minute"), "/", None, 429, "too many, too quickly"),
        (Serving(body_limit=1000), "/rewrite", {"objective": CANARY * 200}, 413, "That is too long"),
        (Serving(under_way=0), "/", None, 503, "The service is busy"),
        (Serving(), f"/{CANARY}", None, 404, "There is no such page"),
        (Serving(), "/", {"x": "y"}, 405, "There is no such page"),
    ],
)
def test_a_problem_is_a_page_for_a_browser_and_problem_details_for_a_program(
    serve_page: ServePage, serving: Serving, path: str, fields: dict[str, str] | None, status: int, words: str
) -> None:
    """The same status and headers, and words that somebody at a desk can use."""
    page = serve_page(serving=serving)
    if status == 429:
        page.get("/")
    answer = page.get(path) if fields is None else page.send(path, fields)
    assert answer.status_code == status
    assert words in Read(answer.text).words
    assert answer.headers["x-request-id"] in answer.text
    assert CANARY not in answer.text
    if status in (429, 503):
        assert f"Wait {answer.headers['retry-after']} seconds" in answer.text
    program = page.ask("POST" if fields else "GET", path, content=json.dumps(fields), headers={"Accept": "*/*"})
    assert program.status_code == status
    assert program.headers["content-type"] == "application/problem+json"


def test_the_api_tells_problem_details_whatever_is_asked_for(page: Page) -> None:
    """A browser that calls it is a program, too."""
    answer = page.get("/v1/nothing")
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_fault_of_ours_is_a_page_without_a_word_of_the_text(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a number by which it is found in the log."""

    def broken(*said: object) -> None:
        raise ValueError(f"broken on {said}")

    monkeypatch.setattr("rewriter.pipeline.rewrite", broken)
    answer = page.send("/rewrite", {"objective": f"{CANARY} to ring"})
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.text
    assert CANARY not in answer.text + page.log


def test_the_page_asks_for_a_key_as_a_browser_can_show_one(serve_page: ServePage) -> None:
    """Basic, which a browser asks its user for, with whatever name; without it nothing is shown."""
    from rewriter.faces.http.keys import hash_of, keys_from

    page = serve_page(serving=Serving(keys=keys_from(f"council={hash_of('a key')}")), peer="192.0.2.9")
    for name in ("", "sarah"):
        shown = b64encode(f"{name}:a key".encode()).decode()
        assert page.get("/", Authorization=f"Basic {shown}").status_code == 200
    answer = page.get("/")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Basic")
    assert "A key is needed" in answer.text


def test_the_contract_says_nothing_of_the_page(page: Page) -> None:
    """OpenAPI is for programs."""
    paths = page.ask("GET", "/openapi.json").json()["paths"]
    assert all(path.startswith(("/v1/", "/healthz", "/readyz", "/metrics")) for path in paths)
