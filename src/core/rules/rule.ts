import type { Excerpt, Site } from '../generators/generator';
import type { Forecast, Now } from '../generators/forecast';
import type { Data } from '../generators/scalars';
import type { Message } from '../message';
import type { Report } from '../report/report';
import type { OtherReports } from '../index/otherReports';
import type { Taxonomy } from '../report/termFields';
import type { Vocabulary } from '../terms/vocabulary';
import type { Range, TextEdit } from '../text';

/** How much a finding matters, most first. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** The stable names of the rules: of their documentation, settings and findings. */
export type RuleCode =
  | 'syntax-error'
  | 'unclosed-fence'
  | 'text-before-fence'
  | 'unread-fence'
  | 'text-after-fence'
  | 'encoding'
  | 'file-name'
  | 'missing-title'
  | 'missing-date'
  | 'invalid-date'
  | 'date-format'
  | 'date-mismatch'
  | 'date-shift'
  | 'draft-ignored'
  | 'not-published'
  | 'same-url'
  | 'same-title'
  | 'changed-value'
  | 'cut-value'
  | 'wrong-type'
  | 'ignored-field'
  | 'tags-in-string'
  | 'tag-values'
  | 'tag-spelling'
  | 'tag-vocabulary'
  | 'separator-missing'
  | 'unread-separator'
  | 'poor-excerpt'
  | 'empty-takeaways'
  | 'missing-takeaways'
  | 'missing-speaker'
  | 'heading-jump'
  | 'placeholder'
  | 'misspelt-field'
  | 'duplicate-field'
  | 'schema'
  | 'build-stops'
  | 'liquid-output';

/** A repair: the smallest edits that make a finding go away. */
export interface Fix {
  readonly title: Message;
  /** Safe to apply without a look: it cannot mean anything else. */
  readonly preferred: boolean;
  /** Where one fix touches several places, in any order; none overlap. */
  readonly edits: readonly TextEdit[];
  /** The file's new path from the site's root; undefined where it stays where it is. */
  readonly rename?: string;
}

/** A repair of this report and of others: another name for a term in all of them. */
export interface TermRepair {
  readonly title: Message;
  readonly taxonomy: Taxonomy;
  readonly name: string;
  readonly to: string;
}

/** One rule's remark on one place. */
export interface Finding {
  readonly code: RuleCode;
  readonly severity: Severity;
  /** What the generator will do, in a sentence. */
  readonly message: Message;
  /** The smallest text at fault. */
  readonly range: Range;
  readonly fixes: readonly Fix[];
  /** Left out where no other report is at fault in the same way. */
  readonly everywhere?: TermRepair;
}

/** What is known of a report that is to be checked. */
export interface Subject {
  readonly report: Report;
  readonly site: Site;
  readonly forecast: Forecast;
  readonly now: Now;
  /** What the site's other reports say; left out where they are not known. */
  readonly others?: OtherReports | undefined;
  /** The JSON Schema that the user wants fields to fit; left out where there is none. */
  readonly schema?: FieldSchema | undefined;
  /** The tags that the user wants; left out where any is welcome. */
  readonly vocabulary?: Vocabulary | undefined;
}

/** What a rule looks at. */
export interface RuleContext extends Subject {
  readonly others: OtherReports;
  /** The text that the site's list of reports shows; it is made when it is first asked for, and kept. */
  excerpt(): Excerpt;
}

/** A JSON Schema, ready for use. */
export interface FieldSchema {
  /** The names that it knows for the fields at the top. */
  readonly names: ReadonlySet<string>;
  /**
   * Checks all fields of a report.
   * @param fields their values by name, as the generator types them
   */
  check(fields: Data): readonly SchemaProblem[];
}

/** Something that a schema does not allow. */
export interface SchemaProblem {
  /** Where it is: names of fields and places in lists, from the outside in; empty for the fields as a whole. */
  readonly path: readonly string[];
  /** It is the name, the last one of the path, that is at fault, not the value. */
  readonly ofName: boolean;
  readonly message: Message;
  /** The field that is missing there, with the value that the schema has for it; undefined where it has none. */
  readonly missing?: { readonly name: string; readonly value: Data | undefined; readonly only: boolean };
  /** The only values that are allowed there. */
  readonly allowed?: readonly Data[];
}

/** A rule. It never throws, whatever the text. */
export interface Rule {
  readonly code: RuleCode;
  /** Its usual severity, which settings may change. */
  readonly severity: Severity;
  /** What it finds depends on the site's other reports, too. */
  readonly asksOthers?: true;
  check(context: RuleContext): readonly RuleFinding[];
}

/** A finding as a rule gives it: the code is the rule's, and so is the severity unless it says another. */
export type RuleFinding = Omit<Finding, 'code' | 'severity'> & { readonly severity?: Severity };
