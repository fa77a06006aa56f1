/** Names in a text: organisations and people, in any language. */
import type { LanguageRules } from '../rules/language.ts';
import { LANGUAGES } from '../rules/languages.ts';
import type { RunningNames } from '../rules/names/names.ts';
import type { Span } from '../types.ts';
import { capitalNameFinder } from './capital-names.ts';
import { cutForNames } from './cut-for-names.ts';
import { foreignPeopleFinder } from './foreign-names.ts';
import { organisationFinder, partyFinder } from './organisation-names.ts';
import { peopleFinder } from './person-names.ts';

export interface Name extends Span {
  readonly kind: 'organisation' | 'person';
  /** Verbatim. */
  readonly text: string;
}

type Found = Omit<Name, 'text'>;

const FINDERS = LANGUAGES.map((rules) =>
  rules.names.writing === 'running'
    ? runningNameFinder(rules, rules.names)
    : capitalNameFinder(rules, rules.names),
);

/** Names of a text in order of appearance; spans and texts are the original's. */
export function findNames(text: string): Name[] {
  const found = FINDERS.flatMap((find) => find(text)).sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found
    .filter((name) => {
      if (name.start < end || isShortForm(name, text, end)) return false;
      end = name.end;
      return true;
    })
    .map((name) => ({ ...name, text: text.slice(name.start, name.end) }));
}

function runningNameFinder({ letters }: LanguageRules, names: RunningNames): (text: string) => Found[] {
  const finders = [
    { kind: 'organisation', find: organisationFinder(names.organisations) },
    { kind: 'person', find: peopleFinder(names.people) },
    { kind: 'person', find: foreignPeopleFinder(names.people) },
    { kind: 'organisation', find: partyFinder(names.organisations) },
  ] as const;
  return (text) => {
    if (!letters.test(text)) return [];
    const folded = cutForNames(text);
    return finders.flatMap(({ kind, find }) => find(folded).map((span) => ({ ...span, kind })));
  };
}

/** 国际标准化组织（ISO）: the short form right after a name is no other name. */
const isShortForm = ({ start, end }: Span, text: string, before: number): boolean =>
  before > 0 && /^\s*[（(]$/u.test(text.slice(before, start)) && /^[）)]/u.test(text.slice(end));
