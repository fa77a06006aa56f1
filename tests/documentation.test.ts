import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config.ts';

const PROJECT = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(PROJECT, file), 'utf8');
const PAGES = [
  ...readdirSync(PROJECT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(PROJECT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, one]) => one!);

/** Names in the first column of the tables of a page. */
const firstColumn = (page: string, name: RegExp): string[] =>
  matches(read(page), /^\| ([^|]*(?:\\\|[^|]*)*) \|/gm).flatMap((cell) => matches(cell, name));

describe('what is written about the project', () => {
  it('links to files and headings that are there', () => {
    const anchorsOf = (file: string): string[] =>
      matches(read(file), /^#+ (.*)$/gm).map((heading) =>
        heading
          .toLowerCase()
          .replace(/[^\p{L}\p{N} _-]/gu, '')
          .replaceAll(' ', '-'),
      );
    const broken = PAGES.flatMap((page) =>
      matches(read(page), /\]\((?!https?:)([^)\s]+)\)/g)
        .filter((link) => {
          const [path, anchor] = link.split('#');
          const file = path ? join(dirname(page), path) : page;
          return (
            !existsSync(join(PROJECT, file)) || (anchor !== undefined && !anchorsOf(file).includes(anchor))
          );
        })
        .map((link) => `${page}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('begins with a page that is read in a few minutes', () => {
    expect(read('README.md').split(/\s+/).length).toBeLessThanOrEqual(800);
  });

  it('says what the current version changed', () => {
    expect(read('CHANGELOG.md')).toContain(`\n## [${JSON.parse(read('package.json')).version}] - `);
  });

  it('names each script of package.json once, and no other', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
    const named = [
      ...firstColumn('docs/configuration.md', /`npm (?:run )?([\w:-]+)/g),
      ...firstColumn('CONTRIBUTING.md', /`npm (?:run )?([\w:-]+)/g),
    ];
    const parts = ['types', 'lint', 'format'];
    expect(named.sort()).toEqual(scripts.filter((name) => !parts.includes(name)).sort());
    const used = PAGES.flatMap((page) => matches(read(page), /npm run (?:-s )?([\w:-]+)/g));
    expect(sorted(used).filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

describe('the table of dependencies', () => {
  it('names each package that runs, and no other', () => {
    const [, ...named] = firstColumn('docs/dependencies.md', /^(@?[a-z][\w./-]+)$/g);
    expect(named.sort()).toEqual(Object.keys(JSON.parse(read('package.json')).dependencies).sort());
  });
});

describe('the table of settings', () => {
  /** What is read beside the configuration: by each command, and by the library that colours. */
  const ELSEWHERE = ['DEBUG', 'NO_COLOR'];
  const readBySettings = (): string[] => {
    const names = new Set<string>();
    parseConfig(
      new Proxy({}, { get: (_, name) => void names.add(String(name).toUpperCase()) }) as Record<
        string,
        string
      >,
    );
    return [...names];
  };

  it('names each variable that is read, and no other', () => {
    const named = firstColumn('docs/configuration.md', /`([A-Z][A-Z_]+)`/g);
    expect(named.sort()).toEqual(sorted([...readBySettings(), ...ELSEWHERE]));
  });

  it('has the same names as the example of a file of settings', () => {
    const ofComputer = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'NO_COLOR'];
    const named = firstColumn('docs/configuration.md', /`([A-Z][A-Z_]+)`/g);
    expect(sorted(matches(read('.env.example'), /^([A-Z_]+)=/gm))).toEqual(
      sorted(named.filter((name) => !ofComputer.includes(name))),
    );
  });
});
