import { say } from '../../message';
import type { Message } from '../../message';
import type { CountedValue } from '../../index/countedValue';
import type { Taxonomy } from '../../report/termFields';
import { spellingKey } from '../../spelling/spellingKey';
import type { OtherSpellings } from '../../index/spellings';
import { isSameTerm } from '../../terms/termUses';
import type { TermUse } from '../../terms/termUses';
import { subject } from '../shared/names';
import type { Rule, RuleContext, RuleFinding, Severity, TermRepair } from '../rule';
import { findingAt, shortened } from '../shared/fields';
import { termsHere, usedTerms, writeTerm } from './writeTerm';
import type { TermsHere } from './writeTerm';

/** How many times as many other reports must write a tag for this one's spelling to be wrong without a doubt. */
const CLEARLY = 3;

/** How many times as many must have the singular for a plural to be worth a word, or the other way round. */
const PLURAL = 2;

/** How many times as many must have a tag for one that differs in a letter to be a slip: one in three is none. */
const SLIP = 10;

/** So many terms in one report are no longer looked at for slips. */
const MAX_TERMS = 100;

/** A shorter one may be another word in capitals (UTF-16 code units): `IT`, `Go`, `R`. */
const MIN_LENGTH = 3;

/** Another way to write a term that the site's other reports, or this one, have. */
interface Better {
  readonly name: string;
  /** In how many other reports; 0 where it is this one alone that has both. */
  readonly count: number;
  readonly kind: 'spelling' | 'plural' | 'slip';
}

/** A tag or category that other reports spell otherwise. */
export const tagSpelling: Rule = {
  code: 'tag-spelling',
  severity: 'warning',
  asksOthers: true,
  check(context): RuleFinding[] {
    const { others, forecast, report } = context;
    if (others.count === 0 && forecast.terms.length < 2 && !report.field('categories')) {
      return [];
    }
    const all = usedTerms(context);
    return (['tags', 'categories'] as const).flatMap((taxonomy) =>
      checkTerms(
        context,
        taxonomy,
        all.filter((use) => use.taxonomy === taxonomy),
      ),
    );
  },
};

function checkTerms(context: RuleContext, taxonomy: Taxonomy, uses: readonly TermUse[]): RuleFinding[] {
  const spellings = context.others.spellings(taxonomy);
  const here = termsHere(context, uses);
  const own = new Map<string, TermUse>();
  return uses.flatMap((use) => {
    const key = spellingKey(use.name);
    const first = own.get(key);
    if (!first) {
      own.set(key, use);
    }
    if (taxonomy === 'tags' && context.vocabulary?.nameOf(use.name) !== undefined) {
      // The user's own word counts more than what other reports write.
      return [];
    }
    const better = betterIn(context, use, uses, spellings) ?? betterHere(context, use, first, spellings);
    return better ? [findingOn(context, use, better, here, spellings)] : [];
  });
}

/** What most of the other reports write. */
function betterIn(
  { vocabulary }: RuleContext,
  { name, taxonomy }: TermUse,
  uses: readonly TermUse[],
  spellings: OtherSpellings,
): Better | null {
  const count = spellings.count(name);
  const key = spellingKey(name);
  const isWanted = ({ value }: CountedValue) =>
    taxonomy !== 'tags' || (vocabulary?.nameOf(value) ?? value) === value;
  const alike = spellings.alike(name).filter(isWanted);
  const spelt = alike.find((other) => spellingKey(other.value) === key);
  if (spelt && spelt.count > count) {
    return { name: spelt.value, count: spelt.count, kind: 'spelling' };
  }
  const plural = alike.find((other) => spellingKey(other.value) !== key);
  if (plural && plural.count > PLURAL * count) {
    return { name: plural.value, count: plural.count, kind: 'plural' };
  }
  if (alike.length > 0 || count > 1 || uses.length > MAX_TERMS) {
    return null;
  }
  const slip = spellings
    .oneLetterFrom(name)
    .filter(isWanted)
    .find((other) => other.count >= SLIP * count);
  // A report that has both means both.
  return slip && !uses.some((use) => use.name === slip.value)
    ? { name: slip.value, count: slip.count, kind: 'slip' }
    : null;
}

