/** Numbers and units as English writes them, in lower-case text. */
import type { Rule } from '../rule.ts';
import type { Measure, UnitRules } from '../units.ts';

const ONES =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const WORD = `(?:(?:half )?an? (?:dozen|hundred|thousand|million|billion)|half a million|(?:${TENS})(?:[- ](?:${ONES}))?|(?:${ONES})(?: hundred| dozen)?|hundreds|dozens|thousands|millions)`;
const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const CURRENCY = '(?:(?:us|nt|hk|a|c|s)?[$€£¥]|(?:usd|eur|gbp|cny|rmb|sek)\\s)\\s?';
const SCALE = '(?:[\\s-]?(?:thousand|million|billion|trillion|bn|mn)\\b)';
const NUMBER = `(?:${DIGITS}|\\b${WORD}\\b)${SCALE}?`;

/** An hour that something takes; in "twice an hour" it is none. */
const ONE_TIME =
  '(?<=\\b(?:takes?|took|lasts?|lasted|for|within|about|around|after|up to|than) )(?:half )?an?(?= (?:hour|minute|day|week|month|year)\\b)';

/** Units, longest first where one begins with another. */
const UNITS: readonly Rule<Measure>[] = [
  unit('money', 'yuan|renminbi|rmb|(?:us |hong kong |canadian |australian )?dollars?|euros?|pounds?(?: sterling)?|crowns?|kron(?:or|er|a)|yen|roubles?|rubles?|rupees?|francs?|pence|cents?|pesos?|baht|usd|eur|gbp|sek|cny|gems?|coins?|credits?|tokens?|[€£¥$]', ['9 crowns', '5 million yuan', '500 gems', '4.99 €']),
  unit('share', '%|percent(?:age points?)?|per ?cent', ['12%', '3.5 percent']),
  unit('multiple', '-?fold|times', ['three times', '12-fold']),
  unit('times', 'times', ['3 times']),
  unit('age', '(?:years of age|years?[- ]olds?|years?)', ['12 years of age', 'six years']),
  unit('period', '(?:business |working |calendar |school )?days?|nights?|weeks?|fortnights?|months?|years?|decades?|centuries|semesters?', ['30 days', 'two weeks', '3 working days']),
  unit('hours', 'hours?|hrs?|minutes?|mins?|seconds?|secs?|milliseconds?|ms', ['24 hours', 'ten minutes']),
  unit('speed', 'km/h|kmh|mph|knots|(?:kilomet(?:re|er)s|miles) (?:per|an) hour|(?:k|m|g)bps|rpm|hz|[kmg]hz', ['50 km/h']),
  unit('area', '(?:sq(?:uare)?\\.? )(?:(?:kilo)?met(?:re|er)s?|km|m|miles?|feet|ft)|k?m²|hectares?|ha|acres?|mu', ['12 square metres', '3 hectares']),
  unit('length', '(?:kilo|centi|milli)?met(?:re|er)s?|km|cm|mm|m|(?:nautical )?miles?|feet|foot|ft|inch(?:es)?|yards?', ['240 metres', '6 ft']),
  unit('mass', '(?:metric )?tons?|tonnes?|kilograms?|kilos?|kg|grams?|g|pounds?|lbs?|ounces?|oz', ['30 kg', '2 tonnes']),
  unit('volume', '(?:milli)?lit(?:re|er)s?|ml|gallons?|cubic (?:met(?:re|er)s?|feet)', ['40 litres']),
  unit('power', '(?:kilo|mega|giga)?watts?(?:-hours?)?|[kmg]wh?|volts?|v|amps?|horsepower|hp', ['5 kw', '3 megawatts']),
  unit('temperature', '°[cf]?|degrees?(?: (?:celsius|fahrenheit))?', ['30 degrees', '5 °c']),
  unit('data', '(?:kilo|mega|giga|tera)?bytes?|[kmgt]i?b|pixels?|px|bits?', ['8 gb', '512 mb']),
  unit('people', 'people|persons?|visitors?|guests?|members?|users?|players?|students?|pupils?|children|adults|residents?|inhabitants|passengers?|employees?|staff|workers?|participants?|volunteers?|subscribers?|citizens|fans|spectators', ['900 visitors', '40 members']),
  unit('households', 'households?|families', ['30 households']),
  unit('organisations', 'companies|company|firms?|banks?|shops?|stores?|institutions?|organi[sz]ations?|clubs?', ['12 companies']),
  unit('schools', 'schools?|hospitals?|universities|colleges?', ['3 schools']),
  unit('countries', 'countries|nations?|states', ['30 countries']),
  unit('teams', 'teams?', ['32 teams']),
  unit('ships', 'ships?|vessels?|boats?|ferries', ['12,000 boats']),
  unit('vehicles', 'cars?|vehicles?|trucks?|buses|bicycles|bikes', ['40 buses']),
  unit('aircraft', 'planes?|aircraft|drones?|helicopters?', ['3 planes']),
]; // biome-ignore format: a table

