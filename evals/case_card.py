"""Counts the cases for the case card, `cases/CASES.md`: `python -m evals.case_card` writes the counts into it.

Of the sets that are kept from whoever writes rules only the number of cases is told.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from evals.cases import CASES, CaseSet, CaseSets, ObjectiveCase, Origin, ResponsibilityCase, load
from evals.guard_cases import load_guard
from evals.judged_claims import load_judged
from evals.masking_cases import load_masking
from evals.tables import Table, as_markdown

__all__ = ["CARD", "counts", "with_counts"]

CARD = CASES / "CASES.md"
_START = "<!-- counts: written by `python -m evals.case_card` -->\n"
_END = "<!-- end of counts -->\n"
_RARE = 5
_SHOWN = (Origin.GIVEN, Origin.OWN)


def with_counts(card: str, counted: str) -> str:
    """Give the card with these counts in place of those in it. Raises ValueError where it has no place for them."""
    before, start, rest = card.partition(_START)
    _, end, after = rest.partition(_END)
    if not start or not end:
        raise ValueError(f"{CARD.name} has no place for the counts")
    return f"{before}{start}\n{counted}\n\n{end}{after}"


def counts(sets: CaseSets) -> str:
    """Give the tables of counts as Markdown: the files, then objectives and texts by what they are about."""
    shown = [group for group in sets.objectives if group.origin in _SHOWN]
    texts = [group for group in sets.responsibility if group.origin in _SHOWN]
    tables = (
        Table("Cases by file", "", ("File", "Cases"), tuple(_files(sets))),
        _by("Objectives by domain", shown, {g.name: Counter(c.domain for c in g.cases) for g in shown}),
        _by("Objectives by what they are", shown, {g.name: Counter(_kinds(g.cases)) for g in shown}),
        _by("Texts by kind of abuse", texts, {g.name: Counter(c.kind_of_abuse for c in g.cases) for g in texts}, _RARE),
        _by("Texts by what they are", texts, {g.name: Counter(_labels(g.cases)) for g in texts}),
    )
    return "\n\n".join(map(as_markdown, tables))


def _files(sets: CaseSets) -> Iterator[tuple[str, str]]:
    for group in (*sets.all(), *load_guard(), *load_masking()):
        yield f"`{group.name}.jsonl`", str(len(group.cases))
    yield "`judged_claims.jsonl`", str(sum(len(draft.claims) for draft in load_judged()))


def _kinds(cases: Iterable[ObjectiveCase]) -> Iterator[str]:
    for case in cases:
        if (kind := case.gold.input_kind()) is not None:
            yield f"no objective: {kind.value.replace('_', ' ')}"
        else:
            yield "good, to be left alone" if case.gold.good else "to be rewritten"
            if case.gold.harm.abuse:
                yield "of these, with abuse stated"


def _labels(cases: Iterable[ResponsibilityCase]) -> Iterator[str]:
    for case in cases:
        yield from case.gold.true() or ("no label",)
        yield f"kind: {case.kind}"


def _by(
    title: str,
    groups: Sequence[CaseSet[ObjectiveCase]] | Sequence[CaseSet[ResponsibilityCase]],
    found: Mapping[str, Counter[str]],
    least: int = 1,
) -> Table:
    together = sum(found.values(), Counter[str]())
    often = [name for name, number in together.most_common() if number >= least]
    rare = [name for name in together if name not in often]
    ranked = sorted(often, key=lambda name: (-together[name], name))
    rows = [(name, *(str(found[group.name][name]) for group in groups)) for name in ranked]
    if rare:
        sums = (str(sum(found[group.name][name] for name in rare)) for group in groups)
        rows.append((f"{len(rare)} others, fewer than {least} each", *sums))
    return Table(title, "", ("", *(group.origin.capitalize() for group in groups)), tuple(rows))


if __name__ == "__main__":
    CARD.write_text(with_counts(CARD.read_text("utf-8"), counts(load())), encoding="utf-8")
