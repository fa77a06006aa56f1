/** The kinds of event that are known; one that is taken out is told like any other. */
import { SIGNING } from './signing.ts';
import type { Speciality } from './speciality.ts';

export const SPECIALITIES: readonly Speciality[] = [SIGNING];
