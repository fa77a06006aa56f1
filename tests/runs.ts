/** How often a property is checked. */
import { inject } from 'vitest';

/** Settings of a property that is checked `count` times among all tests; `npm run test:properties` checks it more often. */
export const runs = (count: number): { readonly numRuns: number } => ({ numRuns: inject('depth') * count });
