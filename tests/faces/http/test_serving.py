"""How to serve: flags before the environment before the file, and every mistake named."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from rewriter.errors import ConfigurationError
from rewriter.faces.cli import cli
from rewriter.faces.http.keys import hash_of, owner_of
from rewriter.faces.http.serving import serving_from
from rewriter.faces.http.start import Told, application_for
from rewriter.settings import Settings

KEYS = f"case-system={hash_of('k')}"


def file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "rewriter.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_nearest_word_counts(tmp_path: Path) -> None:
    """A flag, then a variable, then the file, then what is usual."""
    path = file(tmp_path, '[serve]\nport = 1\nworkers = 2\nrate = "3/minute"\n')
    told = serving_from({"port": "5", "workers": None}, {"REWRITER_SERVE_PORT": "4", "REWRITER_SERVE_RATE": ""}, path)
    assert (told.port, told.workers, told.rate, told.host) == (5, 2, "3/minute", "127.0.0.1")
    assert serving_from({}, {"REWRITER_SERVE_PORT": "4"}, path).port == 4


def test_the_same_file_holds_the_rules_settings(tmp_path: Path) -> None:
    """One file for all: the table of the service is no concern of the rules."""
    assert Settings.from_file(file(tmp_path, 'rules_off = ["jargon"]\n[serve]\nport = 1\n')).rules_off == {"jargon"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[serve]\nports = 1\n", "unknown setting 'serve.ports'"),
        (f'[serve]\nkeys = "{KEYS}"\n', "stands in the environment: REWRITER_SERVE_KEYS"),
        ('[serve]\nredis = "redis://x"\n', "stands in the environment: REWRITER_SERVE_REDIS"),
        ("serve = 1\n", "must be a table"),
        ("[serve]\nport = true\n", "port: must be a whole number"),
        ('[serve]\nrate = "often"\n', "rate: must be so many in a time"),
        ("[serve]\nseconds = 0\n", "seconds: must be a number of seconds"),
    ],
)
def test_a_wrong_setting_of_the_file_is_named(tmp_path: Path, text: str, named: str) -> None:
    """And what it has to be."""
    with pytest.raises(ConfigurationError, match=named):
        serving_from({}, {}, file(tmp_path, text))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KEYS", "the-key-itself"),
        ("PORT", "high"),
        ("REDIS", "http://x"),
        ("HOST", "a b"),
        ("UNDER_WAY", "0"),
        ("ROOT", "smart/"),
    ],
)
def test_a_wrong_variable_is_named_and_not_repeated(name: str, value: str) -> None:
    """It may be a key that was put in the wrong place."""
    with pytest.raises(ConfigurationError, match=f"REWRITER_SERVE_{name}: must be") as error:
        serving_from({}, {f"REWRITER_SERVE_{name}": value})
    assert value not in str(error.value)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "rewriter.council.example"])  # noqa: S104 - refused
def test_nobody_else_is_served_without_a_key(host: str) -> None:
    """With one, any address may be listened on."""
    with pytest.raises(ConfigurationError, match="without a key only this machine is served"):
        serving_from({"host": host})
    assert serving_from({"host": host}, {"REWRITER_SERVE_KEYS": KEYS}).host == host


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.53"])
def test_this_machine_needs_no_key(host: str) -> None:
    """In each of its names."""
    assert serving_from({"host": host}).is_local


def test_keys_are_not_shown() -> None:
    """Nor is the address of the Redis, which may hold a password."""
    told = serving_from({}, {"REWRITER_SERVE_KEYS": KEYS, "REWRITER_SERVE_REDIS": "redis://:secret@h:1"})
    assert "secret" not in repr(told)
    assert hash_of("k") not in repr(told)


def test_a_key_is_made_with_what_to_configure() -> None:
    """The key that is shown opens what is configured for it."""
    shown = CliRunner().invoke(cli, ["key", "case-system"]).stdout.splitlines()
    key = shown[0].rpartition(" ")[2]
    keys = serving_from({}, {"REWRITER_SERVE_KEYS": shown[1].partition("=")[2].strip('"')}).keys
    assert owner_of(key, keys) == "case-system"
    assert key not in shown[1]


def test_a_name_that_is_none_makes_no_key() -> None:
    """It would stand in the logs."""
    result = CliRunner().invoke(cli, ["key", "Sarah Jones"])
    assert result.exit_code == 2
    assert "Sarah" not in result.stderr


def test_the_whole_answer_has_longer_than_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or rules could not step in where the model is too slow."""
    model = {"model": "m", "base_url": "http://127.0.0.1:1/v1"}
    monkeypatch.setenv("REWRITER_SERVE_SECONDS", "100")
    with pytest.raises(ConfigurationError, match="longer than the model's own timeout"):
        application_for(Told({}, model))
    monkeypatch.setenv("REWRITER_SERVE_SECONDS", "121")
    assert application_for(Told({}, model)).title


def test_without_its_libraries_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra, by its name."""
    monkeypatch.setitem(__import__("sys").modules, "rewriter.faces.http.start", None)
    result = CliRunner().invoke(cli, ["serve"])
    assert (result.exit_code, 'pip install ".[service]" in the checkout' in result.stderr) == (2, True)
