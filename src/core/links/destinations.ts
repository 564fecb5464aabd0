import type { GeneratorName, Site } from '../generators/generator';
import { candidatesOf } from './candidates';
import type { DestinationPlace, DestinationUse } from './destinationPlace';

/**
 * What a destination is. `remote`: an address in the web, with the files that it may be made from where it is in the site itself.
 * `mail`: a mail address. `anchor`: a place in the report. `file`: files that it may be, the likeliest first, from the site's root;
 * which of them there is, the host has to try. `unsafe`: nothing that may be followed or loaded.
 */
export type Destination =
  | { readonly kind: 'remote'; readonly url: string; readonly candidates: readonly string[] }
  | { readonly kind: 'mail'; readonly url: string }
  | { readonly kind: 'anchor'; readonly id: string }
  | { readonly kind: 'file'; readonly candidates: readonly string[]; readonly fragment: string }
  | { readonly kind: 'unsafe' };

/** Longer ones are none that anyone wrote (UTF-16 code units). */
const MAX_LENGTH = 2048;

const UNSAFE: Destination = { kind: 'unsafe' };

/** Control characters, those that turn the direction of text, and backslashes, which browsers take for slashes. */
// eslint-disable-next-line no-control-regex -- it is they that are meant
const TRICKS = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF\\]/;

/** An address with a host, and without a user's name before it, which is there to be taken for the host. */
const WEB = /^https?:\/\/[^\s/?#@\\"<>^`{|}]+(?:[/?#]\S*)?$/i;

const MAIL = /^mailto:[^\s"<>\\]+$/i;

/** The folders that the generators publish from the root, and those with their pages. */
const ROOTS: Readonly<Record<GeneratorName, readonly string[]>> = {
  jekyll: [''],
  hugo: ['static/', 'assets/'],
  generic: ['', 'public/', 'static/', 'src/'],
};
const CONTENT: Readonly<Record<GeneratorName, readonly string[]>> = {
  jekyll: [''],
  hugo: ['content/'],
  generic: ['', 'src/', 'content/'],
};

/**
 * Where a report stands among its site's files.
 * @param path the report's path from the site's root
 * @param url its address below the site's root, as forecast
 */
export function destinationPlace(
  path: string,
  { generator, config }: Site,
  url: string | null,
): DestinationPlace {
  const folders = (config.hugo?.contentFolders ?? []).filter(({ target }) => target === '');
  return {
    path,
    generator: generator.name,
    basePath: config.basePath ?? '',
    origin: config.origin ?? null,
    url,
    roots: ROOTS[generator.name],
    contentFolders: folders.length > 0 ? folders.map(({ folder }) => folder) : CONTENT[generator.name],
  };
}

/**
 * Tells what a destination in a report's HTML is. Nothing is looked up.
 * @param written the attribute's value, with its character references read
 */
export function destinationOf(
  written: string,
  place: DestinationPlace,
  use: DestinationUse = 'link',
): Destination {
  const destination = written.trim();
  if (destination === '' || destination.length > MAX_LENGTH || TRICKS.test(destination)) {
    return UNSAFE;
  }
  if (destination.startsWith('#')) {
    const id = decodedPart(destination.slice(1));
    return id === '' ? UNSAFE : { kind: 'anchor', id };
  }
  const absolute = destination.startsWith('//') ? `https:${destination}` : destination;
  if (/^[a-z][a-z0-9+.-]*:/i.test(absolute)) {
    return MAIL.test(absolute)
      ? { kind: 'mail', url: absolute }
      : WEB.test(absolute)
        ? { kind: 'remote', url: absolute, candidates: own(absolute, place, use) }
        : UNSAFE;
  }
  const { path, fragment } = parts(destination);
  const candidates = candidatesOf(path, place, use);
  return candidates.length === 0 ? UNSAFE : { kind: 'file', candidates, fragment };
}

/**
 * A destination with its host, for text that leaves the site.
 * @returns null where it cannot be made whole
 */
export function wholeUrl(written: string, place: DestinationPlace): string | null {
  const destination = destinationOf(written, place);
  switch (destination.kind) {
    case 'remote':
    case 'mail':
      return destination.url;
    case 'unsafe':
      return null;
    default: {
      const { origin, basePath, url } = place;
      const isRooted = written.trim().startsWith('/');
      if (origin === null || (!isRooted && url === null)) {
        return null;
      }
      const page = `${basePath}${url ?? ''}`;
      if (destination.kind === 'anchor') {
        return `${origin}${page}${written.trim()}`;
      }
      const { path, suffix } = parts(written.trim());
      const isBased = basePath !== '' && (path === basePath || path.startsWith(`${basePath}/`));
      const absolute = isRooted
        ? isBased
          ? path
          : basePath + path
        : `${page.slice(0, page.lastIndexOf('/') + 1)}${path}`;
      return `${origin}${withoutDots(absolute)}${suffix}`.replaceAll(' ', '%20');
    }
  }
}

/** The files of the site itself that an address in the web may be made from. */
function own(absolute: string, place: DestinationPlace, use: DestinationUse): readonly string[] {
  const { origin } = place;
  if (origin === null || !absolute.toLowerCase().startsWith(`${origin.toLowerCase()}/`)) {
    return [];
  }
  return candidatesOf(parts(absolute.slice(origin.length)).path, place, use);
}

function parts(destination: string): { path: string; fragment: string; suffix: string } {
  const end = destination.search(/[?#]/);
  const path = end < 0 ? destination : destination.slice(0, end);
  const suffix = end < 0 ? '' : destination.slice(end);
  const hash = suffix.indexOf('#');
  return { path, suffix, fragment: hash < 0 ? '' : decodedPart(suffix.slice(hash + 1)) };
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') {
      kept.splice(Math.max(1, kept.length - 1));
    } else if (segment !== '.') {
      kept.push(segment);
    }
  }
  return kept.join('/');
}

/** Text with its percent signs read; as it is where they are not to be read, empty where it hides something. */
function decodedPart(text: string): string {
  let decoded = text;
  try {
    decoded = decodeURIComponent(text);
  } catch {
    // A percent sign of its own.
  }
  return TRICKS.test(decoded) ? '' : decoded;
}
