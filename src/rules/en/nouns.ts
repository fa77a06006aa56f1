/** Nouns in English: what they name, and how questions ask for one; in lower-case text. */
import type { NounKind, SpacedNouns } from '../nouns.ts';

const NAMED: Readonly<Record<NounKind, string>> = {
  person: `head chief ceo cto cfo coo host star boss chair secretary academician emperor figure face delegation founder co-founder guest
    secretary-general director-general editor-in-chief vice-president vice-chairman vice-chair vice-mayor vice-governor
    vice-minister vice-principal co-chair co-chairman`,
  organisation: `firm firms business institution bank hospital group brand maker giant subsidiary unit arm carrier lender entity platform
    airline court newspaper body park base association federation government authority authorities institute
    venture chain provider startup insurer automaker carmaker think-tank shipyard lab laboratory museum subdistrict outlet
    branch brokerage publisher regulator retailer broadcaster operator developer fund exchange customs agency university uni college school biotech bureau newspaper`,
  party: `partner partners supplier customer client buyer seller vendor contractor sponsor organiser organizer signatory
    shareholder owner investor competitor rival winner parent side party maintainer user`,
  place: `building venue location address city cities town county province district region site country capital-city
    neighborhood neighbourhood hotel theatre theater hall stadium airport station street road village
    complex tower mall plaza compound campus basin river lake island mountain bay valley peninsula
    crossroads intersection junction garden square`,
  time: 'date day month year anniversary',
  amount: `value amount payment deposit sum fine dividend debt income price cost fee fees rate percentage proportion size
    length height weight capacity volume turnover revenue profit loss salary budget population duration investment
    funding quota speed distance number total gdp coefficient premium stake capital output sales share ratio age depth score`,
  thing: `model models industry industries field fields area areas sector domain topic forum conference agreement memorandum deal
    contract project name title word plan event slogan theme kind type product language expo summit side order
    exhibition service technology award programme program step leg role position post reason way law system prize
    gift benefit treasure standard benchmark dimension resource currency facility plant phase threshold grade battery metro
    profession accord alias app cause colour copyright discount drink format report release test train tunnel
    port server browser setting line dynasty tribe`,
}; // biome-ignore format: a table

