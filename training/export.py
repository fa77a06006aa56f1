"""Step 7: writes a checkpoint as a folder that the project reads: ONNX in 8 bits, tokenizer, what it says of itself.

    python export.py work/soup.pt ../models/e5-small-zh-en
    python export.py first FOLDER        the first weights, without training
"""

import argparse
import hashlib
import json
import re
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from load import BOS, EOS, PAD, UNK, Encoder, Packed, load_pruned

OPSET = 14
SPECIAL = {"<s>": BOS, "<pad>": PAD, "</s>": EOS, "<unk>": UNK}
# Their second feed-forward matrices meet outliers, layer 4 above all: left in float they bring the cosine with the float
# network from .9925 to .9965.
IN_FLOAT = re.compile(r"layers\.(0|4|5)/fo/")


def write_network(encoder: Encoder, path: Path) -> None:
    """The float network, then each matrix in 8 bits with a scale a column, but for three."""
    example = (torch.ones(2, 16, dtype=torch.long), torch.ones(2, 16, dtype=torch.long))
    names = ["input_ids", "attention_mask"]
    output = "last_hidden_state"
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        axes = {name: {0: "batch", 1: "tokens"} for name in (*names, output)}
        torch.onnx.export(
            encoder, example, str(full), input_names=names, output_names=[output], dynamic_axes=axes,
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        products = [node.name for node in onnx.load(full).graph.node if node.op_type == "MatMul"]
        left = [name for name in products if IN_FLOAT.search(name)]
        if len(left) != 3:
            raise ValueError(f"Expected three products to leave in float, found {left}.")
        quantize_dynamic(
            full, path, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=left,
            extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip


def tokenizer_json(tokenizer: Tokenizer, scores: list[float]) -> dict[str, object]:
    """As Transformers.js 2.17 reads it, with <s> and </s> around each text."""
    pieces = [tokenizer.id_to_token(i) for i in range(tokenizer.get_vocab_size())]
    plain = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    special = lambda name: {"SpecialToken": {"id": name, "type_id": 0}}
    text = lambda name: {"Sequence": {"id": name, "type_id": 0}}
    metaspace = {"type": "Metaspace", "replacement": "▁", "add_prefix_space": True}
    one_space = {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [{"id": i, "content": name, **plain} for name, i in SPECIAL.items()],
        "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFKC"}, one_space]},
        "pre_tokenizer": metaspace,
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [special("<s>"), text("A"), special("</s>")],
            "pair": [special("<s>"), text("A"), special("</s>"), special("</s>"), text("B"), special("</s>")],
            "special_tokens": {name: {"id": name, "ids": [SPECIAL[name]], "tokens": [name]} for name in ("<s>", "</s>")},
        },
        "decoder": metaspace,
        "model": {"type": "Unigram", "unk_id": UNK, "vocab": list(zip(pieces, scores))},
    }


def config_of(packed: Packed, vocabulary: int) -> dict[str, object]:
    """`bert` to Transformers.js, whose XLM-R would count positions from 2."""
    return {
        "model_type": "bert",
        "architectures": ["BertModel"],
        "hidden_size": packed.width,
        "num_hidden_layers": packed.layers,
        "num_attention_heads": packed.heads,
        "intermediate_size": packed.inner,
        "max_position_embeddings": packed.positions,
        "vocab_size": vocabulary,
        "pad_token_id": PAD,
        "type_vocab_size": 2,
        "hidden_act": "gelu",
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", help='a file of weights, or "first"')
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    encoder, tokenizer, packed = load_pruned()
    scores = {piece: score for piece, score in zip(packed.pieces, packed.scores)}
    if options.checkpoint != "first":
        encoder.load_state_dict(torch.load(options.checkpoint, weights_only=True))
    kept = [scores[tokenizer.id_to_token(i)] for i in range(tokenizer.get_vocab_size())]
    contents = {
        "config.json": config_of(packed, len(kept)),
        "config_sentence_transformers.json": {"prompts": {"query": "query: ", "passage": "passage: "}},
        "tokenizer.json": tokenizer_json(tokenizer, kept),
        "tokenizer_config.json": {
            "model_max_length": 512, "tokenizer_class": "XLMRobertaTokenizer", "bos_token": "<s>", "cls_token": "<s>",
            "eos_token": "</s>", "sep_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>",
        },
        "1_Pooling/config.json": {
            "word_embedding_dimension": packed.width, "pooling_mode_mean_tokens": True, "pooling_mode_cls_token": False,
        },
    }  # fmt: skip
    network = "onnx/model_quantized.onnx"
    for path in (*contents, network):
        (options.folder / path).parent.mkdir(parents=True, exist_ok=True)
    for path, content in contents.items():
        (options.folder / path).write_text(json.dumps(content, ensure_ascii=False), "utf8")
    write_network(encoder, options.folder / network)
    sums = [f"{hashlib.sha256((options.folder / p).read_bytes()).hexdigest()}  {p}\n" for p in (*contents, network)]
    (options.folder / "SHA256SUMS").write_text("".join(sums))


if __name__ == "__main__":
    main()
