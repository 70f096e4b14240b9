"""Who is answered: the holder of a key; with none configured, this machine and nobody else."""

import base64

import pytest

from rewriter.faces.http.keys import Key, hash_of, keys_from, owner_of
from rewriter.faces.http.serving import Serving
from tests.faces.http.conftest import Asking, Serve

BODY = {"objective": "Mum to ring the GP"}
FIRST, SECOND = "first-key", "second-key"
KEYS = (Key("case-system", hash_of(FIRST)), Key("trainer", hash_of(SECOND)))


@pytest.fixture
def keyed(serve: Serve) -> Asking:
    return serve(serving=Serving(keys=KEYS), peer="192.0.2.9", base="https://rewriter.council.example")


def basic(key: str) -> str:
    return "Basic " + base64.b64encode(f"anybody:{key}".encode()).decode()


@pytest.mark.parametrize(
    "shown",
    [
        {"X-API-Key": FIRST},
        {"X-API-Key": SECOND},
        {"Authorization": f"Bearer {FIRST}"},
        {"Authorization": f"bearer {SECOND}"},
        {"Authorization": basic(FIRST)},
    ],
)
def test_each_key_opens_in_each_way(keyed: Asking, shown: dict[str, str]) -> None:
    """A header of its own, a bearer, or the password that a browser asks for."""
    assert keyed.post("/v1/critique", BODY, shown).status_code == 200


@pytest.mark.parametrize(
    "shown",
    [
        {},
        {"X-API-Key": ""},
        {"X-API-Key": "third"},
        {"X-API-Key": KEYS[0].sha256},
        {"X-API-Key": FIRST + "x"},
        {"Authorization": "Bearer"},
        {"Authorization": "Basic !!!"},
        {"Authorization": basic("")},
        {"Authorization": f"Digest {FIRST}"},
        {"Authorization": FIRST},
        {"X-API-Key": "\u00fc\u00df"},
    ],
)
def test_nothing_else_opens(keyed: Asking, shown: dict[str, str]) -> None:
    """No key, another, its hash, or the right one shown in a way that is none."""
    answer = keyed.ask("POST", "/v1/critique", json=BODY, headers={k: v.encode() for k, v in shown.items()})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.json()["type"] == "urn:rewriter:problem:no-key"


def test_a_browser_is_asked_for_a_password(keyed: Asking) -> None:
    """A page needs no cookie where the browser keeps the key."""
    answer = keyed.ask("GET", "/v1/rules", headers={"Accept": "text/html,*/*"})
    assert answer.headers["www-authenticate"].startswith("Basic")


@pytest.mark.parametrize("path", ["/v1/rules", "/v1/examples", "/metrics", "/anything", "/"])
def test_everything_needs_a_key_but_health(keyed: Asking, path: str) -> None:
    """Whatever is added later stands behind the gate too; what is not there is not told apart without a key."""
    assert keyed.ask("GET", path).status_code == 401
    assert keyed.ask("GET", "/healthz").status_code == 200
    assert keyed.ask("GET", "/readyz").status_code == 200


def test_a_key_is_revoked_by_taking_it_out(serve: Serve) -> None:
    """The others go on."""
    asking = serve(serving=Serving(keys=KEYS[1:]))
    assert asking.post("/v1/critique", BODY, {"X-API-Key": FIRST}).status_code == 401
    assert asking.post("/v1/critique", BODY, {"X-API-Key": SECOND}).status_code == 200


def test_all_keys_are_compared_whichever_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long it takes says nothing about which key it is, or how much of it is right."""
    compared: list[str] = []

    def compare(one: str, other: str) -> bool:
        compared.append(other)
        return one == other

    monkeypatch.setattr("hmac.compare_digest", compare)
    assert owner_of(FIRST, KEYS) == "case-system"
    assert compared == [key.sha256 for key in KEYS]


def test_without_keys_only_this_machine_is_served(serve: Serve) -> None:
    """Not another machine, not a name that points here, not what a proxy passes on."""
    assert serve().post("/v1/critique", BODY).status_code == 200
    assert serve(base="http://localhost:8000").post("/v1/critique", BODY).status_code == 200
    assert serve(base="http://[::1]:8000", peer="::1").post("/v1/critique", BODY).status_code == 200
    for asking, headers in (
        (serve(peer="192.0.2.9"), {}),
        (serve(base="http://evil.example"), {}),
        (serve(base="http://127.0.0.1.evil.example"), {}),
        (serve(), {"X-Forwarded-For": "192.0.2.9"}),
        (serve(), {"Forwarded": "for=192.0.2.9"}),
        (serve(), {"Host": "[::1"}),
    ):
        answer = asking.post("/v1/critique", BODY, headers)
        assert answer.status_code == 403
        assert answer.json()["type"] == "urn:rewriter:problem:not-from-here"


def test_keys_are_read_from_one_line() -> None:
    """Name and hash, several with commas."""
    line = f" a={hash_of(FIRST)}, b.c={hash_of(SECOND)},"
    assert keys_from(line) == (Key("a", hash_of(FIRST)), Key("b.c", hash_of(SECOND)))


@pytest.mark.parametrize("line", ["a", f"a={FIRST}", f"a={hash_of(FIRST)} b={hash_of(FIRST)}", f"a b={hash_of('x')}"])
def test_a_line_that_holds_no_keys_is_refused(line: str) -> None:
    """A key itself in the place of its hash above all."""
    with pytest.raises(ValueError, match="one line of names and hashes"):
        keys_from(line)


def test_two_keys_of_one_name_are_refused() -> None:
    """The logs could not tell them apart."""
    with pytest.raises(ValueError, match="one line of names and hashes"):
        keys_from(f"a={hash_of(FIRST)},a={hash_of(SECOND)}")
