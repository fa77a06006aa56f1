"""Step 8: measures a model with the project's own `npm run evaluate`, and prints the figures that an encoder moves.

    python measure.py FOLDER --questions FILE --corpus FOLDER [--questions FILE --corpus FOLDER]...

The index of each set goes to work/measured, apart for each model. Without sets: the questions about the corpus of the
repository.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from download import WORK

PROJECT = Path(__file__).resolve().parent.parent
OWN_SET = ["--questions", "tests/questions/server.jsonl", "--corpus", "corpus"]
FIGURES = ("recall@1", "passage@1", "passage@3", "evidence@1")


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    model = Path(sys.argv[1]).resolve()
    sets = [str(Path(arg).resolve()) if not arg.startswith("-") else arg for arg in sys.argv[2:]] or OWN_SET
    places = ["--embeddings", str(WORK / "measured" / model.name)]
    command = ["npm", "run", "--silent", "evaluate", "--", *sets, *places, "--json"]
    environment = {**os.environ, "EMBEDDING_MODEL": str(model)}
    printed = subprocess.run(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, check=True).stdout
    report = json.loads(printed)
    for name, figures in report.get("sets", {"": report}).items():
        print(name, {figure: figures["all"].get(figure) for figure in FIGURES})


if __name__ == "__main__":
    main()