/** What this report itself writes further up, unless it is one to the generator, of which another rule tells. */
function betterHere(
  { site }: RuleContext,
  { name }: TermUse,
  first: TermUse | undefined,
  spellings: OtherSpellings,
): Better | null {
  const isOther = first !== undefined && !isSameTerm(first.name, name, site.generator, site.version);
  return isOther && spellings.count(name) <= spellings.count(first.name)
    ? { name: first.name, count: 0, kind: 'spelling' }
    : null;
}

function findingOn(
  context: RuleContext,
  use: TermUse,
  better: Better,
  here: TermsHere,
  spellings: OtherSpellings,
): RuleFinding {
  const { kind, name, count } = better;
  const isClear =
    kind === 'spelling' &&
    use.name.length >= MIN_LENGTH &&
    withHyphens(name) === withHyphens(use.name) &&
    count >= CLEARLY * Math.max(1, spellings.count(use.name));
  // A category is a part of Jekyll's addresses, and what Hugo takes for one need not be changed.
  const preferred = isClear && use.taxonomy === 'tags' && !isMerged(context, use, name);
  const fix = writeTerm(context, use, name, here, preferred);
  const everywhere = repairOf(use, better, spellings);
  return {
    ...findingAt(
      context,
      severityOf(context, use, better, here),
      messageOf(context, use, better),
      use.inner,
      fix ? [fix] : [],
    ),
    ...(everywhere ? { everywhere } : {}),
  };
}

/**
 * The other name in all reports: of a spelling that others have as well, and that is the rarer one with this report. Not for
 * a category, which is a part of the addresses of posts, nor on a mere guess.
 */
function repairOf({ name, taxonomy }: TermUse, better: Better, spellings: OtherSpellings): TermRepair | null {
  const count = spellings.count(name);
  return taxonomy === 'tags' && better.kind !== 'slip' && count > 0 && better.count > count + 1
    ? {
        title: say('Write `{0}` in all reports', shortened(better.name)),
        taxonomy,
        name,
        to: better.name,
      }
    : null;
}

function severityOf(
  context: RuleContext,
  use: TermUse,
  { kind, name, count }: Better,
  here: TermsHere,
): Severity {
  if (kind === 'slip' || isMerged(context, use, name) || use.name.length < MIN_LENGTH) {
    return 'hint';
  }
  const own = context.others.spellings(use.taxonomy).count(use.name) + 1;
  const isHere = here.has(context.site.generator.terms.keyOf(name, context.site.version));
  const isTied = count > 0 && count <= own && !isHere;
  // Where as many write it the one way as the other, this report may be right.
  return kind === 'plural' || isTied || !context.site.generator.isKnown ? 'info' : 'warning';
}

function messageOf(context: RuleContext, use: TermUse, { kind, name, count }: Better): Message {
  const { generator } = context.site;
  const who =
    count === 0
      ? say('This report also writes `{0}`', shortened(name))
      : count === 1
        ? say('Another report writes `{0}`', shortened(name))
        : say('{0} other reports write `{1}`', count, shortened(name));
  if (kind === 'slip') {
    return say('{0}: did you mean that?', who);
  }
  if (isMerged(context, use, name)) {
    return say('{0}: {1} will make one term of both.', who, subject(generator));
  }
  return use.taxonomy === 'tags'
    ? say('{0}: {1} will make two tags of it.', who, subject(generator))
    : say('{0}: {1} will make two categories of it.', who, subject(generator));
}

/** Tells whether the generator makes one term of both names. */
function isMerged({ site }: RuleContext, use: TermUse, name: string): boolean {
  return isSameTerm(use.name, name, site.generator, site.version);
}

function withHyphens(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}
