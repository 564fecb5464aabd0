/** A word of a name: it has a capital, and is none of those that titles are made of, as in `The Good Parts`. */
const NAME_WORD = String.raw`(?!(?:The|A|An|And|Or|Of|In|On|At|For|With|From|To|Part|Day|Session|Track|Keynotes?|Talks?|Notes?|Summary|Overview|Introduction|Intro|Conclusions?|First|Second|Third|Experience|Practices?|Lessons?|Learned|Future|Guide|Good|Bad|Best|Better|New|Big|Parts?|How|Why|What|When|Your|Our|My|Is|Are|Not|More|Data|Cloud|Design|Code|Software|Web|Live|Demo|Panel|Workshop|Opening|Closing|Recap|Review|Report|Edition|Case|Study|Source|Open|World|Scale|Production|Time|Year|Development|Machine|Learning|Systems?|Stage|Hall|Room|Break|Morning|Afternoon|Evening|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Summit|Conference|Thoughts|Studio)\b)\p{Lu}[\p{L}'’.-]*`;
const PARTICLE = `(?:(?:van|von|de|der|den|del|da|di|du|la|le|bin|al|ten|ter|zu)\\s+)*`;
const NAME = `${NAME_WORD}(?:\\s+${PARTICLE}${NAME_WORD}){1,3}`;

/** What people put behind a name: their employer, in brackets. */
const BEHIND = String.raw`(?:\s*(?:\([^()\n]{1,80}\)|\[[^[\]\n]{1,80}\]))?`;

const BETWEEN = String.raw`(?:\s*,\s*|\s+(?:&|and|und|\+)\s+|\s*/\s*)`;

/** One to five names of two to four words, with particles between them. */
export const NAMES = `${NAME}(?:${BETWEEN}${NAME}){0,4}`;

/** The same, where each may have brackets behind it. */
export const NAMES_AND_BRACKETS = `${NAME}${BEHIND}(?:${BETWEEN}${NAME}${BEHIND}){0,4}`;

/** A single word as a name, with brackets perhaps. */
export const WORD_AND_BRACKETS = `${NAME_WORD}${BEHIND}`;

/** What is no person, though it stands where one may: a company, a school, a team. */
const ORGANISATION =
  /(?:^|\s)(?:GmbH|gGmbH|AG|KG|SE|e\.\s?V|Inc|Ltd|Limited|LLC|LLP|PLC|Corp|Corporation|Company|S\.A|S\.r\.l|B\.V|BV|N\.V|AB|ApS|Oy|Pty|Group|Labs|Technologies|Solutions|Consulting|Foundation|Institute|Institut|University|Universität|Hochschule|College|Team)\.?$|^(?:University|Universität|TU|FH)\s/u;

/** The people in what {@link NAMES} or {@link NAMES_AND_BRACKETS} matches, without brackets, companies and full stops. */
export function splitNames(names: string): string[] {
  return names
    .replace(/\s*(?:\([^()]*\)|\[[^[\]]*\])/g, '')
    .split(/\s*,\s*|\s+(?:&|and|und|\+)\s+|\s*\/\s*/)
    .filter((name) => name !== '' && !ORGANISATION.test(name))
    .map((name) => name.replace(/(?<=\p{L}{3})(?<!\s(?:Jr|Sr|Esq))\.$/u, ''));
}
