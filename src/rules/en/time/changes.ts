/** How English pages say when they were changed last. */
import type { ChangeRule } from '../../time/changes.ts';

const CHANGED = '(?:updated|modified|edited|revised|amended|reviewed|changed)';
const CHANGE = '(?:update|modification|edit|revision|amendment|review|change)';
const PAGE =
  '(?:(?:this|the|these) (?:page|article|document|guide|post|entry|rules|guidelines|information)|page)';

export const CHANGES: readonly ChangeRule[] = [
  {
    pattern: new RegExp(
      `^(?:${PAGE} )?(?:(?:was|were|has been|have been) )?(?:(?:last|most recently) )?${CHANGED}(?: (?:on|at|as of))?\\s*[:|·–—-]?\\s*$`,
      'u',
    ),
    means: 'before the day',
    examples: ['updated on ', 'last updated: ', 'this page was last edited on ', 'revised ', 'these rules were last changed on '],
    not: ['the harbour was updated on ', 'updated prices from ', 'not changed since '],
  },
  {
    pattern: new RegExp(
      `^(?:(?:date of (?:the )?)?(?:last|latest|most recent) ${CHANGE}|${CHANGE} date|${CHANGE})(?: (?:on|at))?\\s*[:(|·–—-]?\\s*$`,
      'u',
    ),
    means: 'before the day',
    examples: ['last update: ', 'date of last revision: ', 'update (', 'latest change on '],
    not: ['the last update before '],
  },
  {
    pattern: /^(?:version|revision|status) (?:of|from|dated)\s*$/u,
    means: 'before the day',
    examples: ['version of ', 'revision dated '],
    not: ['a version of '],
  },
  {
    pattern: new RegExp(`^\\s*[(:,–—-]?\\s*(?:last )?(?:${CHANGED}|${CHANGE})\\)?$`, 'u'),
    means: 'behind the day',
    examples: [' (updated)', ': last update'],
    not: [' updated the price list'],
  },
]; // biome-ignore format: examples side by side
