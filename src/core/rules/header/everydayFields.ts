/*
 * Words of everyday language, and short forms that everybody knows, that are names of people's own fields though they are near
 * a known one: a venue has a `path`, a picture a `height`, a talk its `sources`. What is listed is no slip.
 */

const MEASURES =
  'height high width depth size length long lat lng lon latitude longitude left right top bottom min max rate rates count counts total number price ' +
  'eight eighth even ever age ages rank ranks level levels scale score scores ratio rating state status stage stages';

const TIMES =
  'time times late later day days week weeks month months year years start starts end ends since until from to updated update created create dates dated data ' +
  'datum datums season session sessions schedule slot slots hour hours event events vent edition';

const PLACES =
  'path paths place places venue venues city town hall halls room rooms gate gates land lands lane lanes region map maps match address addresses country countries ' +
  'vocation vacation allocation origin table base station stations track tracks floor site sites';

const PEOPLE =
  'name names person people speaker speakers host hosts guest guests mate mates team teams org company role roles staff crew gang reader readers leader leaders creator editor ' +
  'publisher publishers public audience contact contacts contents maker makers owner sponsor sponsors partner partners rider';

const WORKS =
  'talk talks topic topics track theme themes file files tile tiles titles titled untitled note notes text texts body head heads headed heading headings headline hero page pages ' +
  'post posts part parts section sections source sources resource recourse video videos slide slides photo photos picture pictures gallery media audio podcast transcript code demo demos ' +
  'book books paper papers review reviews quote quotes link links url urls ref refs reference references serial serie series serifs story stories intro outro lead ' +
  'subject subjects question questions answer answers lesson lessons idea ideas plan plans goal goals task tasks list lists item items group groups kind kinds type types typo class classes ' +
  'inscription prescription subscription descriptor descriptors descriptions input inputs output';

const LOOKS =
  'color colors colour colours icon icons logo logos banner badge badges thumb thumbnail style styles font fonts shade shader loader heater mage over hover cover covers lover mover ' +
  'clover cove overlay modal tab tabs bar bars grid layer layers payout card cards theme hide hidden show shown pinned sticky featured featuredimage log logs';

const OTHERS =
  'rag rags bag bags tax taxes wage wages flag flags lag plug plugs slog craft crafts drift raft graft except expert experts exercise polished punished unpublished ' +
  'modifier modifiers notified guild guilds built builder builds maths myth math bath lang langs language languages mean means many more men value values version versions key keys ' +
  'word words term terms label labels option options setting settings param format formats mode modes meta misc other others extra extras weights weighted ' +
  'taxonomy taxonomies license licence alias aliens comment commented commends guide guides price fee fees ticket tickets code hash';

/** All of them, in small letters. */
export const EVERYDAY_FIELDS: ReadonlySet<string> = new Set(
  [MEASURES, TIMES, PLACES, PEOPLE, WORKS, LOOKS, OTHERS].join(' ').split(' '),
);

/** Names that stand for one thing together: `lng` beside `lat`. One that has its fellow beside it is no slip for another. */
const PAIRS: readonly (readonly [one: RegExp, other: RegExp])[] = [
  [/^(?:lat|latitude|geo.?lat)$/, /^(?:lng|lon|long|longitude|geo.?l.+)$/],
  [/^(?:width|w|breite|largeur)$/, /^(?:height|h|hoehe|hauteur)$/],
  [/^(?:x|row|from|start|min|first|begin|before|prev|previous|left|top|in)$/, /^(?:y|column|col|to|end|max|last|finish|after|next|right|bottom|out)$/],
]; // prettier-ignore

/** Tells whether a name belongs to another one that stands in the same front matter. */
export function hasFellow(name: string, names: readonly string[]): boolean {
  return PAIRS.some(
    ([one, other]) =>
      (one.test(name) && names.some((beside) => other.test(beside))) ||
      (other.test(name) && names.some((beside) => one.test(beside))),
  );
}
