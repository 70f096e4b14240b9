"""The JSON Schema of every kind of case file, for whoever writes cases with other tools: `python -m evals.schemas`.

They are made of the classes that read the files, so neither can say what the other does not.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel

from evals.cases import CASES, ObjectiveCase, ResponsibilityCase
from evals.guard_cases import GuardCase
from evals.judged_claims import JudgedDraft
from evals.masking_cases import Marked

__all__ = ["FOLDER", "SHAPES", "schema_text"]

FOLDER = CASES / "schema"
SHAPES: Mapping[str, type[BaseModel]] = {
    "objectives": ObjectiveCase,
    "responsibility": ResponsibilityCase,
    "guard": GuardCase,
    "masking": Marked,
    "judged_claims": JudgedDraft,
}
"""What one line of a file holds, by the kind in the file's name."""


def schema_text(shape: type[BaseModel]) -> str:
    """Give the schema of one line as it is written to its file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **shape.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _write(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name, shape in SHAPES.items():
        (folder / f"{name}.json").write_text(schema_text(shape), encoding="utf-8")


if __name__ == "__main__":
    _write(FOLDER)
