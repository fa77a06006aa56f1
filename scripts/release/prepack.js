/** `npm run prepack`, which `npm pack` calls before it packs: the bundle, and `package.json` without what is in it. */
import './bundle-release.js';
import { putPackedManifest } from './manifest.js';

putPackedManifest();
