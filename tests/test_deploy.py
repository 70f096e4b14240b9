"""The files for running the service for others: every setting that they name exists, and whoever reads them can."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
import yaml

from rewriter.chat.configuring import KEYS as MODEL_KEYS
from rewriter.faces.http.keys import hash_of
from rewriter.faces.http.serving import KEYS, Serving
from tests.faces.http.running import free_port, listens, serving

CHECKOUT = Path(__file__).resolve().parents[1]
DEPLOY = CHECKOUT / "deploy"
PAGE = (CHECKOUT / "docs/deploy.md").read_text("utf-8")
OURS = {f"REWRITER_SERVE_{key.upper()}" for key in KEYS} | {f"REWRITER_{key.upper()}" for key in MODEL_KEYS}


def test_every_setting_is_on_the_page_with_what_is_usual() -> None:
    """No setting is left out, and no default is told wrongly."""
    rows = re.findall(r"^\| (`[a-z_`, ]+`) \| (.*?) \| ", PAGE, re.MULTILINE)
    told: dict[str, str] = {}
    for names, usual in rows:
        values = re.findall(r"`([^`]*)`", usual)
        for place, name in enumerate(re.findall(r"`([a-z_]+)`", names)):
            told[name] = values[min(place, len(values) - 1)] if values else ""
    assert set(told) == set(KEYS)
    usual = Serving()
    for key, value in told.items():
        if key in {"keys", "redis"}:
            assert not value
        elif key != "seconds":
            assert (
                value == f"{getattr(usual, key):g}"
                if isinstance(getattr(usual, key), float)
                else value == str(getattr(usual, key))
            )


@pytest.mark.parametrize("name", [path.name for path in sorted(DEPLOY.iterdir())])
def test_every_variable_that_a_file_names_exists(name: str) -> None:
    """A setting with a slip in its name would be passed over in silence."""
    named = set(re.findall(r"\bREWRITER_[A-Z_]+", (DEPLOY / name).read_text("utf-8"))) - {"REWRITER_TLS"}
    assert named <= OURS
    assert set(re.findall(r"\bREWRITER_SERVE_[A-Z_]+[A-Z]", PAGE)) <= OURS


def test_every_file_is_on_the_page() -> None:
    """And each that the page names is there."""
    files = {path.name for path in DEPLOY.iterdir()}
    assert set(re.findall(r"deploy/([\w@.-]+\w)", PAGE)) <= files
    assert files - {"nginx-compose.conf"} <= set(re.findall(r"deploy/([\w@.-]+\w)", PAGE))


def test_compose_lets_nobody_in_but_through_nginx() -> None:
    """One port is open, and the service's network has no way out."""
    told = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    assert [name for name, service in told["services"].items() if "ports" in service] == ["nginx"]
    assert told["networks"]["inside"]["internal"] is True
    assert told["services"]["rewriter"]["networks"] == ["inside"]
    grace = int(told["services"]["rewriter"]["stop_grace_period"].removesuffix("s"))
    assert grace > float(told["services"]["rewriter"]["environment"]["REWRITER_SERVE_CLOSING_SECONDS"]) + 5
    dropped = [service for service in told["services"].values() if service.get("cap_drop") == ["ALL"]]
    assert len(dropped) == 2
    assert all("build" in service or "user" in service for service in dropped)  # no right to become somebody else


CONTAINERFILE = (DEPLOY / "Containerfile").read_text("utf-8")
COPIED = [name for words in re.findall(r"^COPY (?!--)(.+) \S+$", CONTAINERFILE, re.MULTILINE) for name in words.split()]


def test_the_image_is_made_of_what_is_there() -> None:
    """Each file and folder that is copied exists; each extra is one; and it runs as nobody in particular."""
    assert [name for name in COPIED if not (CHECKOUT / name).exists()] == []
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    (extras,) = re.findall(r'"\.\[([a-z,]+)\]"', CONTAINERFILE)
    assert set(extras.split(",")) <= set(project["optional-dependencies"])
    assert {"service", "model", "redis", "export", "traces"} <= set(extras.split(","))
    assert re.search(r"^USER \d{4,}", CONTAINERFILE, re.MULTILINE)
    assert 'ENTRYPOINT ["rewriter", "serve"]' in CONTAINERFILE


