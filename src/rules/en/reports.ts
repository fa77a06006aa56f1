/** How English texts tell of the report itself: no row so far. */
import type { ReportRules } from '../reports.ts';

export const REPORTS: ReportRules = {
  bylines: [],
  behindNames: [],
  quotedFrom: [],
  press: [],
  datelines: [],
  daysOfReport: [],
  heard: [],
};
