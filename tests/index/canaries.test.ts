import { expect, it } from 'vitest';
import type { Engine } from '../../src/engine.ts';
import { checkCanaries } from '../../src/index/canaries.ts';
import { searchFiles } from '../../src/index/search-files.ts';
import { openCorpus, openStartingCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const check = ({ index, embedder }: Engine) => checkCanaries(index, embedder);

const FERRY = '4月2日，临江轮渡停航，两艘渡船由海蓝研究院收藏。';
const BRIDGE = '6月7日，青石大桥通车，桥长三公里，由远山集团建造。';
const MUSEUM = '8月9日，星河博物馆开馆，馆藏一千件青铜器。';

it('passes the starting corpus', async () => {
  await check(await openStartingCorpus().engine);
});

it('passes articles that all have one title, and articles whose title says nothing', async () => {
  const texts = [FERRY, BRIDGE, MUSEUM];
  for (const title of ['简讯', '……', 'the']) {
    const files = texts.map((text, i) => [`${i}.txt`, `${title}\n${text}\n`]);
    await check(await openCorpus(makeFolder(Object.fromEntries(files))));
  }
});

it('refuses an index whose keywords and vectors are those of other articles', async () => {
  const files = (texts: readonly string[]) =>
    Object.fromEntries(texts.map((text, i) => [`${i}.txt`, `${text.slice(0, 11)}\n${text}\n`]));
  const right = await openCorpus(makeFolder(files([FERRY, BRIDGE, MUSEUM])));
  const other = await openCorpus(makeFolder(files([BRIDGE, MUSEUM, FERRY])));
  const { article, passage, build, manifest } = right.index;
  const mixed = { ...right, index: searchFiles({ ...other.index, article, passage, build, manifest }) };
  await expect(check(mixed)).rejects.toThrow(
    /is of no use: of 3 articles asked for by their beginning it finds 0\. Run: npm run index/,
  );
});
