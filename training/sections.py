"""Cuts a Markdown page of documentation into pieces under their headings, and any text into sentences."""

import re
from collections import OrderedDict

LONGEST = 600
SHORTEST_SENTENCE = 8

FENCE = re.compile(r"\s*(```+|~~~+)")
HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
SENTENCE_END = re.compile(r"[。！？；][”」』）]?|[.!?][\"”’)]?(?=\s+)|\n+")


def plain(text: str) -> str:
    """Markdown without comments, pictures, addresses, tags, containers and anchors."""
    for pattern, instead in (
        (r"(?s)<!--.*?-->", ""),
        (r"!\[[^\]]*\]\([^)]*\)", ""),
        (r"\[([^\]]*)\]\([^)]*\)", r"\1"),
        (r"</?[A-Za-z][^>\n]*>", ""),
        (r"(?m)^:::+.*$", ""),
        (r"\{#[^}]*\}", ""),
    ):
        text = re.sub(pattern, instead, text)
    return text


def blocks_of(text: str) -> list[tuple[int, str]]:
    """Blocks in order, each with the level of a heading, or 0."""
    lines = text.split("\n")
    blocks: list[tuple[int, str]] = []
    paragraph: list[str] = []

    def end_paragraph() -> None:
        words = plain("\n".join(paragraph)).strip()
        if words:
            blocks.append((0, words))
        paragraph.clear()

    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if fence := FENCE.match(line):
            end_paragraph()
            start = at
            while at < len(lines) and not lines[at].strip().startswith(fence[1]):
                at += 1
            blocks.append((0, "\n".join(lines[start:at])))
            at += 1
        elif heading := HEADING.fullmatch(line):
            end_paragraph()
            blocks.append((len(heading[1]), plain(heading[2])))
        elif not line.strip() or (not paragraph and re.match(r"(import|export) ", line)):
            end_paragraph()
        else:
            paragraph.append(line)
    end_paragraph()
    return blocks


def cut(text: str) -> list[str]:
    """Stretches of a long block, cut at line and sentence ends."""
    pieces = [""]
    for part in re.split(r"(?<=[\n。！？.!?])", text):
        if pieces[-1] and len(pieces[-1]) + len(part) > LONGEST:
            pieces.append("")
        pieces[-1] += part
    return [piece for piece in pieces if piece.strip()]


def sections_of(page: str) -> "OrderedDict[str, list[str]]":
    """Texts of at most some 600 characters by the path of their headings, the title of the page first."""
    path: list[tuple[int, str]] = []
    fresh = True
    if front := re.match(r"(?s)\s*---\n(.*?)\n---\n", page):
        title = re.search(r"(?m)^title:\s*(.*)$", front[1])
        path = [(0, title[1].strip(" \"'"))] if title else []
        page = page[front.end() :]
    sections: OrderedDict[str, list[str]] = OrderedDict()
    for level, text in blocks_of(page):
        if level > 0:
            path = [(up, words) for up, words in path if up < level] + [(level, text)]
            fresh = True
            continue
        name = " > ".join(words for _, words in path if words)
        texts = sections.setdefault(name, []) if name else []
        for piece in cut(text) if len(text) > LONGEST else [text]:
            if texts and not fresh and len(texts[-1]) + len(piece) <= LONGEST:
                texts[-1] += "\n" + piece
            else:
                texts.append(piece)
            fresh = False
    return sections


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text begin and end, side by side; very short ones go with the one before."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end in (match.end() for match in SENTENCE_END.finditer(text)):
        if end - start >= SHORTEST_SENTENCE:
            spans.append((start, end))
            start = end
    if start < len(text):
        if spans and len(text) - start < SHORTEST_SENTENCE:
            spans[-1] = (spans[-1][0], len(text))
        else:
            spans.append((start, len(text)))
    return spans
