"""What a model is configured by: file, environment and flags, each stronger than the one before."""

from dataclasses import fields
from functools import partial
from pathlib import Path

import pytest

from rewriter.chat.configuring import KEYS, Configured, Source, configured, key_for
from rewriter.chat.model_settings import PRESETS, Dialect, Engine, ModelSettings, Provider
from rewriter.chat.setting_values import READERS
from rewriter.errors import ConfigurationError
from rewriter.settings import Settings

OLLAMA = {"REWRITER_PROVIDER": "ollama", "REWRITER_MODEL": "qwen3:8b"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of settings with everything in it."""
    path = tmp_path / "rewriter.toml"
    path.write_text(
        """
        max_characters = 5000
        [model]
        engine = "model"
        provider = "vllm"
        model = "qwen"
        base_url = "http://gpu.halton.example:8000/v1/"
        api_key_env = "HALTON_KEY"
        structured = "json_object"
        temperature = "none"
        max_tokens = 4000
        timeout = 90
        attempt_timeout = 40.5
        retries = 0
        concurrency = 16
        waiting = 0
        requests_per_minute = 600
        breaker_failures = 0
        breaker_pause = 10
        own = true
        """,
        "utf-8",
    )
    return path


def written(tmp_path: Path, lines: str) -> Path:
    path = tmp_path / "rewriter.toml"
    path.write_text(f"[model]\n{lines}\n", "utf-8")
    return path


def model_of(read: Configured) -> ModelSettings:
    assert read.model is not None
    return read.model


def test_with_nothing_said_the_rules_answer() -> None:
    """No model is a full answer, not a mistake."""
    read = configured()
    assert (read.engine, read.model) == (Engine.RULES, None)
    assert set(read.sources.values()) == {Source.DEFAULT}


def test_naming_a_model_chooses_it() -> None:
    """With the address and dialect that its provider usually has."""
    read = configured(environment=OLLAMA)
    assert read.engine is Engine.MODEL
    assert read.model == ModelSettings(
        Provider.OLLAMA, "qwen3:8b", "http://127.0.0.1:11434/v1", api_key_env="REWRITER_API_KEY"
    )


def test_the_rules_can_be_chosen_where_a_model_is_configured() -> None:
    """For one run, or altogether; what is configured can still be shown."""
    read = configured({"engine": "rules"}, OLLAMA)
    assert read.engine is Engine.RULES
    assert read.model is not None


def test_everything_can_stand_in_a_file(file: Path) -> None:
    """Under [model], beside the settings of the rules, which take no notice of it."""
    assert configured(file=file).model == ModelSettings(
        provider=Provider.VLLM,
        model="qwen",
        base_url="http://gpu.halton.example:8000/v1",
        api_key_env="HALTON_KEY",
        structured=Dialect.JSON_OBJECT,
        temperature=None,
        max_tokens=4000,
        timeout=90.0,
        attempt_timeout=40.5,
        retries=0,
        concurrency=16,
        waiting=0,
        requests_per_minute=600,
        breaker_failures=0,
        breaker_pause=10.0,
        own=True,
    )
    assert Settings.from_file(file).max_characters == 5000


def test_the_environment_is_stronger_than_the_file_and_a_flag_than_both(file: Path) -> None:
    """And each setting says where it was made."""
    environment = {"REWRITER_MODEL": "from-env", "REWRITER_TIMEOUT": "45", "REWRITER_RETRIES": ""}
    read = configured({"model": "from-flag", "timeout": None}, environment, file)
    model = model_of(read)
    assert (model.model, model.timeout, model.concurrency) == ("from-flag", 45.0, 16)
    assert [read.sources[key] for key in ("model", "timeout", "retries", "api_version")] == [
        Source.FLAG,
        Source.ENVIRONMENT,
        Source.FILE,
        Source.DEFAULT,
    ]


def test_every_setting_can_be_read_and_has_a_source() -> None:
    """None is forgotten when one is added."""
    assert set(KEYS) == set(READERS) == {field.name for field in fields(ModelSettings)} | {"engine"}
    assert set(configured().sources) == set(KEYS)


def test_an_address_alone_is_a_provider_of_ones_own() -> None:
    """Any server that speaks chat completions."""
    model = model_of(configured({"model": "m", "base_url": "http://localhost:5000/v1"}))
    assert model.provider is Provider.CUSTOM


# ------------------------------------------------------------------------------------------------- whose address it is
def test_the_files_word_for_its_own_address_does_not_hold_for_another(file: Path) -> None:
    """A variable or flag that puts another address in its place has to say so itself."""
    elsewhere = "https://models.example.org/v1"
    read = configured({"base_url": elsewhere}, {}, file)
    assert not model_of(read).own
    assert read.sources["own"] is Source.DEFAULT
    assert not model_of(configured({}, {"REWRITER_BASE_URL": elsewhere}, file)).own
    assert model_of(configured({"base_url": elsewhere, "own": True}, {}, file)).own


def test_nor_for_a_provider_whose_usual_address_takes_its_place(tmp_path: Path) -> None:
    """The address comes from the flag as well, though it is not written in it."""
    path = written(tmp_path, 'provider = "ollama"\nmodel = "m"\nown = true')
    assert model_of(configured(file=path)).own
    assert not model_of(configured({"provider": "openai"}, {}, path)).own


# ------------------------------------------------------------------------------------------------------------ the key
def test_a_key_comes_from_the_variable_that_is_named() -> None:
    """Or from the provider's usual one, or from ours where it is set."""
    named = {"REWRITER_API_KEY": "ours", "OPENAI_API_KEY": "theirs", "HALTON_KEY": " halton \n"}
    openai = {"model": "m", "provider": "openai"}
    assert key_for(model_of(configured({**openai, "api_key_env": "HALTON_KEY"}, named)), named) == "halton"
    assert key_for(model_of(configured(openai, named)), named) == "ours"
    del named["REWRITER_API_KEY"]
    assert key_for(model_of(configured(openai, named)), named) == "theirs"


@pytest.mark.parametrize("provider", [name for name, preset in PRESETS.items() if preset.key_needed])
def test_a_key_that_is_needed_and_missing_is_told_by_its_variable(provider: Provider) -> None:
    """Before anything is sent."""
    model = model_of(configured({"model": "m", "provider": provider, "base_url": "http://127.0.0.1/v1"}))
    with pytest.raises(ConfigurationError, match=PRESETS[provider].api_key_env):
        key_for(model, {})


def test_a_model_on_this_machine_needs_none() -> None:
    """Unless a variable was named for it."""
    assert not key_for(model_of(configured(environment=OLLAMA)), OLLAMA)
    with pytest.raises(ConfigurationError, match="HALTON_KEY"):
        key_for(model_of(configured({"api_key_env": "HALTON_KEY"}, OLLAMA)), OLLAMA)


def test_what_can_be_no_key_is_refused_and_not_repeated() -> None:
    """A pasted page, or quotes of another alphabet."""
    for odd in ("se\ncret", "“secret”"):
        with pytest.raises(ConfigurationError) as raised:
            key_for(model_of(configured(environment=OLLAMA)), {"REWRITER_API_KEY": odd})
        assert "cret" not in str(raised.value)


def test_a_key_in_a_file_is_refused(tmp_path: Path) -> None:
    """Saying where it belongs, and not repeating it."""
    with pytest.raises(ConfigurationError, match="a key never stands in a file") as raised:
        configured(file=written(tmp_path, 'model = "m"\napi_key = "sk-secret"'))
    assert "sk-secret" not in str(raised.value)


# ------------------------------------------------------------------------------------------------------------ mistakes
@pytest.mark.parametrize(
    ("key", "value", "must"),
    [
        ("engine", "magic", "one of rules, model"),
        ("provider", "acme", "one of ollama"),
        ("model", "qw\u0007en", "a name"),
        ("base_url", "gpu.halton.example", "an address such as"),
        ("base_url", "http://me:sk-secret@gpu.example/v1", "with no key"),
        ("api_key_env", "sk-secret-1", "never the key itself"),
        ("structured", "yaml", "one of json_schema"),
        ("temperature", "hot", "a number from 0 to 2"),
        ("temperature", "3", "a number from 0 to 2"),
        ("temperature", "nan", "a number from 0 to 2"),
        ("max_tokens", "0", "a whole number from 1"),
        ("max_tokens", "10.5", "a whole number from 1"),
        ("timeout", "0", "a number of seconds"),
        ("timeout", "inf", "a number of seconds"),
        ("retries", "-1", "a whole number from 0"),
        ("retries", "101", "a whole number from 0"),
        ("concurrency", "0", "a whole number from 1"),
        ("waiting", "many", "a whole number from 0"),
        ("requests_per_minute", "0", "a whole number from 1"),
        ("breaker_failures", "x", "which means never"),
        ("breaker_pause", "soon", "a number of seconds"),
        ("own", "perhaps", "true or false"),
        ("api_version", "20\u000024", "a name"),
    ],
)
def test_a_mistake_is_told_by_its_name_wherever_it_was_made(tmp_path: Path, key: str, value: str, must: str) -> None:
    """The flag, the variable, or the file and its key; what it must be; never the value."""
    shown = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in value)
    for name, read in (
        (f"--{key.replace('_', '-')}", partial(configured, {key: value})),
        (f"REWRITER_{key.upper()}", partial(configured, {}, {f"REWRITER_{key.upper()}": value})),
        (f"rewriter.toml: model.{key}", partial(configured, None, None, written(tmp_path, f'{key} = "{shown}"'))),
    ):
        with pytest.raises(ConfigurationError) as raised:
            read()
        assert str(raised.value).startswith(f"{name}: must be ")
        assert must in str(raised.value)
        assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ('modle = "m"', "unknown setting 'model.modle'"),
        ('model = "m"', "provider: say who provides the model"),
        ('engine = "model"', "model: the engine is to be a model, and none is named"),
        ('model = "m"\nprovider = "azure"', "base_url: azure needs the address"),
        ('model = "m"\nprovider = "custom"', "base_url: custom needs the address"),
        ('model = "m"\nprovider = "vllm"\ntimeout = 10\nattempt_timeout = 11', "attempt_timeout: one attempt cannot"),
        ("retries = true", "model.retries: must be"),
        ("model = 7", "model.model: must be a name"),
        ("max_tokens = [1]", "model.max_tokens: must be"),
        ("= 7", "cannot be read"),
    ],
)
def test_what_does_not_fit_together_is_told(tmp_path: Path, lines: str, told: str) -> None:
    """Each by the key to look at."""
    with pytest.raises(ConfigurationError) as raised:
        configured(file=written(tmp_path, lines))
    assert told in str(raised.value)


def test_a_table_that_is_none_and_a_flag_that_is_none() -> None:
    """A caller's slip is told as well."""
    with pytest.raises(ConfigurationError, match="--colour: there is no such setting"):
        configured({"colour": "red"})


def test_model_must_be_a_table(tmp_path: Path) -> None:
    """Not a word at the top of the file."""
    path = tmp_path / "rewriter.toml"
    path.write_text('model = "qwen"', "utf-8")
    with pytest.raises(ConfigurationError, match=r"written as \[model\]"):
        configured(file=path)
