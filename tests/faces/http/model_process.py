"""A model's server as a process of its own, so that it can be killed in the middle of a reply.

`python -m tests.faces.http.model_process PORT WORDS` answers with the words; with `half` after them it says half and
then nothing more.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.chat.model_server import ModelServer, Said
from tests.faces.http.running import CHECKOUT, listens, until


@contextmanager
def model_process(port: int, words: str, *, half: bool = False) -> Iterator[subprocess.Popen[bytes]]:
    """Run it until the end, if it still lives then."""
    command = [sys.executable, "-m", "tests.faces.http.model_process", str(port), words, *["half"] * half]
    with subprocess.Popen(command, cwd=CHECKOUT, env=os.environ | {"PYTHONPATH": str(CHECKOUT)}) as process:
        try:
            until(lambda: listens(port))
            yield process
        finally:
            process.kill()


class _Saying(ModelServer):
    def __init__(self, port: int, said: Said) -> None:
        super().__init__(port)
        self._said = said

    def behaviour(self, model: str) -> Said:
        del model
        return self._said


def main(port: str, words: str, half: str = "") -> None:
    """Serve until killed."""
    _Saying(int(port), Said(message={"content": words}, stall=bool(half))).serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
