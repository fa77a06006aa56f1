/** `node scripts/run.js ask …`: a command of `src/bin`, from its bundle, or from the sources where none can be made. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, bundleFolder, noteUse, PROJECT } from './bundle.js';

const [, , command] = process.argv;
process.argv.splice(2, 1);

if (!existsSync(join(PROJECT, 'src', 'bin', `${command}.ts`))) {
  console.error(`Expected one of the commands of package.json, found ${JSON.stringify(command)}.`);
  process.exit(2);
}

async function programOf(command) {
  const folder = bundleFolder();
  try {
    await bundle(folder);
    noteUse(folder);
    return join(folder, `bin-${command}.js`);
  } catch (error) {
    if (process.env.DEBUG === '1') console.error(error);
    await import('tsx');
    return join(PROJECT, 'src', 'bin', `${command}.ts`);
  }
}

await import(pathToFileURL(await programOf(command)).href);