def test_what_the_image_is_made_of_runs_by_its_own_commands(tmp_path: Path) -> None:
    """The wheel of what is copied, and nothing else of the checkout: the service starts, is found healthy, answers."""
    made, there = tmp_path / "made", tmp_path / "there"
    made.mkdir()
    for name in COPIED:
        copy = shutil.copytree if (CHECKOUT / name).is_dir() else shutil.copy
        copy(CHECKOUT / name, made / name)
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel"], cwd=made, check=True)
    (wheel,) = (made / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(there)
    shutil.rmtree(made)
    told = dict(re.findall(r"(REWRITER_SERVE_[A-Z]+)=(\S+)", CONTAINERFILE))
    env = told | {"PYTHONPATH": str(there), "REWRITER_SERVE_KEYS": f"a={hash_of('k')}"}
    with serving(tmp_path, env=env) as service:
        (words,) = re.findall(r"^HEALTHCHECK .*\\\n +CMD (\[.+\])$", CONTAINERFILE, re.MULTILINE)
        _, *healthy = json.loads(words.replace("127.0.0.1:8000", f"127.0.0.1:{service.port}"))
        subprocess.run([sys.executable, *healthy], cwd=tmp_path, check=True, timeout=60)
        with httpx2.Client(base_url=service.address, headers={"X-API-Key": "k"}, timeout=60) as client:
            examples = client.get("/v1/examples").json()["examples"]
            assert client.post("/v1/rewrite", json={"objective": examples[0]["before"]}).json()["model"] == "none"
            assert client.get("/", headers={"Accept": "text/html"}).status_code == 200
        service.process.terminate()
        assert service.ended() == -signal.SIGTERM
    assert told == {"REWRITER_SERVE_HOST": "0.0.0.0", "REWRITER_SERVE_PORT": "8000"}  # noqa: S104 - in a container


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here to read its file")
def test_systemd_understands_its_file(tmp_path: Path) -> None:
    """All it has to say is that the program is not installed there."""
    shutil.copy(DEPLOY / "rewriter@.service", tmp_path / "rewriter@.service")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / "rewriter@.service")],  # noqa: S607 - wherever it is
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    said = [line for line in done.stderr.splitlines() if "rewriter" in line and "is not executable" not in line]
    assert said == []


