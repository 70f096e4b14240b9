"""What a council may set, and how a wrong setting is told."""

from pathlib import Path

import pytest

from rewriter.errors import ConfigurationError
from rewriter.pipeline import critique
from rewriter.settings import Ignore, Settings
from rewriter.smart import Criterion

TEXT = "Mum to engage with services"


def written(folder: Path, content: str) -> Path:
    path = folder / "rewriter.toml"
    path.write_text(content, "utf-8")
    return path


def test_local_letters_rules_off_and_ignored_findings_are_read_from_a_file(tmp_path: Path) -> None:
    """One file holds all that a council sets."""
    content = 'rules_off = ["jargon"]\nmax_characters = 500\n[labels]\nachievable = "Agreed"\n'
    content += '[[ignore]]\nrule = "vague_verb"\ntext = "engage with"\nreason = "our plan template"\n'
    settings = Settings.from_file(written(tmp_path, content))
    assert settings.labels[Criterion.ACHIEVABLE] == "Agreed"
    assert settings.labels[Criterion.SPECIFIC] == "Specific"
    assert settings.rules_off == {"jargon"}
    assert settings.ignore == (Ignore("vague_verb", "engage with", "our plan template"),)
    assert settings.max_characters == 500


@pytest.mark.parametrize(
    "content",
    [
        "rules = []",
        "labels = 3",
        "[labels]\nagreed = 'x'",
        "rules_off = [1]",
        "max_characters = 0",
        "[[ignore]]\nrule='x'",
        "x =",
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, content: str) -> None:
    """An unknown key or an unfit value stops with the file's name in the message."""
    with pytest.raises(ConfigurationError, match=r"rewriter\.toml"):
        Settings.from_file(written(tmp_path, content))


def test_a_rule_switched_off_finds_nothing_and_the_answer_says_so() -> None:
    """What was switched off stands in the provenance."""
    answer = critique(TEXT, settings=Settings(rules_off=frozenset({"vague_verb"})))
    assert "vague_verb" not in {finding.rule for finding in answer.findings}
    assert answer.provenance.rules_off == ("vague_verb",)


def test_one_finding_can_be_ignored_with_a_reason() -> None:
    """An ignored finding is not shown as a finding, and is kept with its reason."""
    seen = next(finding for finding in critique(TEXT).findings if finding.rule == "vague_verb")
    answer = critique(TEXT, settings=Settings(ignore=(Ignore("vague_verb", seen.text, "agreed locally"),)))
    assert "vague_verb" not in {finding.rule for finding in answer.findings}
    assert [(finding.rule, reason) for finding, reason in answer.ignored] == [("vague_verb", "agreed locally")]


def test_a_setting_with_a_line_break_in_its_name_is_told_in_one_line(tmp_path: Path) -> None:
    """What stands in a file is shown so that it cannot break the line it is shown in."""
    with pytest.raises(ConfigurationError) as caught:
        Settings.from_file(written(tmp_path, '["\\n"]'))
    assert "\n" not in str(caught.value)
