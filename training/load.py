"""Step 2, and what the others import: multilingual-e5-small from its packed 4-bit file, as a PyTorch module.

The file is little-endian: "E5S1", sizes, pieces with their scores, rules of normalisation (not needed: they are NFKC with
white space as one space), a directory of tensors, the tensors. Matrices are Q4_0: blocks of 32 numbers, a half-precision
scale and 16 bytes, the first 16 numbers in the low halves of the bytes.
"""

import json
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers
from torch import Tensor, nn

from download import ENCODER, WORK

KEPT = WORK / "kept.json"
BOS, PAD, EOS, UNK = 0, 1, 2, 3
BLOCK_BYTES = 18


@dataclass(frozen=True)
class Packed:
    """What the file holds; `tensors` are float32, flat."""

    width: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float
    pieces: list[str]
    scores: list[float]
    tensors: dict[str, np.ndarray]


class Reader:
    """Takes values from bytes, one after the other."""

    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    def take(self, form: str) -> tuple:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def array(self, kind: str, count: int) -> np.ndarray:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values


def read_packed(path: Path = ENCODER) -> Packed:
    """Reads the file. Raises ValueError for another kind of file."""
    reader = Reader(path.read_bytes())
    magic, _version = reader.take("4si")
    if magic != b"E5S1":
        raise ValueError(f"{path}: expected E5S1 at its beginning, found {magic!r}.")
    width, layers, heads, inner, _pieces, positions, _types = reader.take("7i")
    (epsilon,) = reader.take("f")
    reader.take("i")
    count, *special = reader.take("5i")
    if special != [BOS, EOS, PAD, UNK]:
        raise ValueError(f"{path}: expected <s>, </s>, <pad>, <unk> at 0, 2, 1, 3, found {special}.")
    (blob_bytes,) = reader.take("Q")
    offsets = reader.array("<u4", count + 1)
    scores = reader.array("<f4", count).tolist()
    blob = reader.array("u1", blob_bytes).tobytes()
    pieces = [blob[a:b].decode("utf8", "replace") for a, b in zip(offsets[:-1], offsets[1:])]
    _rules, rule_bytes = reader.take("iI")
    reader.at += rule_bytes
    tensors = {}
    (entries,) = reader.take("i")
    for _ in range(entries):
        (length,) = reader.take("H")
        name = reader.array("u1", length).tobytes().decode()
        _kind, _count, offset, size = reader.take("BIQQ")
        raw = reader.data[offset : offset + size]
        packed = name == "emb.word" or (name.endswith(".w") and not name.endswith("ln.w"))
        tensors[name] = unpack(raw) if packed else np.frombuffer(raw, "<f4")
    return Packed(width, layers, heads, inner, positions, epsilon, pieces, scores, tensors)


def unpack(raw: bytes) -> np.ndarray:
    """Numbers of Q4_0 blocks."""
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], 1)
    return ((halves.astype(np.float32) - 8) * scales).reshape(-1)


class Layer(nn.Module):
    """Self-attention and a feed-forward network, each with its residual normalised behind it."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float):
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.aln, self.oln = nn.LayerNorm(width, epsilon), nn.LayerNorm(width, epsilon)
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = x.shape
        split = lambda t: t.view(batch, length, self.heads, width // self.heads).transpose(1, 2)
        # Written out: the fused attention of PyTorch has no operator in the ONNX of old runtimes.
        scores = split(self.q(x)) @ split(self.k(x)).transpose(-1, -2) / (width // self.heads) ** 0.5 + bias
        context = (scores.softmax(-1) @ split(self.v(x))).transpose(1, 2).reshape(batch, length, width)
        x = self.aln(x + self.ao(context))
        return self.oln(x + self.fo(F.gelu(self.fi(x))))


class Encoder(nn.Module):
    """Ids and mask [batch, tokens] to hidden states [batch, tokens, width]."""

    def __init__(self, packed: Packed, vocabulary: int):
        super().__init__()
        width = packed.width
        self.word = nn.Embedding(vocabulary, width)
        self.pos, self.typ = nn.Embedding(packed.positions, width), nn.Embedding(2, width)
        self.ln = nn.LayerNorm(width, packed.epsilon)
        self.layers = nn.ModuleList(
            Layer(width, packed.heads, packed.inner, packed.epsilon) for _ in range(packed.layers)
        )

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.ln(self.word(ids) + self.pos(places) + self.typ.weight[0])
        bias = (1 - mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def load_encoder(packed: Packed, kept: Sequence[int]) -> Encoder:
    """The first weights, with the embeddings of the kept pieces alone."""
    encoder = Encoder(packed, len(kept))
    names = {"word": "emb.word", "pos": "emb.pos", "typ": "emb.type", "ln": "emb.ln"}
    with torch.no_grad():
        for name, parameter in encoder.named_parameters():
            *path, kind = name.split(".")
            stem = f"l{path[1]}.{path[2]}" if path[0] == "layers" else names[path[0]]
            stored = stem if path[0] in ("word", "pos", "typ") else f"{stem}.{kind[0]}"
            values = torch.from_numpy(packed.tensors[stored].copy())
            if path[0] == "word":
                values = values.view(-1, packed.width)[list(kept)]
            parameter.copy_(values.view(parameter.shape))
    return encoder.eval()


def make_tokenizer(pieces: Iterable[str], scores: Iterable[float]) -> Tokenizer:
    """Unigram over NFKC text in which white space is one space; adds no <s> and </s>."""
    tokenizer = Tokenizer(models.Unigram(list(zip(pieces, scores)), unk_id=UNK))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    return tokenizer


def read_kept() -> list[int]:
    """Numbers of the pieces that prune.py kept, in order."""
    return json.loads(KEPT.read_text())


def load_pruned() -> tuple[Encoder, Tokenizer, Packed]:
    """Encoder and tokenizer of the kept pieces."""
    packed, kept = read_packed(), read_kept()
    tokenizer = make_tokenizer((packed.pieces[i] for i in kept), (packed.scores[i] for i in kept))
    return load_encoder(packed, kept), tokenizer, packed


def pad(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Ids and mask of texts of several lengths."""
    longest = max(map(len, rows))
    ids = torch.full((len(rows), longest), PAD)
    mask = torch.zeros(len(rows), longest)
    for number, row in enumerate(rows):
        ids[number, : len(row)] = torch.tensor(row)
        mask[number, : len(row)] = 1
    return ids, mask


def pool(states: Tensor, mask: Tensor) -> Tensor:
    """Mean over the tokens, at unit length."""
    return F.normalize((states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=-1)


def main() -> None:
    """Embeds a question and two passages with all pieces: the first passage has to be the nearer."""
    packed = read_packed()
    encoder = load_encoder(packed, range(len(packed.pieces)))
    tokenizer = make_tokenizer(packed.pieces, packed.scores)
    texts = ["query: 港口什么时候开放？", "passage: The harbour opens in April.", "passage: Nets are mended by hand."]
    rows = [[BOS, *e.ids, EOS] for e in tokenizer.encode_batch(texts, add_special_tokens=False)]
    ids, mask = pad(rows)
    with torch.inference_mode():
        question, *passages = pool(encoder(ids, mask), mask)
    print(len(packed.pieces), "pieces; cosines", [round(float(question @ passage), 3) for passage in passages])


if __name__ == "__main__":
    main()