@contextmanager
def nginx(folder: Path, service: int, lines: Sequence[tuple[str, str]] = ()) -> Iterator[int]:
    """Run nginx with its file, moved to other ports and folders, and with other `lines`. Gives its port for TLS."""
    secure, plain = free_port(), free_port()
    names = ["-subj", "/CN=localhost", "-keyout", "key.pem", "-out", "fullchain.pem"]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *names],  # noqa: S607 - likewise
        cwd=folder,
        check=True,
        capture_output=True,
    )
    text = (DEPLOY / "nginx.conf").read_text("utf-8")
    for old, new in (
        ("listen 443 ssl", f"listen 127.0.0.1:{secure} ssl"),
        ("listen 80", f"listen 127.0.0.1:{plain}"),
        ("/etc/nginx/tls", str(folder)),
        ("/var/log/nginx", str(folder)),
        ("127.0.0.1:8001", f"127.0.0.1:{service}"),
        ("127.0.0.1:8002", f"127.0.0.1:{free_port()}"),  # one of the two is down
        ("events {}", f"events {{}}\npid {folder}/pid;\ndaemon off;\nuser root;"),
        *lines,
    ):
        assert old in text
        text = text.replace(old, new)
    if os.geteuid() != 0:
        text = text.replace("user root;", "")
    (folder / "nginx.conf").write_text(text, "utf-8")
    with subprocess.Popen(["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)]) as process:  # noqa: S607
        until = time.monotonic() + 30
        while time.monotonic() < until and process.poll() is None:
            if listens(secure):
                break
            time.sleep(0.05)
        try:
            yield secure
        finally:
            process.terminate()


@pytest.mark.skipif(shutil.which("nginx") is None, reason="there is no nginx here to stand in front")
def test_nginx_passes_on_answers_and_streams_and_keeps_nothing(tmp_path: Path) -> None:
    """Over TLS, round a process that is down; its logs hold no text, and metrics are not for others."""
    canary = "Quillfeather"
    body = {"objective": f"{canary} to ring the GP"}
    with (
        serving(tmp_path, env={"REWRITER_SERVE_KEYS": f"a={hash_of('k')}"}) as service,
        nginx(tmp_path, service.port) as port,
        httpx2.Client(verify=False, headers={"X-API-Key": "k"}, timeout=60) as client,
    ):
        address = f"https://127.0.0.1:{port}"
        answers = [client.post(f"{address}/v1/critique?{canary}", json=body) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200] * 4
        assert answers[0].json()["objective"] == body["objective"]
        stream = client.post(f"{address}/v1/rewrite", json=body, headers={"Accept": "text/event-stream"})
        assert stream.text.rstrip().endswith("event: done\ndata: {}")
        assert client.get(f"{address}/metrics").status_code == 403
        assert client.post(f"{address}/v1/critique", content=b"x" * 1_100_000).status_code == 413
    kept = "".join(path.read_text("utf-8", "replace") for path in tmp_path.glob("*.log"))
    assert answers[0].headers["x-request-id"] in kept
    assert canary not in kept


@pytest.mark.skipif(shutil.which("nginx") is None, reason="there is no nginx here to stand in front")
def test_nginx_serves_it_under_a_path_of_its_own(tmp_path: Path) -> None:
    """With the lines of the page: the form, its style, where its answer is sent, the API's stream; and no metrics."""
    (block,) = re.findall(r"^```nginx\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    rest, its_rest, stream, its_stream, metrics = (line.strip() for line in block.splitlines())
    near = "\n            "
    lines = (
        (f"location / {{{near}proxy_pass http://rewriter;", f"{rest}{near}{its_rest}"),
        (f"location = /v1/rewrite {{{near}proxy_pass http://rewriter;", f"{stream}{near}{its_stream}"),
        ("location = /metrics {", metrics),
    )
    env = {"REWRITER_SERVE_KEYS": f"a={hash_of('k')}", "REWRITER_SERVE_ROOT": "/smart"}
    with (
        serving(tmp_path, env=env) as service,
        nginx(tmp_path, service.port, lines) as port,
        httpx2.Client(
            verify=False, headers={"X-API-Key": "k"}, timeout=60, base_url=f"https://127.0.0.1:{port}"
        ) as client,
    ):
        page = client.get("/smart/", headers={"Accept": "text/html"}).text
        (style,) = re.findall(r'href="([^"]+page.css)"', page)
        (action,) = re.findall(r'<form method="post" action="([^"]+)"', page)
        assert action == "/smart/rewrite"
        assert client.get(style).headers["content-type"].startswith("text/css")
        answer = client.post(action, data={"objective": "Nan to ring the GP"})
        assert "A person decides" in answer.text
        assert 'action="/smart/fill"' in answer.text
        assert client.get("/smart/fill").headers["location"].endswith("/smart/")
        sent = {"objective": "Nan to ring the GP"}
        told = client.post("/smart/v1/rewrite", json=sent, headers={"Accept": "text/event-stream"})
        assert told.text.rstrip().endswith("event: done\ndata: {}")
        assert client.get("/smart/readyz").json()["status"] == "ready"
        assert client.get("/smart/metrics").status_code == 403
        assert client.get("/rewrite").status_code == 404
