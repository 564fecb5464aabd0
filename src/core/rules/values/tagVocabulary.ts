import { say } from '../../message';
import type { Rule, RuleContext, RuleFinding } from '../rule';
import type { TermUse } from '../../terms/termUses';
import type { Vocabulary } from '../../terms/vocabulary';
import { findingAt, shortened } from '../shared/fields';
import { termsHere, usedTerms, writeTerm } from './writeTerm';
import type { TermsHere } from './writeTerm';

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
    const here = termsHere(context, uses);
    let sought = 0;
    return uses.flatMap((use): RuleFinding[] => {
      const name = vocabulary.nameOf(use.name);
      if (name === use.name) {
        return [];
      }
      if (name !== undefined) {
        return [otherName(context, use, name, here)];
      }
      return vocabulary.isClosed ? [unknown(context, use, vocabulary, here, ++sought <= MAX_SOUGHT)] : [];
    });
  },
};

function otherName(context: RuleContext, use: TermUse, name: string, here: TermsHere): RuleFinding {
  const fix = writeTerm(context, use, name, here, true);
  const message = say('Your vocabulary has `{0}` for this tag.', shortened(name));
  return findingAt(context, 'warning', message, use.inner, fix ? [fix] : []);
}

function unknown(
  context: RuleContext,
  use: TermUse,
  vocabulary: Vocabulary,
  here: TermsHere,
  isSought: boolean,
): RuleFinding {
  const fixes = (isSought ? vocabulary.nearest(use.name) : []).flatMap(
    (name) => writeTerm(context, use, name, here, false) ?? [],
  );
  const message = say('Your vocabulary does not have the tag `{0}`.', shortened(use.name));
  return findingAt(context, 'warning', message, use.inner, fixes);
}
