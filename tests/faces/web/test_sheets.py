"""A draft to take along: plain lines, and the tables of the Rosie plan and of the LIAP action plan."""

from hypothesis import given

from rewriter import pipeline
from rewriter.answer import Rewrite
from rewriter.faces.web.sheets import as_text, sheets
from tests.texts import plan_texts


def test_the_text_has_the_goal_and_numbered_objectives(rewrite: Rewrite) -> None:
    """As one would type them."""
    lines = as_text(rewrite).splitlines()
    assert [line.partition(" ")[0] for line in lines] == [
        *("Goal:" for _ in rewrite.goals),
        *(f"{n}." for n, _ in enumerate(rewrite.objectives, start=1)),
    ]


@given(text=plan_texts())
def test_every_row_has_a_cell_for_every_column(text: str) -> None:
    """And every objective its row, with all of its words."""
    answer = pipeline.rewrite(text)
    three, five = sheets(answer)
    assert (len(three.columns), len(five.columns)) == (3, 5)
    for sheet in (three, five):
        assert all(len(row) == len(sheet.columns) for row in sheet.rows)
        assert [objective.text in row for objective, row in zip(answer.objectives, sheet.rows, strict=True)] == [
            True for _ in answer.objectives
        ]


def test_the_tables_say_who_when_and_how_it_is_known() -> None:
    """From the parts of the objective, not from guesses: what nobody said is empty."""
    answer = pipeline.rewrite("Sarah's mother to attend alcohol support groups weekly until 4 May 2026")
    (row,) = sheets(answer)[1].rows
    assert "4 May 2026" in row[3]
    assert row[4] == "" or row[4] in answer.objectives[0].text
