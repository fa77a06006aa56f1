/** Names in a text: organisations and people, Chinese and English. */
import { containsHan } from '../text/characters.ts';
import { normalizeWithOrigin } from '../text/normalize.ts';
import type { Span } from '../types.ts';
import { findLatinNames } from './latin-names.ts';
import { findOrganisations, findParties } from './organisation-names.ts';
import { findForeignPeople, findPeople } from './person-names.ts';

export interface Name extends Span {
  readonly kind: 'organisation' | 'person';
  /** Verbatim. */
  readonly text: string;
}

/** Names of a text in order of appearance; spans and texts are the original's. */
export function findNames(text: string): Name[] {
  const folded = normalizeWithOrigin(text);
  const as = (kind: Name['kind'], spans: readonly Span[]): Omit<Name, 'text'>[] =>
    spans.map((span) => ({ ...span, kind }));
  const chinese = containsHan(folded.text)
    ? [
        ...as('organisation', findOrganisations(folded)),
        ...as('person', findPeople(folded)),
        ...as('person', findForeignPeople(folded)),
        ...as('organisation', findParties(folded)),
      ]
    : [];
  const found = [...chinese, ...findLatinNames(text)].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found
    .filter((name) => {
      if (name.start < end || isShortForm(name, text, end)) return false;
      end = name.end;
      return true;
    })
    .map((name) => ({ ...name, text: text.slice(name.start, name.end) }));
}

/** 国际标准化组织（ISO）: the short form right after a name is no other name. */
const isShortForm = ({ start, end }: Span, text: string, before: number): boolean =>
  before > 0 && /^\s*[（(]$/u.test(text.slice(before, start)) && /^[）)]/u.test(text.slice(end));
