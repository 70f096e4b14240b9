"""A model's server on this machine, in a process of its own: it answers each ask, after a while, with its words."""

import asyncio
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

__all__ = ["key_of", "serving"]

_HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n"


def key_of(shape: str, case: str) -> str:
    """Give the key under which the words for an ask are found: the name of their shape and the last message."""
    return hashlib.sha256(f"{shape}\n{case}".encode()).hexdigest()


@contextmanager
def serving(seconds: float, words: Mapping[str, str]) -> Iterator[str]:
    """Run the server, which takes some seconds for each answer, and give its address. `words` are by `key_of`."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "words.json")
        file.write_text(json.dumps(words), "utf-8")
        command = [sys.executable, "-m", "benchmarks.slow_model", str(seconds), str(file)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            try:
                yield f"http://127.0.0.1:{int(process.stdout.readline() if process.stdout else '')}/v1"
            finally:
                process.terminate()


async def _serve(seconds: float, words: Mapping[str, str]) -> None:
    answers = {key: _answer(text) for key, text in words.items()}
    clock = asyncio.get_running_loop().time

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                due = clock() + seconds
                length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
                asked = json.loads(await reader.readexactly(int(length.partition(b":")[2])))
                shape, case = asked["response_format"]["json_schema"]["name"], asked["messages"][-1]["content"]
                said = answers[key_of(shape, case)]
                await asyncio.sleep(due - clock())
                writer.write(said)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


def _answer(text: str) -> bytes:
    message = {"role": "assistant", "content": text, "refusal": None}
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "slow",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 9000, "completion_tokens": 600, "total_tokens": 9600},
    }
    written = json.dumps(body).encode()
    return _HEAD.format(len(written)).encode() + written


if __name__ == "__main__":
    asyncio.run(_serve(float(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text("utf-8"))))
