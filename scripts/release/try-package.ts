/** `npm run test:package`: packs the project, installs the package into an empty folder, and asks it. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { readArguments, runCommand } from '../../src/terminal/command.ts';
import { PROJECT } from '../bundle.js';

const HELP = `Usage: npm run test:package -- [options]

Packs the project, installs the package into an empty folder from npm's registry, and asks it about an article there. Prints what
was installed. Ends with 1 where a package wants to run a script other than the one that is compiled, where the installed one
lists what it does not need, or where it does not answer. A minute or two.

  --node PATH         another Node to install and ask with
  -h, --help          show this`;

/** The one that is compiled; a script of another may download. */
const COMPILED = 'hnswlib-node';
/** What the bundle holds, or nobody needs. */
const NOT_NEEDED = ['@xenova/transformers', 'sharp', 'onnxruntime-web', 'esbuild', 'tsx'];

interface Package {
  readonly hasInstallScript?: boolean;
}

await runCommand(HELP, process.env, async () => {
  const { values } = readArguments(process.argv.slice(2), { node: { type: 'string' } });
  const node = resolve(values.node ?? process.execPath);
  const folder = mkdtempSync(join(tmpdir(), 'corpus-answers-package-'));
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  const run = (cwd: string, program: string, ...args: string[]): string =>
    execFileSync(program, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    run(PROJECT, 'npm', 'pack', '--silent', '--pack-destination', folder);
    const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz'))!;
    const home = join(folder, 'home');
    mkdirSync(join(home, 'docs'), { recursive: true });
    writeFileSync(join(home, 'package.json'), '{}');
    writeFileSync(
      join(home, 'docs', 'keys.md'),
      '# Keys\n\nThe spare key hangs behind the clock in the hall.\n',
    );
    run(home, 'npm', 'install', '--silent', '--no-audit', '--no-fund', join('..', tarball));
    const answer = run(home, 'npx', 'corpus-answers', 'ask', './docs', 'where does the spare key hang?');
    const lacks = faultsOf(home, answer);
    const modules = join(home, 'node_modules');
    console.log(
      `${run(home, 'node', '--version').trim()}: ${megabytes(join(folder, tarball))} packed, ` +
        `${packagesIn(home).length} packages installed, ${megabytes(modules)}`,
    );
    for (const fault of lacks) console.error(fault);
    if (lacks.length > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** As npm notes it. */
function packagesIn(home: string): [path: string, Package][] {
  const { packages } = JSON.parse(readFileSync(join(home, 'node_modules', '.package-lock.json'), 'utf8'));
  return Object.entries<Package>(packages);
}

/** What is not as it should be, in words. */
function faultsOf(home: string, answer: string): string[] {
  const scripted = packagesIn(home)
    .filter(([path, { hasInstallScript }]) => hasInstallScript && !path.endsWith(COMPILED))
    .map(([path]) => `${path} runs a script when it is installed`);
  const present = NOT_NEEDED.filter((name) => existsSync(join(home, 'node_modules', name))).map(
    (name) => `${name} is installed, and nothing needs it`,
  );
  return [...scripted, ...present, ...(answer.includes('clock') ? [] : [`It answered: ${answer}`])];
}

/** Of a file, or of all files in a folder. */
function megabytes(path: string): string {
  const bytesOf = (at: string): number =>
    statSync(at).isDirectory()
      ? readdirSync(at, { withFileTypes: true })
          .filter((entry) => !entry.isSymbolicLink())
          .reduce((sum, { name }) => sum + bytesOf(join(at, name)), 0)
      : statSync(at).size;
  return `${Math.round(bytesOf(path) / 1e6)} MB`;
}
