/** The form of an English word that glosses have: of today's name, American, in the present, in full. */

/** People and things of a country, and old names of cities: glosses have only the name of today. */
const COUNTRY_OF: ReadonlyMap<string, string> = new Map(Object.entries({
  peking: 'beijing', canton: 'guangzhou', afghan: 'afghanistan', african: 'africa', albanian: 'albania', algerian: 'algeria', american: 'america',
  angolan: 'angola', argentine: 'argentina', argentinian: 'argentina', armenian: 'armenia', asian: 'asia', australian: 'australia',
  austrian: 'austria', azerbaijani: 'azerbaijan', bahraini: 'bahrain', bangladeshi: 'bangladesh', belarusian: 'belarus', belgian: 'belgium',
  bolivian: 'bolivia', bosnian: 'bosnia', brazilian: 'brazil', british: 'britain', bruneian: 'brunei', bulgarian: 'bulgaria',
  burmese: 'myanmar', cambodian: 'cambodia', canadian: 'canada', chilean: 'chile', colombian: 'colombia', congolese: 'congo', croatian: 'croatia',
  cuban: 'cuba', cypriot: 'cyprus', danish: 'denmark', dutch: 'netherlands', ecuadorian: 'ecuador', egyptian: 'egypt',
  emirati: 'emirates', english: 'england', estonian: 'estonia', ethiopian: 'ethiopia', european: 'europe', fijian: 'fiji', filipino: 'philippines',
  finnish: 'finland', french: 'france', georgian: 'georgia', german: 'germany', ghanaian: 'ghana', greek: 'greece', hungarian: 'hungary',
  icelandic: 'iceland', indian: 'india', indonesian: 'indonesia', iranian: 'iran', iraqi: 'iraq', irish: 'ireland', israeli: 'israel',
  italian: 'italy', japanese: 'japan', jordanian: 'jordan', kazakh: 'kazakhstan', kenyan: 'kenya', korean: 'korea', kuwaiti: 'kuwait',
  kyrgyz: 'kyrgyzstan', laotian: 'laos', latvian: 'latvia', lebanese: 'lebanon', libyan: 'libya', lithuanian: 'lithuania',
  luxembourgish: 'luxembourg', malaysian: 'malaysia', maldivian: 'maldives', mexican: 'mexico', moldovan: 'moldova', mongolian: 'mongolia',
  moroccan: 'morocco', mozambican: 'mozambique', namibian: 'namibia', nepali: 'nepal', nepalese: 'nepal', nigerian: 'nigeria',
  norwegian: 'norway', omani: 'oman', pakistani: 'pakistan', palestinian: 'palestine', panamanian: 'panama', paraguayan: 'paraguay',
  peruvian: 'peru', polish: 'poland', portuguese: 'portugal', qatari: 'qatar', romanian: 'romania', russian: 'russia', rwandan: 'rwanda',
  saudi: 'saudi', scottish: 'scotland', senegalese: 'senegal', serb: 'serbia', serbian: 'serbia', singaporean: 'singapore', slovak: 'slovakia',
  slovenian: 'slovenia', somali: 'somalia', spanish: 'spain', sudanese: 'sudan', swedish: 'sweden', swiss: 'switzerland', syrian: 'syria',
  taiwanese: 'taiwan', tajik: 'tajikistan', tanzanian: 'tanzania', thai: 'thailand', tibetan: 'tibet', tunisian: 'tunisia', turkish: 'turkey',
  turkmen: 'turkmenistan', ugandan: 'uganda', ukrainian: 'ukraine', uruguayan: 'uruguay', uzbek: 'uzbekistan', venezuelan: 'venezuela',
  vietnamese: 'vietnam', welsh: 'wales', yemeni: 'yemen', zambian: 'zambia', zimbabwean: 'zimbabwe',
})); // biome-ignore format: a table

/** The name of today that an adjective, a people or an old name in small letters means; any other word is given back. */
export const countryOf = (word: string): string =>
  COUNTRY_OF.get(word) ?? COUNTRY_OF.get(word.replace(/s$/, '')) ?? word;

/**
 * Past forms that no suffix tells, to what glosses have; not "found" and "left", which mean something else as often,
 * nor "ran" and "sang", which are surnames in pinyin.
 */
const BASE_FORM: ReadonlyMap<string, string> = new Map(
  `spoke spoken speak, gave given give, took taken take, met meet, held hold, came come, went gone go, made make, got get,
  brought bring, bought buy, sold sell, sent send, lent lend, spent spend, built build, led lead, won win, paid pay,
  said say, told tell, kept keep, meant mean, grew grown grow, rose risen rise, fell fallen fall, chose chosen choose,
  wrote written write, drew drawn draw, began begun begin, became become, broke broken break, froze frozen freeze,
  saw seen see, showed shown show, stood stand, understood understand, sat sit, lost lose, taught teach,
  caught catch, fought fight, sought seek, thought think, struck strike, drove driven drive, flew flown fly, hid hidden hide,
  knew known know, rode ridden ride, shook shaken shake, stole stolen steal, swam swum swim, threw thrown throw,
  wore worn wear, withdrew withdrawn withdraw, overtook overtaken overtake, undertook undertaken undertake, dealt deal,
  slept sleep, swept sweep, heard hear, laid lay, bore born borne bear, beat beaten beat, dug dig, hung hang, shot shoot`
    .split(/,\s*/)
    .flatMap((forms) => {
      const [base, ...past] = forms.split(/\s+/).reverse();
      return past.map((form): [string, string] => [form, base!]);
    }),
);

/** What people write short, to what glosses have. */
const LONG_FORM: ReadonlyMap<string, string> = new Map(Object.entries({
  tech: 'technology', uni: 'university', exec: 'executive', hq: 'headquarters', undergrad: 'undergraduate', govt: 'government',
  dept: 'department', rep: 'representative', pharma: 'pharmaceutical', info: 'information', lab: 'laboratory', telecom: 'telecommunications',
  telecoms: 'telecommunications', chair: 'chairman', chairs: 'chairman', chairwoman: 'chairman', chairperson: 'chairman', execs: 'executive', reps: 'representative',
  undergrads: 'undergraduate', labs: 'laboratory', unis: 'university',
})); // biome-ignore format: a table

/** British spellings to the American ones of most glosses; what else it changes it changes wherever it stands. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/, 'iz'],
  [/(?<=[a-z]{2})yse(?=(?:d|s|r|rs)?$)/, 'yze'],
  [/(?<=[tb])re(?=s?$)/, 'er'],
  [/(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ite|ites|al|ed|hood|hoods|ly|er|ers)?$)/, 'or'],
  [/(?<=program)me(?=s?$)/, ''],
  [/(?<=[a-z]{2}log)ue(?=s?$)/, ''],
  [/(?<=\b(?:def|off|lic|pret))ence(?=s?$)/, 'ense'],
  [/(?<=[aeiouy][a-z]*[^aeiou][eo]l)l(?=(?:ed|ing|er|ers)$)/, ''],
]; // biome-ignore format: a table

/** A lower-case word as American English spells it. */
export const americanOf = (word: string): string =>
  SPELLINGS.reduce((spelled, [british, american]) => spelled.replace(british, american), word);

/** The form in which glosses have a lower-case word: centre as center, spoke as speak, Kenyan as Kenya. */
export const glossForm = (word: string): string =>
  americanOf(BASE_FORM.get(word) ?? LONG_FORM.get(word) ?? countryOf(word));
