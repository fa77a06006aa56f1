/** All that the rules of a language have to say. */
import type { Language } from '../types.ts';
import type { AskingRules } from './asking.ts';
import type { DescriptionRules, RowRules } from './descriptions.ts';
import type { NameRules } from './names/names.ts';
import type { OrganisationRule, OrganisationWord } from './names/organisations.ts';
import type { PlaceRules } from './names/places.ts';
import type { TitleRules } from './names/titles.ts';
import type { NounRules } from './nouns.ts';
import type { OrderRule } from './orders.ts';
import type { ReportRules } from './reports.ts';
import type { DeedRules, RoleRules } from './roles.ts';
import type { TalkRules } from './talk.ts';
import type { ChangeRule } from './time/changes.ts';
import type { DayContext, DayRule } from './time/day.ts';
import type { HoursRules } from './time/hours.ts';
import type { PeriodRules } from './time/period.ts';
import type { UnitRules } from './units.ts';

export interface LanguageRules {
  readonly code: Language;
  /** A text with one of these letters is in this language, unless it has some of one further up in the list. */
  readonly letters: RegExp;
  readonly asking: AskingRules;
  readonly nouns: NounRules;
  readonly talk: TalkRules;
  readonly days: readonly DayRule[];
  /** Where a text may have a day at all; everywhere where it is missing. */
  readonly daySigns?: RegExp;
  readonly dayContext: DayContext;
  readonly changes: readonly ChangeRule[];
  readonly hours: HoursRules;
  readonly periods: PeriodRules;
  readonly organisations: readonly OrganisationRule[];
  readonly organisationWords: readonly OrganisationWord[];
  readonly names: NameRules;
  readonly places: PlaceRules;
  readonly titles: TitleRules;
  readonly roles: RoleRules;
  readonly descriptions: DescriptionRules;
  readonly rows: RowRules;
  readonly reports: ReportRules;
  /** In simplified, lower-case sentences. */
  readonly orders: readonly OrderRule[];
  readonly units: UnitRules;
  /** Who signs, and who is only there. */
  readonly signing: DeedRules;
}
