/** `npm run postpack`, which `npm pack` calls once it has packed: `package.json` is the repository's again. */
import { restoreManifest } from './manifest.js';

restoreManifest();
