"""Compiles what judges and drafts to C, with mypyc, into a wheel of this machine's own: a build that is asked for.

Off unless HATCH_BUILD_HOOK_ENABLE_CUSTOM=true is set, so that nothing else needs a C compiler (docs/deploy.md). The
sources ship beside what was compiled of them, and answers are the same to the byte; an editable install is untouched.
"""

import ast
import os
import re
import shutil
import sysconfig
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# What reads, judges, drafts, guards and masks. The edges wait for others and gain nothing, and `pipeline` says in its
# own words what is wrong with what it is given.
_FOLDERS = "amounts drafting evidence guarding harm masking pasted rules sentences timing verdict words".split()
_MODULES = (
    "asking brackets critic drafter filled inflection lexicon once people plan questions reading remembered "
    "responsibility split text vocabulary"
).split()
_LEFT = re.compile(r"\b__file__\b")  # which is another one's when compiled
_DOC = re.compile(r"\b__doc__\b")
_CONSTANT = re.compile(r"^(_?[A-Z][A-Z0-9_]+)(?:: ([^=\n]+))? = (?!TypeVar|ParamSpec)", re.MULTILINE)


class CompiledWheel(BuildHookInterface):
    """Adds compiled modules to a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and say where what came of it belongs. Raises RuntimeError where there is no C compiler."""
        if self.target_name != "wheel" or version == "editable":
            return
        compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
        if os.name == "posix" and shutil.which(compiler) is None:
            raise RuntimeError(
                f"to compile needs a C compiler, and there is no {compiler!r} here (Debian: apt-get install gcc); "
                "without HATCH_BUILD_HOOK_ENABLE_CUSTOM the wheel is built without one"
            )
        # gone with this hook, when the wheel is written
        self._folder = tempfile.TemporaryDirectory(prefix="rewriter-compiled-")
        folder = Path(self._folder.name)
        with chdir(sources(Path(self.root), folder)):
            made = compile_to(folder, modules(Path()))
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["force_include"].update({str(path): place for place, path in made.items()})


def modules(root: Path) -> list[Path]:
    """Give the modules that are compiled, as paths from the checkout's root."""
    package = root / "rewriter"
    found = [path for folder in _FOLDERS for path in sorted((package / folder).glob("**/*.py"))]
    found += [package / f"{name}.py" for name in _MODULES]
    return [path for path in found if not _LEFT.search(path.read_text("utf-8"))]


def sources(root: Path, folder: Path) -> Path:
    """Copy the package of a checkout into a folder, as it is compiled. Gives the place of the copy."""
    place = folder / "sources"
    shutil.copytree(root / "rewriter", place / "rewriter", ignore=shutil.ignore_patterns("__pycache__"))
    for path in modules(place):
        path.write_text(as_compiled(path.read_text("utf-8")), "utf-8")
    return place


def as_compiled(source: str) -> str:
    """Give a module's source as it is compiled, every line in its place.

    Compiled, a module has no docstring, which is the manual page of a rule: it is written where the rule asks for it.
    And constants are said to be final: they stand in C itself then, and are not looked up by name time and again.
    """
    docstring = repr(ast.get_docstring(ast.parse(source), clean=False))
    source = _DOC.sub(lambda _: docstring, source)
    source, constants = _CONSTANT.subn(lambda found: f"{found[1]}: Final{f'[{found[2]}]' * bool(found[2])} = ", source)
    if not constants:
        return source
    lines = source.splitlines(keepends=True)
    first = ast.parse(source).body[1].lineno - 1  # behind the docstring
    lines[first] = f"from typing import Final; {lines[first]}"
    return "".join(lines)


def extensions(folder: Path, paths: list[Path]) -> list[Any]:
    """Turn modules into C, in a folder. Gives what is to be compiled; ends the program where one cannot be turned."""
    from mypyc.build import mypycify  # noqa: PLC0415 - here only where it is asked for

    return mypycify(
        ["--config-file=", "--ignore-missing-imports", *map(str, paths)],
        opt_level="1",  # at 2 the C compiler takes 1.6 times as long
        debug_level="0",
        multi_file=True,
        target_dir=str(folder / "c"),
    )


def compile_to(folder: Path, paths: list[Path]) -> dict[str, Path]:
    """Compile modules. Gives the files that came of it, which lie in a folder, by their places in a wheel."""
    from setuptools import Distribution  # noqa: PLC0415 - likewise
    from setuptools.command.build_ext import build_ext  # noqa: PLC0415

    made = folder / "made"

    class SideBySide(build_ext):
        """Compiles on all cores: it would take one file after the other."""

        def build_extensions(self) -> None:
            one_after_the_other = self.compiler.compile

            def compile_all(sources: list[str], **told: Any) -> list[str]:  # noqa: ANN401 - as it is called
                with ThreadPoolExecutor(os.cpu_count()) as cores:
                    objects = cores.map(lambda source: one_after_the_other([source], **told), sources)
                    return [name for names in objects for name in names]

            self.compiler.compile = compile_all
            super().build_extensions()

    command = SideBySide(Distribution({"name": "rewriter", "ext_modules": extensions(folder, paths)}))
    command.build_lib, command.build_temp = str(made), str(folder / "objects")
    command.ensure_finalized()
    command.run()
    return {path.relative_to(made).as_posix(): path for path in made.glob("**/*") if path.is_file()}
