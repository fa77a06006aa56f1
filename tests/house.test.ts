import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const PROJECT = join(import.meta.dirname, '..');
const SRC = join(PROJECT, 'src');
/** Made by commands, and not part of the project. */
const MADE = ['node_modules', 'dist', 'state', 'coverage'];
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(sep).join('/'))
  .sort();
const sourceOf = (file: string): string => readFileSync(join(SRC, file), 'utf8');

/** Folders and files of `src/`, each of which imports from itself and those before it only. */
const ROOMS = [
  ['types.ts', 'answer-types.ts'],
  ['linear.ts', 'describe-thrown.ts', 'blocks.ts'],
  ['reasons'],
  ['rules'],
  ['text'],
  ['names'],
  ['fork.ts', 'file-error.ts', 'unfinished.ts', 'child.ts', 'http.ts', 'schedule.ts'],
  ['scope.ts'],
  ['passages'],
  ['documents'],
  ['import'],
  ['hub'],
  ['model'],
  ['embedding'],
  ['reranking'],
  ['index'],
  ['engine.ts'],
  ['retrieval'],
  ['question'],
  ['facts'],
  ['sentences'],
  ['evidence'],
  ['answer'],
  ['explain'],
  ['library.ts'],
  ['service'],
  ['log-levels.ts', 'log.ts'],
  ['storage'],
  ['gaps.ts'],
  ['web-config.ts', 'llm-config.ts'],
  ['writing'],
  ['config.ts'],
  ['terminal'],
  ['evaluation'],
  ['discord'],
  ['doctor'],
  ['web'],
  ['bin'],
].flat();

/** What the plan of the house names, in its order. */
const planned = (): string[] => {
  const plan = readFileSync(join(PROJECT, 'DESIGN.md'), 'utf8')
    .split('\n## ')
    .find((part) => part.startsWith('The house\n'))!;
  const cells = [...plan.matchAll(/^\| ([^|]*) \|/gm)].map(([, cell]) => cell!);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+?)\/?`/g)].map(([, name]) => name!));
};

describe('the plan of the house', () => {
  it('names the rooms in the order of their imports', () => {
    expect(planned().filter((name) => name.startsWith('src/'))).toEqual(ROOMS.map((room) => `src/${room}`));
  });

  it('names each folder of the project, and no other', () => {
    const folders = readdirSync(PROJECT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !MADE.includes(entry.name))
      .map(({ name }) => name);
    expect([...new Set(planned().map((name) => name.split('/')[0]!))].sort()).toEqual(folders.sort());
  });

  it('is short', () => {
    expect(Buffer.byteLength(readFileSync(join(PROJECT, 'DESIGN.md')))).toBeLessThanOrEqual(12 * 1024);
  });
});

describe('the files of the house', () => {
  const importsOf = (file: string): string[] =>
    [...sourceOf(file).matchAll(/\bfrom '(\.[^']+)'/g)].map(([, path]) =>
      relative(SRC, join(SRC, dirname(file), path!))
        .split(sep)
        .join('/'),
    );
  const placeOf = (file: string): number => ROOMS.indexOf(file.split('/')[0]!);

  it('stand each in a room of the table', () => {
    expect(FILES.filter((file) => placeOf(file) < 0)).toEqual([]);
  });

  it('import from their own room and those before it only', () => {
    const upwards = FILES.flatMap((file) =>
      importsOf(file)
        .filter((imported) => placeOf(imported) > placeOf(file))
        .map((imported) => `${file} imports ${imported}`),
    );
    expect(upwards).toEqual([]);
  });

  it('know nothing of the index once its texts are read', () => {
    const reading = FILES.filter((file) => /^(?:sentences|evidence|answer)\//.test(file)).flatMap((file) =>
      importsOf(file)
        .filter((imported) => imported.startsWith('index/'))
        .map((imported) => `${file} imports ${imported}`),
    );
    expect(reading).toEqual([]);
  });
});

describe('the words of a question', () => {
  /** Hands them to the models that read texts. */
  const READS_WHOLE = ['evidence/investigate.ts'];
  const TAKES_WORDS = /\bquestion\.text\b|\{[^{}]*\btext\b[^{}]*\}(?:: Question\b| = question\b)/;

  it('are looked at in the room of the question only', () => {
    const later = FILES.filter((file) => /^(?:retrieval|names|facts|evidence|answer)\//.test(file));
    expect(later.filter((file) => TAKES_WORDS.test(sourceOf(file)))).toEqual(READS_WHOLE);
  });
});
