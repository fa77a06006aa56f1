/** The nouns that a question asks for where words run on: 学会 of 哪个学会, 地址 of 公司地址. */
import type { RunningNouns } from '../../rules/nouns.ts';
import { fitter, sourceOf } from '../../rules/rule.ts';
import { containsHan } from '../../text/characters.ts';
import { kindOfChineseNoun } from '../../text/noun-kinds.ts';
import { tagWords } from '../../text/words.ts';
import type { AskedNoun } from './asked-noun.ts';

const MAX_NOUN_CHARACTERS = 8;
/** What a noun is of is looked for this far before it. */
const MAX_OF_CHARACTERS = 16;
/** Parts of speech that a noun and its phrase are made of. */
const IS_NOUN = /^(?:n|nr|ns|nt|nz|ng|nrt|j|b|vn|an|x|eng|s|f|a|m|q|i|l)$/;
const PERSON_OR_AMOUNT = /^(?:person|party|amount)$/;
const CALLED = /^(?:person|party|organisation|amount)$/;

/** Finds the nouns that a normalised question asks for, in no order. */
export function runningNounFinder(rules: RunningNouns): (folded: string) => AskedNoun[] {
  const { behind, whoIs } = rules;
  const asks = fitter(rules.asks);
  const nameOf = new RegExp(sourceOf(rules.nameOf), 'u');
  const isPlaceAlone = fitter(rules.alone);
  const { nounAfter, nounBefore } = phraseReader(rules);
  // Where no word asks, only some nouns do by themselves: a day, a sum, a chairman; a company does not.
  const asksAlone = ({ noun, kind }: AskedNoun): boolean =>
    /^(?:time|amount|person|party)$/.test(kind) || isPlaceAlone(noun);

  return (folded) => {
    if (!containsHan(folded)) return [];
    const after = rules.before
      .flatMap(({ pattern }) => [...folded.matchAll(pattern)])
      .flatMap(({ 0: word, index }) => nounAfter(folded, index + word.length) ?? []);
    const front = behind.flatMap(({ pattern, means }) =>
      [...folded.matchAll(pattern)].flatMap(({ index }) => {
        const noun = nounBefore(folded, index);
        // 闸门是谁建的 does not ask for the gate, nor 集团是谁创办的 for the company.
        const asked = means === 'called' ? CALLED : PERSON_OR_AMOUNT;
        return noun !== null && asked.test(noun.kind) ? [noun] : [];
      }),
    );
    const described = whoIs
      .flatMap(({ pattern }) => [...folded.matchAll(pattern)])
      .flatMap(({ 0: words, index }) => {
        const noun = nounBefore(folded, index + words.length);
        return noun?.kind === 'person' ? [noun] : [];
      });
    const found = [...after, ...front, ...described];
    if (found.length > 0) return found;
    if (asks(folded)) return [];
    const last = nounBefore(folded, folded.replace(nameOf, '').length);
    if (last !== null && asksAlone(last)) return [last];
    // 奉贤 区委书记 上海大学签约: a title that stands alone asks who bears it.
    const apart = [...folded.matchAll(/(?<!\S)\S+(?!\S)/gu)].map(({ 0: word, index }) =>
      nounBefore(folded, index + word.length),
    );
    return apart.filter((noun) => noun?.kind === 'person').slice(0, 1) as AskedNoun[];
  };
}

/** Reads the noun of the phrase that begins or ends somewhere. */
function phraseReader(rules: RunningNouns) {
  const phraseEnd = new RegExp(sourceOf(rules.phraseEnds), 'u');
  const askedWord = new RegExp(sourceOf(rules.before), 'gu');
  const particle = sourceOf(rules.particles);
  const particleAtEnd = new RegExp(`${particle}?$`, 'u');
  const ofEnd = new RegExp(`(?:${particle}|[，,\\s])+$`, 'u');
  const ofPhrase = new RegExp(`(?:(?!${particle})[^，。？！]){0,${MAX_OF_CHARACTERS}}$`, 'u');

  /** What the noun is of that follows: 图书交流委员会 of 新设的图书交流委员会，主任. */
  const ownerIn = (text: string): string => ofPhrase.exec(text.replace(ofEnd, ''))![0];

  function nounAfter(folded: string, from: number): AskedNoun | null {
    const rest = folded.slice(from, from + MAX_NOUN_CHARACTERS);
    const phrase = rest.slice(0, rest.search(phraseEnd) < 0 ? undefined : rest.search(phraseEnd));
    const ends = tagWords(phrase).map(({ end }) => end);
    const nouns = ends.map((end) => nounOf(phrase.slice(0, end), from)).filter((noun) => noun !== null);
    const noun = nouns.at(-1);
    return noun ? { ...noun, of: ownerIn(folded.slice(0, from).replace(askedWord, '')) + noun.noun } : null;
  }

  function nounBefore(folded: string, to: number): AskedNoun | null {
    const words = tagWords(folded.slice(0, to).replace(particleAtEnd, ''));
    const last = words.at(-1);
    if (last === undefined || !(IS_NOUN.test(last.tag) || kindOfChineseNoun(last.word))) return null;
    const previous = words.at(-2);
    const first = previous?.end === last.start && IS_NOUN.test(previous.tag) ? previous : last;
    const noun =
      nounOf(folded.slice(last.start, last.end), last.start) ??
      nounOf(folded.slice(first.start, last.end), first.start);
    return noun && { ...noun, of: ownerIn(folded.slice(0, noun.start)) };
  }

  return { nounAfter, nounBefore };
}

function nounOf(noun: string, start: number): AskedNoun | null {
  const kind = noun === '' ? undefined : kindOfChineseNoun(noun);
  return kind === undefined ? null : { noun, kind, start };
}
