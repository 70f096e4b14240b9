"""What masking costs a sentence, beside judging the same sentence: `python -m benchmarks.masking`.

Both are measured in one run on the marked sentences, warm, in processor time, by the median of the rounds; the ratio is
what to compare between machines.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rewriter import critique, mask

_CASES = Path(__file__).parents[1] / "evals" / "cases" / "masking_development.jsonl"
_ROUNDS = 9


def main() -> None:
    """Measure and write two figures and their ratio."""
    cases = [json.loads(line) for line in _CASES.read_text("utf-8").splitlines()]
    texts = [(case["text"], tuple(case["names"])) for case in cases]
    masking = _microseconds(lambda: [mask(text, names) for text, names in texts]) / len(texts)
    judging = _microseconds(lambda: [critique(text) for text, _ in texts]) / len(texts)
    sys.stdout.write(
        f"masking {masking:.0f} us a sentence, judging {judging:.0f} us: {masking / judging:.2f} of it "
        f"({len(texts)} sentences, {_ROUNDS} rounds)\n"
    )


def _microseconds(work: Callable[[], object]) -> float:
    work()
    found = []
    for _ in range(_ROUNDS):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return statistics.median(found) * 1e6


if __name__ == "__main__":
    main()
