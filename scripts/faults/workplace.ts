/** Two states of a corpus, and folders of the index as they are before each operation. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listCorpus } from '../../src/documents/list.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { buildIndex } from '../../src/index/build.ts';
import type { OperationOptions } from './operation.ts';

const STARTING_CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

export interface Operation {
  readonly name: 'first build' | 'incremental build' | 'rollback';
  readonly kind: OperationOptions['kind'];
  /** Folder of the index before it. */
  readonly before: string;
}

export interface Workplace {
  /** The corpus that is built, changed since the builds that are there. */
  readonly corpus: string;
  readonly operations: readonly Operation[];
  /** A new folder with what is in `from`. */
  copy(from: string): string;
  remove(): void;
}

/** Makes them in a temporary folder, of `copies` times the starting corpus, each article with a sentence of its own. */
export async function makeWorkplace(copies: number, embedder: Embedder): Promise<Workplace> {
  const root = mkdtempSync(join(tmpdir(), 'corpus-answers-faults-'));
  const corpus = join(root, 'corpus');
  const [empty, once, twice] = ['empty', 'once', 'twice'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(empty);
  mkdirSync(corpus);
  writeFileSync(join(corpus, 'harbour.md'), '沿海新港口昨日正式开放，首批十二艘货船靠岸卸货。\n');
  for (let copy = 0; copy < copies; copy++) writeCopy(join(corpus, String(copy)), copy);
  await buildIndex(listCorpus([corpus]), once, embedder);
  writeFileSync(join(corpus, 'ferry.md'), '4月2日，临江轮渡停航。\n');
  writeFileSync(join(corpus, 'museum.jsonl'), '{"id": "museum", "text": "星河博物馆于5月3日开馆。"}\n');
  cpSync(once, twice, { recursive: true });
  await buildIndex(listCorpus([corpus]), twice, embedder);
  let copied = 0;
  return {
    corpus,
    operations: [
      { name: 'first build', kind: 'build', before: empty },
      { name: 'incremental build', kind: 'build', before: once },
      { name: 'rollback', kind: 'rollback', before: twice },
    ],
    copy(from) {
      const to = join(root, `embeddings-${copied++}`);
      cpSync(from, to, { recursive: true });
      return to;
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}

function writeCopy(folder: string, copy: number): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(STARTING_CORPUS)) {
    const text = readFileSync(join(STARTING_CORPUS, name), 'utf8');
    writeFileSync(join(folder, name), `${text}\n这是第${copy + 1}号档案。\n`);
  }
}
