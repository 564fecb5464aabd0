import { Report } from '../../report/report';
import { nearestTo } from '../nearest';
import { listFolder } from '../siteFolder';
import { targetKey } from '../targets';
import type { Target, Targets, WrittenTarget } from '../targets';
import type { TargetReader, TargetSearch } from '../generator';
import { forecastHugo } from './forecast';
import { Pages, pathOfTarget } from './pages';
import type { PageFile } from './pages';
import { placeOf } from './place';
import { mayBeLeftOut, referenceIn } from './references';
import { lexShortcodes } from './shortcodeLexer';
import { CONTENT } from './siteConfig';
import { readHugoSurroundings } from './surroundings';
import { addressOf, hugoTerms, paramOf } from './values';

/*
 * What `ref` and `relref` name (0.111: hugolib/pagecollections.go; from 0.123 on: hugolib/page__paths.go and pagefinder.go).
 */

const UNFINISHED = /\{\{[<%][ \t]*(ref|relref)[ \t]+(?:path=)?(["`]?)([^"`{}<>%\n]*)$/;

/** Of so many targets of one report those behind are not looked up. */
const MAX_TARGETS = 200;

/** Of so many pages the terms are read, where a name is that of no page: each has to be opened. */
const MAX_READ = 2000;

/** How many of the names that are near are looked up. */
const MAX_NEAR = 8;

export const hugoTargets: TargetReader = {
  written: ({ text, body }, { config }) =>
    lexShortcodes(text, body)
      .tokens.flatMap((token): WrittenTarget[] => {
        const reference = token.kind === 'tag' ? referenceIn(token, text) : null;
        return reference &&
          token.kind === 'tag' &&
          reference.text !== '' &&
          !mayBeLeftOut(token, text, body, config.hugo?.markup?.unsafe !== true)
          ? [reference]
          : [];
      })
      .slice(0, MAX_TARGETS),
  find: async (targets, search) => {
    const lookup = new Lookup(search);
    const found = new Map<string, Target>();
    for (const { tag, text } of targets) {
      const key = targetKey(tag, text);
      if (!found.has(key)) {
        const exists = await lookup.has(tag, text);
        if (exists !== null) {
          found.set(key, { exists, nearest: exists ? null : await lookup.nearest(tag, text) });
        }
      }
    }
    return found satisfies Targets;
  },
  at: (report, offset) => {
    const lineStart = report.text.lastIndexOf('\n', offset - 1) + 1;
    const [, tag, quote, text] = UNFINISHED.exec(report.text.slice(lineStart, offset)) ?? [];
    if (offset < report.body || tag === undefined || text === undefined) {
      return null;
    }
    const rest =
      (quote ? /^[^"`{}<>%\n]*(?=["`])/ : /^[^\s"`{}<>%]*/).exec(report.text.slice(offset))?.[0] ?? '';
    return { tag, text: text + rest, range: { start: offset - text.length, end: offset + rest.length } };
  },
  choices: (tag, search) => new Lookup(search).choices(tag),
};

/** Looks up targets of one report; what was listed is kept for the next of them. */
class Lookup {
  #pages: Promise<Pages> | undefined;

  constructor(readonly search: TargetSearch) {}

  /** @returns null where that is not known */
  async has(tag: string, text: string): Promise<boolean | null> {
    const { report, site } = this.search;
    const place = placeOf(report.path, site.config);
    const path = pathOfTarget(text);
    if (!place) {
      return null;
    }
    if (path === null || path === '') {
      return path === '';
    }
    const lang = langOf(tag) ?? place.lang;
    const pages = await this.#all();
    const answer = pages.find(path, report.path, lang);
    if (answer.kind === 'page') {
      return answer.file === null || this.#isBuilt(answer.file);
    }
    // Themes and programs in the content may make pages that are not known.
    const isSure = !pages.isCut && site.config.shortcodes !== null;
    return answer.kind === 'ambiguous' || (isSure && (await this.#isTerm(path)) === false) ? false : null;
  }

  /** What was likely meant, of what there is: the right name may be in another folder. */
  async nearest(tag: string, text: string): Promise<string | null> {
    const [, page = '', rest = ''] = /^([^#?]*)(.*)$/.exec(text) ?? [];
    const written = bare(page);
    const places = (await this.choices(tag)).map(bare);
    const name = lastOf(written);
    const near = new Set([
      ...nearestTo(written, places),
      ...places.filter((place) => lastOf(place) === name),
      ...nearestTo(name, places.map(lastOf)).flatMap((last) =>
        places.filter((place) => lastOf(place) === last),
      ),
    ]);
    for (const place of [...near].slice(0, MAX_NEAR)) {
      const meant = `/${place}${page.endsWith('.md') ? '.md' : ''}`;
      if (meant !== page && (await this.has(tag, meant)) === true) {
        return meant + rest;
      }
    }
    return null;
  }

  async choices(tag: string): Promise<string[]> {
    const { report, site } = this.search;
    const lang = langOf(tag) ?? placeOf(report.path, site.config)?.lang;
    return (await this.#all()).files
      .filter((page) => page.lang === lang && page.file !== report.path)
      .map((page) => (page.isSection ? page.path : `${page.written}.md`));
  }

  /** Terms and taxonomies have pages, too, which are found by their names alone; null where there are too many pages to ask. */
  async #isTerm(path: string): Promise<boolean | null> {
    const { site, files } = this.search;
    const taxonomies = site.config.hugo?.taxonomies ?? ['tags', 'categories'];
    const parts = path
      .replace(/^\/|\/$/g, '')
      .toLowerCase()
      .split('/');
    const [first = '', second] = parts;
    if (parts.length > 2 || (second !== undefined && !taxonomies.includes(first))) {
      return false;
    }
    if (second === undefined && taxonomies.includes(first)) {
      return true;
    }
    const pages = (await this.#all()).files;
    if (pages.length > MAX_READ) {
      return null;
    }
    const wanted = addressOf((second ?? first).replace(/\.[^.]*$/, ''), site.version);
    for (const { file } of pages) {
      const report = new Report((await files.text(file)) ?? '', file, site.generator);
      const terms = taxonomies.flatMap((name) =>
        hugoTerms(paramOf(report, name, site.version), site.version),
      );
      if (terms.some((term) => addressOf(term, site.version) === wanted)) {
        return true;
      }
    }
    return false;
  }

  #all(): Promise<Pages> {
    this.#pages ??= this.#list();
    return this.#pages;
  }

  async #list(): Promise<Pages> {
    const { site, files } = this.search;
    const folders = site.config.hugo?.contentFolders ?? [CONTENT];
    const listings = await Promise.all(
      folders.map(({ folder }) =>
        listFolder(folder, files, (path) => !/(?:^|\/)(?:node_modules|[.][^/]*)\/$/.test(path)),
      ),
    );
    const themes = ((await files.names('themes')) ?? []).filter((name) => name.endsWith('/'));
    const ofThemes = await Promise.all(themes.map((name) => files.names(`themes/${name.slice(0, -1)}`)));
    return new Pages(
      listings.flatMap((listing) => listing.files),
      site.config,
      site.version,
      listings.some((listing) => listing.isCut) || ofThemes.some((names) => names?.includes('content/')),
    );
  }

  /** A page that is held back is not there. */
  async #isBuilt({ file }: PageFile): Promise<boolean> {
    const { files, site, now, report: own } = this.search;
    const text = file === own.path ? own.text : await files.text(file);
    if (text === null) {
      return true;
    }
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const surroundings = (await readHugoSurroundings(folder, site.config, files, site.version))(file);
    const whole = new Report(text, file, site.generator, { inherited: surroundings.inherited });
    // Only the front matter counts: what the body names is that page's own matter.
    const report = new Report(text.slice(0, whole.body), file, site.generator, whole.options);
    return forecastHugo(report, { ...site, surroundings }, now).outcome !== 'hidden';
  }
}

/** A target without what is before and behind the name of the page. */
function bare(path: string): string {
  return path.replace(/^\/|\.md$|\/$/g, '');
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The language that a reference asks for by its name. */
function langOf(tag: string): string | undefined {
  return /@(.*)$/.exec(tag)?.[1];
}