const UNIT_WORDS = UNITS.map(({ pattern }) => pattern.source.slice(3, -2)).join('|');

/** At the end of an amount. */
function unit(means: Measure, words: string, examples: string[]): Rule<Measure> {
  return { pattern: new RegExp(`(?:${words})$`), means, examples };
}

const ask = (means: readonly Measure[], pattern: RegExp, examples: string[], not: string[] = []) => ({
  pattern,
  means,
  examples,
  not,
});

export const UNITS_IN_ENGLISH: UnitRules = {
  amount: new RegExp(
    `(?:between )?(?:${CURRENCY})?(?:${NUMBER}(?:\\s?[-–—~]\\s?|\\s(?:to|or)\\s|(?<=between \\S+)\\sand\\s)(?:${CURRENCY})?)?(?:${NUMBER}|${ONE_TIME})(?:[\\s-]?(?<unit>${UNIT_WORDS})(?![\\p{L}\\p{N}])|\\s(?!(?:${WORD})\\b)(?<noun>[a-z]{3,}[^s\\W]s)(?![\\p{L}\\p{N}]))?`,
    'giu',
  ),
  sizes: [
    { pattern: /[\d.,]+|\b(?:thousand|million|billion|trillion|bn|mn)\b/g, means: 'size', examples: ['5 million yuan', '7,000 visitors'], not: ['yuan'] },
  ],
  words: [
    {
      pattern:
        /\bfree of charge\b|\bfor free\b|\bfree (?:admission|entry)\b|(?<=\b(?:is|are|be|enters?|get in|admitted|admission|entry|ride|travel|for \p{L}+) )free\b(?! (?:to|from|of|for)\b)|\bhalf(?: (?:the )?(?:price|fare|fee))?\b(?= ?(?:$|[.,;]))/giu,
      means: 'money',
      examples: ['children are admitted free of charge', 'entry is free', 'students pay half'],
      not: ['feel free to ask', 'half of the members', 'smoke free'],
    },
  ],
  measures: [
    ...UNITS,
    { pattern: /[$€£¥]|\b(?:usd|eur|gbp|cny|rmb|sek)\b/, means: 'money', examples: ['$5', '£3.50'] },
    { pattern: /(?:thousand|million|billion|trillion|bn|mn)s?$/, means: 'scaled', examples: ['31 million'] },
  ],
  around: [
    {
      pattern: /(?:[\p{L}\d./+#@_]|\d:|(?<![\s\t]|^)[-–—])‹|:‹›|‹u?›\p{L}|‹›(?:[:/+_@]|[.:-]\d|[.)]\s|-?(?:st|nd|rd|th)\b| ?(?:am|pm|a\.m|p\.m|o'clock)\b)/iu,
      means: 'no amount',
      examples: ['9:‹›', '9:‹u›', 'id:‹›', '‹›:30', 'version 1.‹›', '‹›th', '‹› pm', 'q‹›', '‹›. open'],
      not: ['costs ‹› crowns', '‹›.', 'price:‹u›'],
    },
    {
      pattern:
        /\b(?:no\.?|number|version|v\.?|step|chapter|section|page|room|floor|figure|table|rule|article|part|level|line|platform|gate|port|phone|tel\.?|fax|in|since|by|year|until)[\s:]+‹›/iu,
      means: 'no amount',
      examples: ['version ‹›', 'Room ‹›', 'phone: ‹›', 'since ‹›'],
      not: ['in ‹u›', 'the members ‹›'],
    },
    {
      // Windows 10, Harbour Road 18; at the beginning of a sentence any word has a capital.
      pattern: /[^\s.!?:\t] \p{Lu}[\p{L}'’-]+ ‹›|^\p{Lu}[\p{L}'’-]+ ‹›(?=$|[,.\t])/u,
      means: 'no amount',
      examples: ['at Harbour Road ‹›', 'on Windows ‹›, and'],
      not: ['Of the members ‹› came', 'the club. About ‹›'],
    },
  ],
  leads: [
    {
      pattern:
        /\b(?:costs?|costing|pay(?:s|ing)?|paid|charge[sd]?|price[sd]?(?: (?:is|at|of|was))?|fees?(?: (?:is|of|was))?|fines?(?: (?:is|of))?|worth|spend|spent|for only|deposit of)(?: (?:up to|about|around|only|just|over|more than|nearly|almost|less than|at least))?\W*$/,
      means: 'money',
      examples: ['a transfer costs ', 'the fee is ', 'it cost more than '],
      not: ['members came, '],
    },
  ],
  differences: [
    {
      pattern: /‹u?› (?:more|less|fewer|higher|lower|older|younger|longer|shorter|cheaper|faster|slower|taller|heavier|lighter|bigger|smaller|earlier|later)\b|(?:\bby|difference (?:is|of)) ‹/i,
      means: 'difference',
      examples: ['‹u› more than', 'rose by ‹u›'],
      not: ['more than ‹u›'],
    },
  ],
  joints: /[,;:](?!\d)|\.(?!\d)|\b(?:and|but|while|whereas|or)\b/gi,
  onePeriods: [],
  periodEnds: [],
  noNumbers: [{ pattern: /^(?:one|an?)$/iu, means: 'no number', examples: ['one', 'a', 'An'], not: ['ten', 'ones'] }],
  bareNumbers: [{ pattern: /^[a-z]/iu, means: 'number', examples: ['ten', 'Half a million'], not: ['5', '十'] }],
  ordinals: [
    {
      pattern:
        /\b\d+(?:st|nd|rd|th)\b|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b/giu,
      means: 'ordinal',
      examples: ['the ‹3rd› mill', '‹Second› place'],
      not: ['3 mills', 'seconds'],
    },
  ],
  scoreJoints: [],
  past: [],
  asksDifference: [
    {
      pattern: /\bhow (?:much|many \w+) (?:more|less|fewer|higher|lower|older|younger|longer|shorter|cheaper|faster|slower|taller|heavier|lighter|bigger|smaller|earlier|later)\b.* than\b|\bdifference\b/,
      means: 'difference',
      examples: ['how much more does gold cost than silver', 'what is the difference in price'],
      not: ['how much does it cost', 'how much more will it cost'],
    },
  ],
  asked: [
    ask(['length'], /\bhow (?:long (?:is|was|are) the (?:[\w-]+ )?(?:border|road|bridge|line|river|wall|tunnel|coast|coastline|route|railway|pier|trail|canal|pool|street|runway|ship|cable|beach|fence)|high|tall|wide|deep|far|thick)\b|\b(?:height|length|width|depth|distance)\b/, ['how long is the old bridge', 'how far is the mill']),
    ask(['period'], /\bhow many (?:\w+ )?(?:years|months|days|weeks|nights)|\bwithin how many days/, ['how many days is it open']),
    ask(['hours'], /\bhow many (?:hours|minutes|seconds)\b/, ['how many minutes does it take']),
    ask(['age', 'period'], /\bhow old\b|\b(?:minimum )?age\b(?! of )|\bage of\b/, ['how old is the mill', 'minimum age']),
    ask(['length', 'period', 'hours'], /\bhow long (?:is|was|are|were)\b/, ['how long is a mute']),
    ask(['period', 'hours'], /\bhow long\b|\bduration\b|\bhow much time\b|\bhow (?:soon|quickly) after\b/, ['how long does it take']),
    ask(['times', 'period', 'hours'], /\bhow often\b/, ['how often may i post']),
    ask(['area'], /\bfloor (?:space|area)\b|\bsquare (?:met|kilomet|feet|foot)/, ['floor space']),
    ask(['anniversary'], /\banniversary\b/, ['which anniversary was it']),
    ask(['mass'], /\btonnage\b|\bhow heavy\b|\bweigh(?:t|s)?\b/, ['how much does it weigh']),
    ask(['power'], /\binstalled capacity\b/, ['installed capacity']),
    ask(['share', 'multiple'], /\bby how much/, ['by how much did it grow']),
    ask(['speed'], /\bhow fast\b|\bspeed\b/, ['how fast is it']),
    ask(['temperature'], /\bhow (?:hot|cold|warm)\b|\btemperature\b/, ['how warm is the pool']),
    ask(['data'], /\bhow much (?:memory|ram|storage|disk|space|data)\b|\b(?:file|upload) size\b/, ['how much memory does it need']),
    ask(['count'], /\bhow many\b/, ['how many halls are there']),
    ask(['share', 'multiple'], /\bgrow\w*|\bincreas\w*/, ['how much did it grow']),
    ask(['share'], /\b(?:percentage|percent|proportion|rate|stakes?|shareholding|discount)\b/, ['what percentage is it']),
    ask(['money', 'scaled', 'share'], /\bfees?\b/, ['what is the fee']),
    ask(['money', 'scaled'], /\b(?:financ\w*|fund(?:s|ing)|capital|credit|debt|sales|turnover|income|subsid\w+|rent|bonus|reward|prize|wages?|deposit|invest\w*|pay|paid|cost|costs|price|worth|loan|yuan|money|value|salary|budget|revenue|profit|lost|loss|raised?|fine|fare|ticket|admission|donat\w+|spend|spent|charge)\b/, ['how much does it cost', 'what is the fare', 'how much did it raise'], ['how many came']),
    ask(['data', 'length'], /\bhow (?:big|large) .*\b(?:uploads?|files?|attachments?|images?|pictures?|photos?|videos?|avatars?|icons?|emojis?|stickers?|downloads?|disks?|caches?|packages?|messages?)\b/, ['how big can a file be', 'how large is the download'], ['how big is the park']),
    ask(['area'], /\bhow (?:big|large) (?!an? )/, ['how big is the park'], ['how big a stake']),
    ask(['money', 'mass', 'volume', 'power', 'hours', 'data', 'scaled'], /\bhow much\b(?! (?!more\b|money\b|is\b|was\b|were\b|are\b|did\b|does\b|do\b|will\b|would\b|has\b|have\b|had\b|to\b|in\b)\w)/, ['how much is it']),
    ask(['money', 'share', 'multiple', 'mass', 'volume', 'power', 'length', 'area', 'hours', 'period', 'data', 'scaled'], /\bhow much\b/, ['how much water']),
  ],
  counted: [
    ask(['people', 'scaled'], /^(?:people|undergrad\w*|visitors?|users?|fans?)$/, ['visitors']),
    ask(['people', 'organisations', 'households', 'scaled'], /^members?$/, ['members']),
    ask(['organisations', 'things'], /^(?:compan\w+|firms?|institut\w+|organi[sz]ations?|agenc\w+|enterprises?|businesses|banks?|stores?|shops?|outlets?|clubs?)$/, ['companies']),
    ask(['households'], /^households?$/, ['households']),
    ask(['countries', 'things'], /^(?:countr\w+|nations?)$/, ['countries']),
    ask(['kinds', 'items'], /^(?:kinds?|types?|sorts?|variet\w+|categor\w+)$/, ['kinds']),
    ask(['kinds', 'volumes'], /^(?:titles?|books?|volumes?)$/, ['books']),
    ask(['works', 'events', 'things'], /^(?:plays?|dramas?|films?|operas?|musicals?)$/, ['films']),
    ask(['things', 'people'], /^(?:jobs?|posts?|positions?|vacanc\w+)$/, ['jobs']),
    ask(['times', 'events', 'items', 'period'], /^(?:times|sessions?|shows?|performances?|matches|games?|events?)$/, ['games']),
    ask(['ships'], /^(?:ships?|vessels?|boats?)$/, ['boats']),
    ask(['vehicles', 'machines', 'works'], /^(?:cars?|vehicles?|trucks?|buses)$/, ['cars']),
    ask(['aircraft'], /^(?:planes?|aircraft|drones?|helicopters?)$/, ['planes']),
    ask(['schools', 'organisations', 'things'], /^(?:schools?|hospitals?|universit\w+|colleges?|campuses)$/, ['schools']),
    ask(['lines'], /^(?:articles?|clauses?|provisions?|routes?|lines?)$/, ['lines']),
    ask(['teams', 'things'], /^teams?$/, ['teams']),
    ask(['pieces'], /^(?:plots?|pieces?)$/, ['pieces']),
    ask(['chapters'], /^chapters?$/, ['chapters']),
    ask(['things', 'organisations', 'sites'], /^(?:zones?|areas?|cit\w+|towns?|provinces|districts?|places?|sites?|branches|departments?)$/, ['towns']),
    ask(['things', 'items', 'works', 'pieces', 'medals', 'kinds'], /^(?:projects?|measures?|services?|fields?|functions?|sections?|parts?|modules?|awards?|medals?)$/, ['projects']),
    ask(['length'], /^(?:kilomet\w+|km|met(?:re|er)s|miles)$/, ['miles']),
    ask(['hours'], /^(?:hours?|minutes?|seconds?)$/, ['minutes']),
    ask(['mass'], /^(?:tons|tonnes)$/, ['tons']),
    ask(['money'], /^(?:yuan|rmb|dollars|euros|crowns)$/, ['yuan']),
    ask(['area'], /^(?:mu|hectares|acres)$/, ['acres']),
  ],
}; // biome-ignore format: tables
