"""The scores of masking are right on a small set worked out by hand."""

from pathlib import Path

import pytest

from evals.cases import CaseError
from evals.masking_cases import Marked, MaskingSet, load_masking
from evals.masking_scores import masking_results


def marked(name: str, text: str, hide: tuple[str, ...] = (), names: tuple[str, ...] = ()) -> Marked:
    spans = [{"start": text.index(word), "end": text.index(word) + len(word), "kind": "person"} for word in hide]
    return Marked.model_validate({"id": name, "text": text, "names": names, "hide": spans, "note": ""})


CASES = (
    marked("found", "Zofia to ring Kofi", ("Zofia", "Kofi")),
    marked("found only when told", "with amber there", ("amber",), ("Amber",)),
    marked("needlessly masked", "The Quux plan is with Mum"),
    marked("left alone", "Will he attend in May?"),
)


def test_names_words_and_the_way_back_are_counted() -> None:
    """One name of three left untold; one capitalised word of five masked for nothing, in one of two sentences."""
    (result,) = masking_results([MaskingSet("small", CASES)])
    assert {score.id: score.value() for score in result.scores} == {
        "names.left.told": 0.0,
        "names.left.untold": pytest.approx(1 / 3),
        "others.left": None,
        "words.masked": pytest.approx(1 / 5),
        "nothing.touched": 0.5,
        "round.trip": 1.0,
    }


def test_the_sets_are_apart() -> None:
    """No sentence stands in both, and two fifths are held out."""
    development, held_out = load_masking()
    assert not {case.id for case in development.cases} & {case.id for case in held_out.cases}
    assert (len(development.cases), len(held_out.cases)) == (310, 250)
    texts = {case.text for case in development.cases}
    assert not texts & {case.text for case in held_out.cases}


def test_a_line_that_does_not_fit_is_named_and_not_repeated(tmp_path: Path) -> None:
    """File, line and field."""
    (tmp_path / "masking_development.jsonl").write_text('{"id": "a", "text": "Zofia"}\n', "utf-8")
    with pytest.raises(CaseError, match=r"masking_development.jsonl, line 1: \w+ does not fit") as raised:
        load_masking(tmp_path)
    assert "Zofia" not in str(raised.value)
