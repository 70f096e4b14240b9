"""Every import points down: which module may know of which is data here, and the sources are held to it.

A new module goes on the rung of its kind: add its name, or let a pattern cover it. A module may import from its own
rung and from those above it in this list (the bottom of the house is written first), never from a later one.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from graphlib import CycleError, TopologicalSorter
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

CHECKOUT = Path(__file__).parent.parent
PRODUCT = "rewriter"

LADDER: tuple[tuple[str, str], ...] = (
    # what stands on the rung, and the modules (patterns may be used)
    (
        "nothing but strings",
        "errors version once remembered text brackets filled lexicon words inflection assets inputs sealed",
    ),
    ("when", "timing timing.*"),
    ("how much", "amounts amounts.*"),
    ("who", "people vocabulary"),
    ("the words of the field as data", "plan smart answer settings"),
    ("what identifies somebody", "masking masking.*"),
    ("who is to do what", "sentences sentences.*"),
    (
        "what a text says",
        (
            "evidence evidence.absences evidence.asides evidence.by_doer evidence.deeds evidence.doers evidence.done "
            "evidence.excess "
            "evidence.history evidence.levels evidence.listed evidence.measures evidence.paces evidence.parts "
            "evidence.places evidence.reviews evidence.safeguards evidence.separate evidence.services "
            "evidence.targets evidence.timescale evidence.topics evidence.triggers evidence.vagueness"
        ),
    ),
    ("reading all of a text", "reading"),
    ("who harms whom, and what is asked of whom about it", "harm harm.*"),
    ("what is in whose power, and what for", "evidence.control evidence.needs"),
    ("what was pasted, and whether anyone is in danger", "pasted pasted.*"),
    ("what a rule is", "rules.rule"),
    ("one rule, one file", "rules.*"),
    ("all the rules", "rules rules.manual responsibility"),
    ("what the findings come to", "asking questions split verdict verdict.*"),
    ("worked examples", "fewshot"),
    ("a language model behind a port", "chat chat.*"),
    ("what a model is told, and what it may answer", "replies replies.* prompts"),
    ("asking a model", "outgoing consult"),
    ("judging", "critic"),
    ("guarding", "guarding guarding.*"),
    ("two judges", "reconcile"),
    ("drafting", "drafting drafting.* drafter"),
    ("the services", "received pipeline doctor"),
    ("the services with a model", "service streaming wiring"),
    ("the contract's shapes", "wire wire.*"),
    ("what is shown", "faces faces.*"),
    ("the way in", "__main__"),
)
# Only these know a library that does not come with Python; all others must work without any.
LIBRARIES: Mapping[str, frozenset[str]] = {
    "fewshot": frozenset({"pydantic", "yaml"}),
    "replies.*": frozenset({"pydantic"}),
    "prompts": frozenset({"jinja2"}),
    "consult": frozenset({"pydantic"}),
    "outgoing": frozenset({"pydantic"}),
    "chat.langchain_chat": frozenset(
        {"httpx2", "langchain_core", "langchain_openai", "langsmith", "openai", "pydantic"}
    ),
    "streaming": frozenset({"jiter", "pydantic"}),
    "wire.*": frozenset({"pydantic"}),
    "faces.*": frozenset({"click", "pydantic", "rich", "yaml"}),
    "faces.mcp": frozenset({"mcp", "mcp_types"}),
    "faces.http.*": frozenset(
        {
            "fastapi",
            "h11",
            "limits",
            "opentelemetry",
            "orjson",
            "prometheus_client",
            "pydantic",
            "starlette",
            "structlog",
            "uvicorn",
        }
    ),
    "faces.web.*": frozenset({"docx", "fastapi", "jinja2", "starlette"}),
}
SLOW_TO_LOAD = frozenset({"jinja2", "jiter", "pydantic", "rich", "yaml"})
QUICK_TO_OPEN = ("rewriter", "rewriter.pipeline", "rewriter.faces.cli")  # no slow library stands in the doorway
ONE_FILE_EACH = ("openai", "langchain")  # a client for a language model stands behind one door


class Import(NamedTuple):
    """One imported module, by its full name, and whether it is loaded as soon as the importing file is."""

    name: str
    at_once: bool


Sources = Mapping[str, str]  # a module's full name -> its text


def sources_of(package: str) -> dict[str, str]:
    """Give the source of every module of a package in the checkout, by full name."""
    found = {}
    for path in sorted((CHECKOUT / package).rglob("*.py")):
        parts = path.relative_to(CHECKOUT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text("utf-8")
    return found


def imports_of(module: str, sources: Sources) -> tuple[Import, ...]:
    """Give all that a module imports, inside functions and for type checkers too."""
    return tuple(_imports(ast.parse(sources[module]), module, sources, at_once=True))


def _imports(node: ast.AST, module: str, sources: Sources, *, at_once: bool) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        yield from (Import(alias.name, at_once) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, f"{module}: write the full name in an import, not dots"
        for alias in node.names:
            inner = f"{node.module}.{alias.name}"
            yield Import(inner if inner in sources else str(node.module), at_once)
    else:
        waits = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or (
            isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        )
        for child in ast.iter_child_nodes(node):
            yield from _imports(child, module, sources, at_once=at_once and not waits)


def within(module: str, sources: Sources) -> set[str]:
    """Give the modules of its own product that a module imports."""
    return {name for name, _ in imports_of(module, sources) if name in sources and name != module}


def matches(module: str, pattern: str) -> bool:
    return fnmatchcase(module.removeprefix(f"{PRODUCT}."), pattern)


def rungs_of(module: str) -> list[int]:
    """Give the rungs a module stands on: where it is named in full, or else where a pattern covers it."""
    entries = [(number, pattern) for number, (_, names) in enumerate(LADDER) for pattern in names.split()]
    exact = [number for number, pattern in entries if module == f"{PRODUCT}.{pattern}"]
    return exact or [number for number, pattern in entries if matches(module, pattern)]


def upward(sources: Sources) -> list[str]:
    """List the imports that point up the ladder, or at the package's own front door."""
    wrong = []
    for module in sources:
        if module == PRODUCT:
            continue
        for name in sorted(within(module, sources)):
            if name == PRODUCT:
                wrong.append(f"{module} imports the package's front door")
            for low, high in product(rungs_of(module), rungs_of(name)):
                if high > low:
                    wrong.append(f"{module} ({LADDER[low][0]}) imports {name} ({LADDER[high][0]})")
    return wrong


