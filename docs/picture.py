"""Draws the picture in the README from a real run: `python docs/picture.py` writes docs/rewrite.svg."""

import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

OBJECTIVE = "Mum to ensure Dad does not come to the house, SW to monitor ASAP"
HARM = "Dad>Mum"


def main() -> None:
    """Run the command line at 80 columns with colour and save what it printed as a picture."""
    command = [sys.executable, "-m", "rewriter", "rewrite", OBJECTIVE, "--harm", HARM]
    environment = {**os.environ, "COLUMNS": "80", "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    shown = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    with Path(os.devnull).open("w") as nowhere:
        console = Console(record=True, width=82, file=nowhere, force_terminal=True)
        console.print(Text(f'$ rewriter rewrite --harm "{HARM}" \\\n    "{OBJECTIVE}"\n', style="bold"))
        console.print(Text.from_ansi(shown))
        drawn = console.export_svg(title="rewriter", unique_id="rewriter")
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)  # the reader's own font: nothing is fetched
    Path(__file__).with_name("rewrite.svg").write_text(drawn, "utf-8")


if __name__ == "__main__":
    main()
