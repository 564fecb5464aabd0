import type { Source } from './source';

/** The names that kramdown knows (lib/kramdown/utils/entities.rb): HTML 4's, with `apos`. */
const NAMES =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi Chi Psi ' +
  'Omega alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon ' +
  'phi chi psi omega thetasym upsih piv zwnj zwj lrm rlm hellip prime Prime oline frasl weierp image real alefsym bull ' +
  'trade larr rarr uarr darr harr crarr uArr dArr lArr rArr hArr forall part exist empty nabla isin ni notin sum prod ' +
  'minus lowast radic prop infin ang and or cap cup int there4 sim asymp cong ne equiv le ge sub sup sube supe nsub oplus ' +
  'otimes perp sdot vellip rceil lceil lfloor rfloor rang lang loz spades clubs hearts diams amp quot apos copy lt gt ' +
  'OElig oelig Scaron scaron Yuml circ tilde ndash mdash lsquo rsquo ldquo rdquo dagger Dagger permil euro lsaquo rsaquo ' +
  'nbsp iexcl pound curren yen brvbar sect uml laquo raquo reg ordf not shy macr deg plusmn acute micro para middot cedil ' +
  'ordm cent sup1 sup2 sup3 frac12 frac14 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute ' +
  'Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml ' +
  'Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ' +
  'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml sbquo fnof bdquo ' +
  'ensp emsp thinsp';

const known: ReadonlySet<string> = new Set(NAMES.split(' '));

/** HTML_ENTITY_RE */
const ENTITY = /&(?:([\w:][-\w.:]*)|#(?:\d+|x[0-9a-fA-F]+));/y;

/** A character reference that starts here. An unknown one is an ampersand, and text. */
export function entityAt(source: Source, at: number): { text: string; rest: string; end: number } | null {
  const match = source.match(ENTITY, at);
  if (!match) {
    return null;
  }
  const end = at + match[0].length;
  return match[1] === undefined || known.has(match[1])
    ? { text: match[0], rest: '', end }
    : { text: '&amp;', rest: match[0].slice(1), end };
}
