/** A word of a name: it has a capital, and is none of those that titles are made of, as in `The Good Parts`. */
export const NAME_WORD = String.raw`(?!(?:The|A|An|And|Or|Of|In|On|At|For|With|From|To|Part|Day|Session|Track|Keynotes?|Talks?|Notes?|Summary|Overview|Introduction|Intro|Conclusions?|First|Second|Third|Experience|Practices?|Lessons?|Learned|Future|Guide|Good|Bad|Best|Better|New|Big|Parts?|How|Why|What|When|Your|Our|My|Is|Are|Not|More|Data|Cloud|Design|Code|Software|Web|Live|Demo|Panel|Workshop|Opening|Closing|Recap|Review|Report|Edition|Case|Study|Source|Open|World|Scale|Production|Time|Year|Development|Machine|Learning|Systems?|Stage|Hall|Room|Break|Morning|Afternoon|Evening|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Summit|Conference|Thoughts|Studio)\b)\p{Lu}[\p{L}'’.-]*`;
const PARTICLE = `(?:(?:van|von|de|der|den|del|da|di|du|la|le|bin|al|ten|ter|zu)\\s+)*`;
const NAME = `${NAME_WORD}(?:\\s+${PARTICLE}${NAME_WORD}){1,3}`;

/** One to five names of two to four words, with particles between them. */
export const NAMES = `${NAME}(?:(?:\\s*,\\s*|\\s+(?:&|and|und|\\+)\\s+|\\s*/\\s*)${NAME}){0,4}`;

/** The names in what NAMES matches. */
export function splitNames(names: string): string[] {
  return names.split(/\s*,\s*|\s+(?:&|and|und|\+)\s+|\s*\/\s*/).filter(Boolean);
}
