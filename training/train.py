"""Step 5: trains the encoder on the items for some minutes, and writes work/trained.pt.

    python train.py [--minutes 55] [--steps N]

Each step takes eight passages and up to three questions of each. A question has to be nearest to its own passage among the
eight, and to its own sentence among all their sentences, whose vectors are the means of their tokens in the pass of the
passage (InfoNCE, temperature .02): so one pass gives vectors of a passage and of its sentences that both can be searched.
"""

import argparse
import collections
import json
import random
import time

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor

from download import WORK
from load import BOS, EOS, load_pruned, pad, pool
from prepare import ITEMS, Item

TRAINED = WORK / "trained.pt"
BATCH, QUESTIONS_A_PASSAGE = 8, 3
PASSAGE_TOKENS, QUESTION_TOKENS = 300, 64
LEARNING_RATE, WARM_UP_STEPS, LEAST_RATE = 3e-5, 40, 0.05
TEMPERATURE = 0.02
MOST_OF_A_SOURCE = {"fairytaleqa": 1800, "astro": 3000}


def read_items() -> list[Item]:
    """Items, of large sources no more than the others can balance."""
    taken: collections.Counter[str] = collections.Counter()
    items = []
    for line in ITEMS.read_text("utf8").splitlines():
        item = json.loads(line)
        taken[item["source"]] += 1
        if taken[item["source"]] <= MOST_OF_A_SOURCE.get(item["source"], len(line) + taken.total()):
            items.append(item)
    return items


def encode_passage(tokenizer: Tokenizer, item: Item) -> tuple[list[int], list[list[int]]]:
    """Ids of a passage, and for each sentence the places of its tokens among them."""
    before = "passage: " + (f"{item['head']}\n" if item["head"] else "")
    encoding = tokenizer.encode(before + item["text"], add_special_tokens=False)
    kept = PASSAGE_TOKENS - 2
    offsets = encoding.offsets[:kept]
    sentences = [
        [
            place + 1
            for place, (start, end) in enumerate(offsets)
            # A token may begin with the space before the sentence.
            if a - 1 <= start - len(before) and end - len(before) <= b and end > start and end - len(before) > a
        ]
        for a, b in item["sentences"]
    ]
    return [BOS, *encoding.ids[:kept], EOS], sentences


def encode_questions(tokenizer: Tokenizer, questions: list[str]) -> tuple[Tensor, Tensor]:
    encodings = tokenizer.encode_batch([f"query: {question}" for question in questions], add_special_tokens=False)
    return pad([[BOS, *encoding.ids[: QUESTION_TOKENS - 2], EOS] for encoding in encodings])


def loss_of(encoder: torch.nn.Module, tokenizer: Tokenizer, batch: list[Item]) -> tuple[Tensor, Tensor]:
    """Losses over passages and over sentences."""
    passages = [encode_passage(tokenizer, item) for item in batch]
    ids, mask = pad([ids for ids, _ in passages])
    states = encoder(ids, mask)
    asked = [(row, *question) for row, item in enumerate(batch) for question in item["questions"][:QUESTIONS_A_PASSAGE]]
    question_ids, question_mask = encode_questions(tokenizer, [question for _, question, _ in asked])
    questions = pool(encoder(question_ids, question_mask), question_mask)
    own = torch.tensor([row for row, _, _ in asked])
    by_passage = F.cross_entropy(questions @ pool(states, mask).T / TEMPERATURE, own)
    places: dict[tuple[int, int], int] = {}
    means = []
    for row, (_, sentences) in enumerate(passages):
        for number, tokens in enumerate(sentences):
            if tokens:
                places[row, number] = len(means)
                means.append(states[row, tokens].mean(0))
    answered = [(i, places[row, k]) for i, (row, _, k) in enumerate(asked) if (row, k) in places]
    if not answered:
        return by_passage, torch.zeros(())
    rows, right = (list(column) for column in zip(*answered))
    similarities = questions[rows] @ F.normalize(torch.stack(means), dim=-1).T
    return by_passage, F.cross_entropy(similarities / TEMPERATURE, torch.tensor(right))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=55)
    parser.add_argument("--steps", type=int, help="stop after so many, for a trial")
    options = parser.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    encoder, tokenizer, _ = load_pruned()
    for table in (encoder.word, encoder.pos, encoder.typ):
        table.weight.requires_grad = False
    weights = [weight for weight in encoder.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=LEARNING_RATE, weight_decay=0.01)
    items, queue = read_items(), []
    encoder.train()
    start, step, seconds = time.monotonic(), 0, options.minutes * 60
    while (passed := time.monotonic() - start) < seconds and step != options.steps:
        if len(queue) < BATCH:
            queue = random.sample(items, len(items))
        batch, queue = queue[:BATCH], queue[BATCH:]
        rate = min(1, (step + 1) / WARM_UP_STEPS) * max(LEAST_RATE, 1 - passed / seconds)
        for group in optimizer.param_groups:
            group["lr"] = LEARNING_RATE * rate
        by_passage, by_sentence = loss_of(encoder, tokenizer, batch)
        optimizer.zero_grad()
        (by_passage + by_sentence).backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        step += 1
        if step % 25 == 0 or step == options.steps:
            print(f"step {step}, {passed:.0f} s: {by_passage.item():.3f} {by_sentence.item():.3f}", flush=True)
            torch.save(encoder.state_dict(), TRAINED)
    torch.save(encoder.state_dict(), TRAINED)


if __name__ == "__main__":
    main()
