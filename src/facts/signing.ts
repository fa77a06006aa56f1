/** Signings: who of the people in a sentence signs, and for which party. */
import type { Question } from '../question/question.ts';
import { LANGUAGES } from '../rules/languages.ts';
import type { Span } from '../types.ts';
import type { Speciality } from './speciality.ts';

const SIGNS = LANGUAGES.flatMap(({ signing }) => signing.does);
const ONLY_ATTENDS = LANGUAGES.flatMap(({ signing }) => signing.onlyAttends);
const EACH_FOR = LANGUAGES.flatMap(({ signing }) => signing.eachFor);

export const SIGNING: Speciality = {
  does: (question: Question, name, text) => (question.ways.signer ? signs(name, text) : undefined),
  partiesOf: signedFor,
};

/** True where the clauses right after a name say that its bearer signs. */
function signs({ end }: Span, text: string): boolean {
  const [clause] = /^(?:[^，。；,;]*[，,]?){1,2}/u.exec(text.slice(end))!;
  const says = (rows: readonly { readonly pattern: RegExp }[]): boolean =>
    rows.some(({ pattern }) => pattern.test(clause));
  return says(SIGNS) && !says(ONLY_ATTENDS);
}

/** 杭宏伟与陈斌分别代表新北区人民政府和中建七局: the party of each. */
function signedFor({ start, end }: Span, text: string): Span[] {
  const after = text.slice(end);
  const groups = EACH_FOR.map(({ pattern }) => pattern.exec(after)?.groups).find((found) => found);
  if (!groups) return [];
  const isFirst = groups.second !== undefined;
  const party = isFirst ? groups.one! : groups.other!;
  const from =
    text.indexOf(groups.parties!, end) + (isFirst ? 0 : groups.parties!.length - groups.other!.length);
  return start < from ? [{ start: from, end: from + party.length }] : [];
}
