"""Step 3: chooses the pieces that Chinese and English texts need, and writes their numbers to work/kept.json.

    python prune.py [--texts FILE_OR_FOLDER]...
    python prune.py --like ../models/e5-small-zh-en/tokenizer.json

Kept are the pieces that occur in the commonest words of both languages and in the texts, all Chinese pieces, all of at most
four ASCII characters, and all with a sign or an emoji. --like takes the pieces of a model instead.
"""

import argparse
import json
import re
from collections.abc import Iterable
from pathlib import Path

import wordfreq
from tokenizers import Tokenizer

from download import TEXTS
from load import BOS, EOS, KEPT, PAD, UNK, make_tokenizer, read_packed

ENGLISH_WORDS, CAPITAL_WORDS, CHINESE_WORDS = 150_000, 20_000, 200_000
ENDINGS = {".md", ".mdx", ".txt", ".csv", ".json", ".jsonl"}
CHARACTERS = 4000

CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]+")
SHORT_ASCII = re.compile("[▁\x21-\x7e]{1,4}")
SIGN = re.compile("[\u2190-\u2580\u2582-\u2bff\U0001f000-\U0001faff]")  # arrows, signs, emoji; not ▁ itself


def is_always_kept(piece: str) -> bool:
    """Whether a piece is kept without being met."""
    return bool(CHINESE.fullmatch(piece.removeprefix("▁")) or SHORT_ASCII.fullmatch(piece) or SIGN.search(piece))


def words() -> Iterable[str]:
    """The commonest words of both languages; English ones also as they begin a sentence, and in capitals."""
    english = wordfreq.top_n_list("en", ENGLISH_WORDS, wordlist="best")
    yield from english
    yield from (word.capitalize() for word in english)
    yield from (word.upper() for word in english[:CAPITAL_WORDS])
    yield from wordfreq.top_n_list("zh", CHINESE_WORDS, wordlist="best")


def texts_in(path: Path) -> Iterable[str]:
    """Texts of a file, or of the files below a folder, in stretches."""
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in ENDINGS)
    for file in files:
        text = file.read_text("utf8", "replace")
        yield from (text[at : at + CHARACTERS] for at in range(0, len(text), CHARACTERS))


def count_pieces(tokenizer: Tokenizer, texts: Iterable[str]) -> set[int]:
    """Numbers of the pieces that occur."""
    found: set[int] = set()
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == 1000:
            found.update(i for e in tokenizer.encode_batch(batch, add_special_tokens=False) for i in e.ids)
            batch.clear()
    found.update(i for e in tokenizer.encode_batch(batch, add_special_tokens=False) for i in e.ids)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, action="append", default=[])
    parser.add_argument("--like", type=Path)
    options = parser.parse_args()
    packed = read_packed()
    if options.like is not None:
        numbers = {piece: i for i, piece in enumerate(packed.pieces)}
        vocabulary = json.loads(options.like.read_text("utf8"))["model"]["vocab"]
        kept = [numbers[piece] for piece, _ in vocabulary]
    else:
        tokenizer = make_tokenizer(packed.pieces, packed.scores)
        found = count_pieces(tokenizer, words())
        for path in options.texts or [TEXTS]:
            found |= count_pieces(tokenizer, texts_in(path))
        always = {i for i, piece in enumerate(packed.pieces) if is_always_kept(piece)}
        kept = sorted(found | always | {BOS, PAD, EOS, UNK})
    KEPT.write_text(json.dumps(kept))
    print(len(kept), "of", len(packed.pieces), "pieces")


if __name__ == "__main__":
    main()
