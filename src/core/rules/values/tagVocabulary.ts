import { say } from '../../message';
import type { Rule, RuleContext, RuleFinding } from '../rule';
import type { TermUse } from '../../tags/termUses';
import type { Vocabulary } from '../../tags/vocabulary';
import { findingAt, shortened } from './fields';
import { usedTerms, writeTerm } from './writeTerm';

/** For so many unknown tags names are looked for, so that a long list does not take long. */
const MAX_SOUGHT = 20;

/** A tag for which your vocabulary has another name, or none. */
export const tagVocabulary: Rule = {
  code: 'tag-vocabulary',
  severity: 'warning',
  check(context): RuleFinding[] {
    const { vocabulary } = context;
    if (!vocabulary) {
      return [];
    }
    const uses = usedTerms(context).filter(({ taxonomy }) => taxonomy === 'tags');
    let sought = 0;
    return uses.flatMap((use): RuleFinding[] => {
      const name = vocabulary.nameOf(use.name);
      if (name === use.name) {
        return [];
      }
      if (name !== undefined) {
        return [otherName(context, use, name, uses)];
      }
      return vocabulary.isClosed ? [unknown(context, use, vocabulary, uses, ++sought <= MAX_SOUGHT)] : [];
    });
  },
};

function otherName(context: RuleContext, use: TermUse, name: string, uses: readonly TermUse[]): RuleFinding {
  const fix = writeTerm(context, use, name, uses, true);
  const message = say('Your vocabulary has `{0}` for this tag.', shortened(name));
  return findingAt(context, 'warning', message, use.inner, fix ? [fix] : []);
}

function unknown(
  context: RuleContext,
  use: TermUse,
  vocabulary: Vocabulary,
  uses: readonly TermUse[],
  isSought: boolean,
): RuleFinding {
  const fixes = (isSought ? vocabulary.nearest(use.name) : []).flatMap(
    (name) => writeTerm(context, use, name, uses, false) ?? [],
  );
  const message = say('Your vocabulary does not have the tag `{0}`.', shortened(use.name));
  return findingAt(context, 'warning', message, use.inner, fixes);
}
