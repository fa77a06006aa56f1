/**
 * Writes the `reference.json` of a model: vectors of a few texts, which `npm run doctor` compares with those that another
 * processor makes. To be run where the model's figures were measured: npx tsx scripts/make-reference-vectors.ts FOLDER
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embedAs, REFERENCE, type ReferenceVector } from '../src/doctor/model-vectors.ts';
import { loadEmbedder } from '../src/embedding/embedder.ts';
import { DEFAULT_MODEL } from '../src/embedding/models.ts';
import { completeFolder, MODELS_FOLDER } from '../src/model/folder.ts';

/** One a kind of text: short and long, numbers and code, both languages. */
const TEXTS: readonly Omit<ReferenceVector, 'vector'>[] = [
  { kind: 'question', text: 'How do I move my saves to another computer?' },
  { kind: 'question', text: '怎么把存档搬到另一台电脑上？' },
  {
    kind: 'passage',
    text:
      'Guide > Saves\nStop the server first. Copy the folder saves/ with all that is in it, and start the new server ' +
      'with --saves=saves. Worlds of 2.1 and later open as they are; older ones are converted, which takes up to ten minutes.',
  },
  {
    kind: 'passage',
    text: '指南 > 存档\n先停止服务器，再复制 saves/ 文件夹里的全部内容，然后用 --saves=saves 启动新的服务器。2.1 以上版本的世界可以直接打开，旧版本需要转换，最多十分钟。',
  },
  { kind: 'passage', text: 'Rank | Points | Colour\nCaptain | 1200 | #ff8800\nPilot | 450 | #3366cc' },
  { kind: 'passage', text: '管理员在三天之内回复申诉。' },
];
const DECIMALS = 5;

const model = process.argv[2] ?? DEFAULT_MODEL;
const embedder = await loadEmbedder(model);
const vectors: ReferenceVector[] = [];
for (const { kind, text } of TEXTS) {
  const vector = await embedAs(embedder, kind, text);
  vectors.push({ kind, text, vector: Array.from(vector, (value) => Number(value.toFixed(DECIMALS))) });
}
const lines = vectors.map((reference) => `    ${JSON.stringify(reference)}`).join(',\n');
const path = join(completeFolder(model, MODELS_FOLDER, 'the model'), REFERENCE);
writeFileSync(path, `{\n  "vectors": [\n${lines}\n  ]\n}\n`);
console.log(path);