export const NOUNS: SpacedNouns = {
  writing: 'spaced',
  named: NAMED,
  starts: [
    {
      // Which bank, what is the value, who is the chairman, name of the host.
      pattern:
        /\b(?:(?:which|what(?! (?:the|an?)\b))(?:['’]?s| is| was| are| were| will be)?|who(?:['’]?s| is| was| are| were| became| becomes| will be| (?:serves?|served|acts?|acted) as| (?:is|was|has been) (?:named|appointed|elected)(?: as)?)|^(?:the )?(?:full )?names? of)\s+(?:(?:the|a|an|name of the|name of)\s+)*/gu,
      means: 'asks',
      examples: ['‹which ›bank', '‹what is the ›value', '‹who became the ›chairman', '‹name of the ›host'],
      not: ['what the mill is', 'who opened the mill', 'whichever'],
    },
  ],
  which: [
    {
      pattern: /\b(?:which|what)\s+$/u,
      means: 'which',
      examples: ['and ‹which ›', '‹what ›'],
      not: ['which bank', 'who '],
    },
  ],
  verbs: [
    {
      pattern: /\b(?:is|are|was|were) /u,
      means: 'be',
      examples: ['where ‹is ›the mill'],
      not: ['this mill'],
    },
    {
      pattern: /\b(?:do|does|did|can|could|will|would|should|has|have|had|must|may) /u,
      means: 'verb',
      examples: ['how much ‹does ›it cost'],
      not: ['done with it', 'the mill'],
    },
  ],
  determiners: [
    {
      pattern: /\b(?:the|an?|our|my|your|this|another|any) /u,
      means: 'determiner',
      examples: ['when was ‹the ›mill built'],
      not: ['breathe in', 'mills'],
    },
  ],
  asksOfNoun: [
    {
      pattern: /\b(?:where|who|what|which|whose|how \p{L}+)(?: \p{L}+)* *$/u,
      means: 'asks',
      examples: ['where ', 'how old ', 'and which old mill '],
      not: ['when ', 'how '],
    },
  ],
  otherwise: [
    {
      pattern:
        /\b(?:who|whom|whose|when|where|how|why|do|does|did|is|are|was|were|can|tell|describe|number of|vs|versus|difference|differences)\b/u,
      means: 'asks',
      examples: ['how far', 'tell me', 'lamp versus lantern'],
      not: ['opening date', 'chairman of the mill'],
    },
  ],
  nameOf: [
    {
      pattern: /(?:['’]s)? names?\W*$/u,
      means: 'name',
      examples: ["chairman‹'s name?›", 'hosts‹ names›'],
      not: ['name of the host', 'surname'],
    },
  ],
  articles: [{ pattern: /\b(?:the|an?)\s+/u, means: 'article', examples: ['‹the ›mill'], not: ['mill'] }],
  objectOf: [
    {
      pattern: /\S.*\b(?:an?|in|on|to|with|from|by|at|into|via|my|your) (?:\p{L}+ )?$/u,
      means: 'object',
      examples: ['ban a ', 'set the clock in my old '],
      not: ['a ', 'the chairman '],
    },
  ],
  whole: [
    {
      pattern: /^\S+?(?:\s+(?:of|for|to|at|in|from|who|that|when|during|on|with|as)\b|\s*(?:[,:;?]|$))/u,
      means: 'whole',
      examples: ['‹head of› the harbour office', '‹chairman?›'],
      not: ['restart the mill'],
    },
  ],
  alone: [
    {
      pattern: /\b(?:venue|location|address|headquarters)\b/u,
      means: 'asks alone',
      examples: ['venue', 'address'],
      not: ['mill', 'addressee'],
    },
  ],
  past: [
    { pattern: /[^e]ed$/u, means: 'past', examples: ['signed', 'opened'], not: ['need', 'sign'] },
    {
      pattern:
        /^(?:met|made|won|spoke|took|gave|held|led|got|became|began|bought|sold|sent|built|paid|put|set|ran|said|told|came|went|left|found|kept|brought|drew|grew|rose|fell|wrote|chose|hit|cut|let|lost|took|sat|stood|struck|froze|drew|drove|beat|shut|lent|spent|sought|taught|caught|fought|dealt|saw|oversaw|overtook|undertook|underwent|withdrew|rose|quit|split|swept|rebuilt|bid|fed|flew|threw|rang|sang|swore|wore|chose)$/u,
      means: 'past',
      examples: ['met', 'built', 'sang'],
      not: ['meet', 'metal'],
    },
  ],
  plurals: [{ pattern: /[^s]s$/u, means: 'plural', examples: ['mills'], not: ['mill', 'glass'] }],
  owners: [
    { pattern: /['’]s?$/u, means: 'owner', examples: ["mill‹'s›", "mills‹'›"], not: ['mills', "'s mill"] },
  ],
  joinedTitles: [
    {
      before: 'party',
      words: 'party secretary chief head',
      noun: {
        pattern: /^(?:chief|boss|secretary|head|leader)$/u,
        means: '书记',
        examples: ['secretary', 'head'],
        not: ['headmaster'],
      },
    },
  ],
  of: [
    {
      pattern: /^\S+ (?:of|at|for|from|in) (?<of>.+)/u,
      means: 'of',
      examples: ['head of the mill', 'director at lind'],
      not: ['head the mill'],
    },
  ],
  phraseEnds: [
    {
      pattern:
        / (?:who|that|which|when|where|as|is|was|were|did|does|do|has|had|to|and|with|while|during|\w+ed)\b|[,;?]/u,
      means: 'end',
      examples: ['the mill‹ who› came', 'the mill‹,› and', 'the mill‹ opened›'],
      not: ['the mill'],
    },
  ],
  counted: [
    {
      pattern: /\bhow many (?<noun>(?:[a-z'’-]+ ?){1,4})/u,
      means: 'counted',
      examples: ['how many patrol boats are there'],
      not: ['how much', 'how many 5'],
    },
  ],
};
