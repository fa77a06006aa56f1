"""Step 4: makes work/items.jsonl of the texts: passages, their sentences, and questions with the sentence that answers.

A line: {"source", "head", "text", "sentences": [[start, end]], "questions": [[question, sentence or -1]]}. Questions are
those of the question sets; of documentation, its headings, and headings and sentences of the same section in the other
language.
"""

import collections
import csv
import json
import random
from collections.abc import Iterable
from pathlib import Path

from download import TEXTS, WORK
from sections import sections_of, sentences_of

ITEMS = WORK / "items.jsonl"
QUESTIONS_AN_ITEM = 4

Question = tuple[str, int]
"""A question, and where in the text its answer begins; -1 where that is not known."""
Item = dict[str, object]


def make_item(source: str, head: str, text: str, questions: Iterable[Question]) -> Item:
    spans = sentences_of(text)
    placed = [
        (question, next((i for i, (a, b) in enumerate(spans) if a <= start < b), -1))
        for question, start in questions
    ]
    return {"source": source, "head": head, "text": text, "sentences": spans, "questions": placed}


def cut_item(source: str, head: str, text: str, questions: list[Question], longest: int) -> Iterable[Item]:
    """Items of a long text: sentences together up to `longest` characters, with the questions that they answer."""
    if not questions:
        return
    if len(text) <= longest:
        yield make_item(source, head, text, questions)
        return
    groups: list[list[int]] = []
    for start, end in sentences_of(text):
        if groups and end - groups[-1][0] <= longest:
            groups[-1][1] = end
        else:
            groups.append([start, end])
    for start, end in groups:
        inside = [(question, at - start) for question, at in questions if start <= at < end]
        if inside and end - start <= 2 * longest:
            yield make_item(source, head, text[start:end], inside)


def from_squad(source: str, path: Path, longest: int, with_titles: bool) -> Iterable[Item]:
    """Items of a file in the format of SQuAD."""
    for article in json.loads(path.read_text("utf8"))["data"]:
        head = article.get("title", "") if with_titles else ""
        for paragraph in article["paragraphs"]:
            questions = [
                (qa["question"], qa["answers"][0]["answer_start"]) for qa in paragraph["qas"] if qa.get("answers")
            ]
            text = paragraph["context"]
            yield from cut_item(source, head if len(text) <= longest else "", text, questions, longest)


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf8", errors="replace", newline="") as file:
        return list(csv.DictReader(file))


def from_tales(root: Path) -> Iterable[Item]:
    """Items of FairytaleQA: questions about one section of a tale; explicit answers stand in it word for word."""
    stories = {path.name.removesuffix("-story.csv"): path for path in root.glob("data-by-origin/**/section-stories/**/*.csv")}
    for path in sorted(root.glob("data-by-origin/questions/**/*.csv")):
        name = path.name.removesuffix("-questions.csv")
        if name not in stories:
            continue
        texts = {row["section"]: row["text"] for row in read_csv(stories[name])}
        by_section: dict[str, list[Question]] = collections.defaultdict(list)
        for row in read_csv(path):
            text = texts.get(row["cor_section"])
            if row["local-or-sum"] != "local" or not text:
                continue
            answer = row["answer1"].strip().lower().rstrip(".")
            start = text.lower().find(answer) if row["ex-or-im1"] == "explicit" else -1
            by_section[row["cor_section"]].append((row["question"], start))
        for section, questions in by_section.items():
            text = texts[section]
            longest = 1300 if len(text) <= 1300 else 900
            yield from cut_item("fairytaleqa", name.replace("-", " "), text, questions, longest)


def pages_in(root: Path) -> dict[str, str]:
    """Pages by their path without language."""
    files = sorted(path for path in root.rglob("*") if path.suffix in (".md", ".mdx"))
    return {str(path.relative_to(root)): path.read_text("utf8", "replace") for path in files}


def from_documentation(source: str, english: Path, chinese: Path) -> Iterable[Item]:
    """Items of pages that are there in both languages, section beside section where they have equally many."""
    translated = pages_in(chinese)
    for path, page in pages_in(english).items():
        if path not in translated:
            continue
        here, there = list(sections_of(page).items()), list(sections_of(translated[path]).items())
        for number, (heading, texts) in enumerate(here):
            *above, leaf = heading.split(" > ")
            if len(texts[0]) < 60 or len(leaf) < 6:
                continue
            questions: list[Question] = [(leaf, -1)]
            if above and random.random() < 0.3:
                questions.append((" > ".join(above) + " " + leaf, -1))
            if len(here) == len(there):
                yield from from_pair(source, above, texts[0], questions, *there[number])
            else:
                yield make_item(source, " > ".join(above), texts[0], questions)


def from_pair(
    source: str, above: list[str], text: str, questions: list[Question], heading: str, texts: list[str]
) -> Iterable[Item]:
    """A section and its translation ask for each other, by their headings and by some of their sentences."""
    *above_there, leaf_there = heading.split(" > ")
    english_leaf = questions[0][0]
    asked_there: list[Question] = [(leaf_there, -1), (english_leaf, -1)]
    if len(leaf_there) >= 4:
        questions.append((leaf_there, -1))
    here, there = sentences_of(text), sentences_of(texts[0])
    if len(here) == len(there) and 2 <= len(here) <= 8:
        sentence = lambda whole, span: whole[span[0] : span[1]].strip()[:200]
        for k in random.sample(range(len(here)), 2):
            asked_there.append((sentence(text, here[k]), there[k][0]))
        k = random.randrange(len(here))
        questions.append((sentence(texts[0], there[k]), here[k][0]))
    yield make_item(source, " > ".join(above), text, questions)
    if len(texts[0]) >= 25:
        yield make_item(source, " > ".join(above_there), texts[0], asked_there)


def main() -> None:
    random.seed(7)
    items = [
        *from_squad("drcd", TEXTS / "drcd/DRCD_dev.json", 420, True),
        *from_squad("cmrc2018", TEXTS / "cmrc2018/squad-style-data/cmrc2018_trial.json", 420, True),
        *from_squad("covid-qa", TEXTS / "covid-qa/data/question-answering/200423_covidQA.json", 900, False),
        *from_tales(TEXTS / "fairytaleqa"),
        *from_documentation("astro", TEXTS / "astro/src/content/docs/en", TEXTS / "astro/src/content/docs/zh-cn"),
        *from_documentation("vue", TEXTS / "vue-en/src", TEXTS / "vue-zh/src"),
    ]
    random.shuffle(items)
    for item in items:
        questions = item["questions"]
        item["questions"] = random.sample(questions, min(QUESTIONS_AN_ITEM, len(questions)))
    with ITEMS.open("w", encoding="utf8") as file:
        for item in items:
            file.write(json.dumps(item, ensure_ascii=False) + "\n")
    print(len(items), "items:", dict(collections.Counter(item["source"] for item in items)))


if __name__ == "__main__":
    main()
