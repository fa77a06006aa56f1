/** `npm run prepack`, which `npm pack` calls: makes the bundle that the package carries. */
import { bundleRelease } from './bundle.js';

await bundleRelease();
