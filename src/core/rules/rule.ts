import type { Forecast, Now, Site } from '../generators/generator';
import type { Message } from '../message';
import type { Report } from '../report/report';
import type { Range, TextEdit } from '../text';

/** How much a finding matters, most first. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** The stable names of the rules: of their documentation, settings and findings. */
export type RuleCode =
  | 'syntax-error'
  | 'unclosed-fence'
  | 'text-before-fence'
  | 'unread-fence'
  | 'file-name'
  | 'missing-title'
  | 'missing-date'
  | 'invalid-date'
  | 'date-format'
  | 'draft-ignored'
  | 'tags-in-string'
  | 'separator-missing'
  | 'empty-takeaways'
  | 'misspelt-field'
  | 'duplicate-field'
  | 'build-stops';

/** A repair: the smallest edits that make a finding go away. */
export interface Fix {
  readonly title: Message;
  /** Safe to apply without a look: it cannot mean anything else. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
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
}

/** What a rule looks at. */
export interface RuleContext {
  readonly report: Report;
  readonly site: Site;
  readonly forecast: Forecast;
  readonly now: Now;
}

/** A rule. It never throws, whatever the text. */
export interface Rule {
  readonly code: RuleCode;
  /** Its usual severity, which settings may change. */
  readonly severity: Severity;
  check(context: RuleContext): readonly RuleFinding[];
}

/** A finding as a rule gives it: the code is the rule's, and so is the severity unless it says another. */
export type RuleFinding = Omit<Finding, 'code' | 'severity'> & { readonly severity?: Severity };
