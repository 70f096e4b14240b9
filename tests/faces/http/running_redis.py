"""A Redis as a process of its own, to be taken away."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faces.http.running import listens, until

needs_redis = pytest.mark.skipif(
    shutil.which("redis-server") is None, reason="there is no Redis here to take away: apt-get install redis-server"
)


@contextmanager
def redis(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run a Redis that keeps nothing."""
    words = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL) as process:
        try:
            until(lambda: listens(port))
            yield process
        finally:
            process.kill()
