"""The rules compiled to C: a build that nobody gets unasked, and answers that are the same to the byte."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks.compiled import CHECKOUT, python_of, unpacked, wheels

ANSWERS = """
from evals.cases import load
from rewriter import Context, fewshot, pipeline, text
from rewriter.rules import RULES
import hashlib
print(text.__file__.rpartition(".")[2])
told = [(example.before, Context()) for example in fewshot.load()]
given = [group for group in load().objectives if group.origin != "untouched"]
told += [(case.objective, case.context.as_told()) for group in given for case in group.cases]
answers = [(rule.id, rule.title, rule.page) for rule in RULES]
for objective, context in told:
    drafted = pipeline.rewrite(objective, context)
    lines = "\\n".join(piece.text for piece in (*drafted.goals, *drafted.objectives)) or objective
    answers += [pipeline.critique(objective, context), pipeline.check(objective, context), drafted]
    answers += [pipeline.guard(objective, lines, context, drafted.changes), pipeline.mask(objective, context.names)]
print(len(answers), hashlib.sha256("\\n".join(map(repr, answers)).encode()).hexdigest())
"""

TO_C = """
import contextlib, hatch_build, pathlib, sys
folder = pathlib.Path(sys.argv[1])
with contextlib.chdir(hatch_build.sources(pathlib.Path(), folder)):
    hatch_build.extensions(folder, hatch_build.modules(pathlib.Path()))
"""


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """The hook of the build."""
    pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, is not installed")
    spec = importlib.util.spec_from_file_location("hatch_build", CHECKOUT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_would_answer_otherwise_when_compiled_is_left_as_it_is(hook: ModuleType) -> None:
    """Of the rules and what they rest on all is compiled but what asks where its own file is."""
    names = {path.relative_to(CHECKOUT).as_posix() for path in hook.modules(CHECKOUT)}
    assert {"rewriter/text.py", "rewriter/harm/harms.py", "rewriter/rules/time_bound/no_deadline.py"} <= names
    assert names.isdisjoint({"rewriter/smart.py", "rewriter/pipeline.py", "rewriter/rules/manual.py"})
    sources = [(CHECKOUT / name).read_text("utf-8") for name in names]
    # a property of functools would be worked out each time it is asked for: `once` is there instead
    assert not any("import cached_property" in source or ", cached_property" in source for source in sources)
    assert not any("import copy" in source for source in sources)  # a compiled class is not copied by copy.copy


def test_what_is_compiled_has_each_line_in_its_place(hook: ModuleType) -> None:
    """A fault names the line of the source that everybody reads."""
    for path in hook.modules(CHECKOUT):
        source = path.read_text("utf-8")
        compiled = hook.as_compiled(source)
        as_it_was = compiled.replace("from typing import Final; ", "")
        assert [place.lineno for place in ast.parse(as_it_was).body] == [
            place.lineno for place in ast.parse(source).body
        ]


def test_a_rule_has_its_page_and_constants_are_final_when_compiled(hook: ModuleType) -> None:
    """The docstring stands where the rule asks for it; a constant keeps the type that it was given."""
    source = (
        '''"""A page.\n\nSource: there."""\n\nimport re\n\n_WORDS = re.compile("a")\nRULE: Rule = rule(__doc__)\n'''
    )
    assert hook.as_compiled(source).splitlines()[4:] == [
        "from typing import Final; import re",
        "",
        '_WORDS: Final = re.compile("a")',
        "RULE: Final[Rule] = rule('A page.\\n\\nSource: there.')",
    ]


def test_nothing_is_looked_for_in_what_is_only_walked_through(hook: ModuleType) -> None:
    """ "x in (y for ...)" is an error when compiled: what is looked in is a list, a tuple or a set."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in hook.modules(CHECKOUT)}
    walked = {
        function.name
        for tree in trees.values()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        and any(isinstance(node, ast.Yield | ast.YieldFrom) for node in ast.walk(function))
    }
    looked_in = [
        (path.name, place)
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and any(isinstance(sign, ast.In | ast.NotIn) for sign in node.ops)
        for place in node.comparators
    ]
    assert looked_in
    assert not [
        (name, place.lineno)
        for name, place in looked_in
        if isinstance(place, ast.GeneratorExp)
        or (isinstance(place, ast.Call) and isinstance(place.func, ast.Name) and place.func.id in walked)
    ]


def build(folder: Path, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """Build a wheel of the checkout in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=CHECKOUT,
        env=os.environ | surroundings,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.mark.usefixtures("hook")
def test_nobody_needs_a_compiler_who_has_not_asked_for_one(tmp_path: Path) -> None:
    """The wheel as it comes is for every machine, though there is no C compiler."""
    done = build(tmp_path, CC="no-such-compiler")
    assert done.returncode == 0, done.stderr
    assert [path.name.rpartition("-py3-")[2] for path in tmp_path.iterdir()] == ["none-any.whl"]


@pytest.mark.usefixtures("hook")
@pytest.mark.skipif(os.name != "posix", reason="which compiler there is, is asked only where it is called cc")
def test_where_no_compiler_is_the_build_says_so(tmp_path: Path) -> None:
    """Whoever asks for a compiled wheel reads what is missing, and how to do without."""
    done = build(tmp_path, CC="no-such-compiler", HATCH_BUILD_HOOK_ENABLE_CUSTOM="true")
    assert done.returncode != 0
    assert "there is no 'no-such-compiler' here" in done.stderr + done.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_compiler_of_python_takes_the_sources(hook: ModuleType, tmp_path: Path) -> None:
    """Each module that is to be compiled is turned into C; what a C compiler makes of it takes minutes."""
    pytest.importorskip("mypyc.build", reason="mypyc, which comes with mypy, is not installed")
    pytest.importorskip("setuptools", reason="setuptools, which mypyc needs, is not installed")
    done = subprocess.run(
        [sys.executable, "-c", TO_C, str(tmp_path)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-2000:]
    assert len(list(tmp_path.glob("**/__native_rewriter*.c"))) >= len(hook.modules(CHECKOUT))


@pytest.mark.skipif(not wheels(), reason="no compiled wheel stands in dist: `make compiled` makes one, in minutes")
def test_the_compiled_rules_answer_the_same() -> None:
    """Critiques, checks, drafts, guards and masks of the worked examples, the given and our own cases, to the byte."""
    with unpacked(wheels()[0]) as compiled:
        said = [
            subprocess.run(python_of(folder, ANSWERS), capture_output=True, text=True, check=True, timeout=300).stdout
            for folder in (CHECKOUT, compiled)
        ]
    (python, as_python), (in_c, as_compiled) = (lines.split("\n", 1) for lines in said)
    assert (python, in_c) == ("py", "so")
    assert as_python == as_compiled
