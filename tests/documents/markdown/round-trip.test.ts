/** What `npm run import` writes of a file is read as the file itself: the same text, blocks, headings and places. */
import { describe, expect, it } from 'vitest';
import type { WholeFile } from '../../../src/documents/endings.ts';
import { readMarkdown } from '../../../src/documents/markdown/markdown.ts';
import { parseFile } from '../../../src/documents/parse-file.ts';
import { readBlocks } from '../../../src/passages/blocks.ts';
import {
  docusaurusPage,
  hexoPage,
  mdBookPage,
  mkDocsPage,
  sphinxPage,
  vitePressPage,
} from '../files/docs-page.ts';
import {
  commentedPage,
  discoursePage,
  discuzPage,
  phpBbPage,
  questionPage,
  xenForoPage,
} from '../files/forum-page.ts';
import { makePdf } from '../files/make-pdf.ts';
import { makeXlsx } from '../files/make-xlsx.ts';
import { makeDocx } from '../files/make-zip.ts';
import { newsPage } from '../files/news-page.ts';

const GUIDE = `---
title: The mill
---
# The mill

Open [the gate](g) at 10:30, **not before**.
Mind <member> & \`**a**\`.

## How do I grind? {.question}

3. Fill it:

   \`\`\`sh
   fill --now

   # wait
   \`\`\`
4. Turn it.
   - slowly
   - [ ] twice

| what | \`a\\|b\` |
| - | - |
| barley | 2*3 |

## Prices {#costs}

::: tip Mind the dog
It barks at ~~three~~ four[^1].
:::

[^1]: Since May.

Q: Is it free?

A: No.

:::message{by="A member" accepted reactions="👍 3"}
Then: pay.
:::
`;
const MDX = `import Tabs from 'tabs';

# Doors

<Tabs><TabItem label="Windows">

Run it: {"now"}.

</TabItem></Tabs>

import is a word, {#this} is none.
`;
const EXPORT = JSON.stringify({
  guild: { id: '12', name: 'Fernwood' },
  channel: { id: '34', type: 'GuildPublicThread', category: 'help', name: 'gate stays shut', topic: null },
  messages: ['The gate is shut: **why**?', '1. Take `/home`\n2. Wait\n```js\nopen()\n```', '# thanks'].map((content, i) => ({
    id: String(i + 1),
    type: 'Default',
    timestamp: `2025-03-01T0${i}:00:00Z`,
    isPinned: false,
    content,
    author: { id: String(500 + (i % 2)), name: `m${i % 2}`, nickname: null, isBot: false },
    embeds: [],
    attachments: [],
    reactions: [],
    mentions: [],
  })),
}); // biome-ignore format: one shape

const FILES: readonly (readonly [name: string, ending: WholeFile, content: string | Buffer])[] = [
  ['a guide', '.md', GUIDE],
  ['a page with components', '.mdx', MDX],
  ['plain text that looks like Markdown', '.txt', '# one\n- two\n\n1. three\n```\n| a |\n: b\n::: c\n@tab d\n=== "e"\n{% f %}'],
  ['a table of questions', '.csv', 'Question,Answer\nWhy # so?,"Because.\n- one\n- two"\n"Where, then?",There: `x`.\n'],
  ['a table', '.csv', 'name,price\n"a|b",*3*\n<c>,4\n'],
  ['a sheet', '.xlsx', makeXlsx([{ name: 'Ranks', rows: [['Rank', 'Plots'], ['Birch', 3], ['Oak_1_', 5]] }])],
  ['a Word document', '.docx', makeDocx(['The mill <opens>', '1. It opens.', '* at ten *'])],
  ['a PDF', '.pdf', makePdf([['The mill opens at ten.', '', '# It closes at five.']])],
  ['an export of a thread', '.json', EXPORT],
  ['a news page', '.html', newsPage()],
  ...([vitePressPage, docusaurusPage, mkDocsPage, sphinxPage, hexoPage, mdBookPage, discoursePage, phpBbPage, xenForoPage, questionPage, discuzPage, commentedPage] as const).map(
    (page, i) => [`saved page ${i + 1}`, '.html' as const, typeof page === 'function' ? page() : page] as const,
  ),
]; // biome-ignore format: a table

describe('what is written of', () => {
  it.each(FILES)('%s is read as the same', async (_, ending, content) => {
    const { article, markdown } = await parseFile(ending, 'x', Buffer.from(content), { markdown: true });
    const { title, tree } = await readMarkdown(
      `---\ntitle: ${JSON.stringify(article.title)}\n---\n\n${markdown}\n`,
    );
    const { text, structure } = readBlocks(tree, title);
    expect(text).toBe(article.text);
    expect(structure).toEqual(article.structure);
  });
});