def cycle(sources: Sources) -> list[str]:
    """Give the modules of a circle of imports, or nothing where there is none."""
    graph = {module: within(module, sources) for module in sources if module != PRODUCT}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [str(name) for name in error.args[1]]
    return []


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    return sources_of(PRODUCT)


def test_every_module_has_its_rung(sources: Sources) -> None:
    """A new module says where it stands, once."""
    unclear = {name: rungs_of(name) for name in sources if name != PRODUCT and len(rungs_of(name)) != 1}
    assert not unclear, "name these modules once in LADDER, on the rung of their kind"


def test_the_ladder_names_only_what_is_there(sources: Sources) -> None:
    """A module that has gone leaves no name behind."""
    names = [pattern for _, modules in LADDER for pattern in modules.split()]
    assert [name for name in names if not any(matches(module, name) for module in sources)] == []


def test_imports_point_down(sources: Sources) -> None:
    """No module knows of one that stands above it."""
    assert upward(sources) == []


def test_nothing_is_imported_in_a_circle(sources: Sources) -> None:
    """Every module can be read after those it imports."""
    assert cycle(sources) == []


def test_an_upward_import_would_be_seen() -> None:
    """The check itself works: a module of the plan that imports the judge is named."""
    made_up = {"rewriter.plan": "def late():\n    from rewriter import critic\n", "rewriter.critic": ""}
    assert upward(made_up) == [
        "rewriter.plan (the words of the field as data) imports rewriter.critic (judging)",
    ]


def test_a_circle_would_be_seen() -> None:
    """The check itself works: two modules of one rung that import each other are named."""
    made_up = {
        "rewriter.harm.harms": "import rewriter.harm.relations",
        "rewriter.harm.relations": "from rewriter.harm.harms import find_harms",
    }
    assert set(cycle(made_up)) == {"rewriter.harm.harms", "rewriter.harm.relations"}


def test_only_the_edges_know_other_libraries(sources: Sources) -> None:
    """Below the faces Python's own library is enough, but for the files that check what comes in and goes out."""
    strangers = []
    for module in sources:
        allowed = frozenset[str]().union(*(names for where, names in LIBRARIES.items() if matches(module, where)))
        tops = {name.partition(".")[0] for name, _ in imports_of(module, sources)}
        strangers += [f"{module}: {name}" for name in tops - sys.stdlib_module_names - {PRODUCT} - allowed]
    assert sorted(strangers) == []


@pytest.mark.parametrize("door", QUICK_TO_OPEN)
def test_slow_libraries_wait_until_they_are_needed(door: str, sources: Sources) -> None:
    """Opening a door loads nothing slow, however many files it leads through."""
    reached, waiting = {door}, [door]
    while waiting:
        names = {name for name, at_once in imports_of(waiting.pop(), sources) if at_once}
        assert not {name.partition(".")[0] for name in names} & SLOW_TO_LOAD
        new = {name for name in names if name in sources} - reached
        reached |= new
        waiting += new


@pytest.mark.parametrize("library", ONE_FILE_EACH)
def test_a_model_client_is_known_to_one_file(library: str) -> None:
    """A client for a language model is imported by at most one file of the product, and by none of the evals."""
    everything = sources_of(PRODUCT) | sources_of("evals")
    users = [
        module
        for module in everything
        if any(name.partition(".")[0].startswith(library) for name, _ in imports_of(module, everything))
    ]
    assert len(users) <= 1
    assert not any(user.startswith("evals") for user in users)


def test_nobody_imports_those_who_look_in(sources: Sources) -> None:
    """Evals and benchmarks look at the product and tests at all of them; nothing looks back."""
    forbidden = {PRODUCT: {"evals", "tests", "benchmarks"}, "evals": {"tests", "benchmarks"}, "benchmarks": {"tests"}}
    for package, others in forbidden.items():
        of_package = sources if package == PRODUCT else sources_of(package)
        for module in of_package:
            tops = {name.partition(".")[0] for name, _ in imports_of(module, of_package)}
            assert not tops & others, module
