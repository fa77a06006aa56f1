import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../src/config.ts';
import { ENDINGS } from '../src/documents/endings.ts';

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

describe('the table of formats', () => {
  it('names each ending of the files that are read, and no other', () => {
    const named = firstColumn('docs/articles.md', /`(\.[a-z.]+)`/g);
    expect(named.sort()).toEqual([...ENDINGS].sort());
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

describe('the files for containers', () => {
  interface Service {
    readonly image: string;
    readonly environment?: Record<string, string>;
    readonly volumes?: readonly string[];
    readonly depends_on?: Record<string, object>;
  }
  const composed = (file: string) => {
    const { services, volumes } = parse(read(file), { merge: true }) as {
      readonly services: Record<string, Service>;
      readonly volumes: Record<string, null>;
    };
    const all = Object.values(services);
    return { services, volumes, all, bots: all.filter(({ image }) => image.startsWith('corpus-answers:')) };
  };

  it.each(['compose.yaml', 'compose.scale.yaml'])('name in %s only what is there', (file) => {
    const { services, volumes, all, bots } = composed(file);
    const version = JSON.parse(read('package.json')).version;
    expect(new Set(bots.map(({ image }) => image))).toEqual(new Set([`corpus-answers:${version}`]));
    const mounted = all.flatMap((one) => one.volumes ?? []).map((volume) => volume.split(':')[0]!);
    expect(sorted(mounted.filter((name) => !name.startsWith('.')))).toEqual(sorted(Object.keys(volumes)));
    for (const { depends_on = {} } of bots)
      expect(Object.keys(depends_on).filter((name) => !(name in services))).toEqual([]);
    const named = firstColumn('docs/configuration.md', /`([A-Z][A-Z_]+)`/g);
    for (const { environment = {} } of bots) {
      expect(Object.keys(environment).filter((name) => !named.includes(name))).toEqual([]);
      expect(() => parseConfig(environment)).not.toThrow();
    }
  });

  it('ask every node there is, and have each shard of Discord in one process', () => {
    const { services, bots } = composed('compose.scale.yaml');
    const nodes = Object.keys(services).filter((name) => services[name]!.image.includes('opensearch'));
    const configs = bots.map(({ environment = {} }) => parseConfig(environment));
    for (const { search } of configs)
      expect(search?.nodes).toEqual(nodes.map((name) => `http://${name}:9200`));
    const shards = configs.map((config) => config.shards!);
    expect(shards.flatMap(({ ids }) => ids)).toEqual(Array.from({ length: shards[0]!.count }, (_, i) => i));
  });
});
