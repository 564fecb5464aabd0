import type { FenceReading } from '../frontMatter/fence';
import { readFrontMatter } from '../frontMatter/read';
import type { YamlReader } from '../frontMatter/read';
import type { Entry, FrontMatter, Node } from '../frontMatter/tree';
import { fieldsOf, isOutdone } from '../frontMatter/tree';
import { Lines } from '../text';
import type { Range } from '../text';
import type { CodeTags } from './codeTags';
import { withFences } from './codeTags';
import { contents } from './lazy';
import { sectionsOf } from './sections';
import type { Block, Section } from './sections';
import type { Takeaways } from './takeaways';
import type { Talk } from './talks';

/** What a report must know of the generator that reads it. */
export interface Reader {
  /** Keys are compared without regard to case. */
  readonly foldsKeys: boolean;
  /** Where the front matter is, if the generator recognises one. */
  readFence(text: string): FenceReading;
  /** Reads a YAML header as the generator's reader does; missing where the general one will do. */
  readonly readYaml?: YamlReader;
  /** Its own tags around code, which Markdown does not know. */
  readonly codeTags?: CodeTags;
}

/** What is known of a report beside its text. */
export interface ReportOptions {
  /** Further headings of take-aways. */
  readonly takeawayHeadings?: readonly string[];
  /** Values of fields that the report itself lacks, by name as the generator compares names. */
  readonly inherited?: ReadonlyMap<string, Node> | undefined;
  /** Where the file's bytes are not UTF-8: the first replaced character; the host tells, as only it has the bytes. */
  readonly invalidUtf8?: Range | undefined;
}

/**
 * A Markdown file with front matter, read as one generator reads it. The front matter is read at once; what the body
 * holds is found when it is first asked for, and kept.
 */
export class Report {
  readonly lines: Lines;
  /** Null where the generator recognises no front matter, or none that ends. */
  readonly frontMatter: FrontMatter | null;
  readonly fields: readonly Entry[];
  /** Where the body starts. */
  readonly body: number;
  /** What was made of the report beside what stands here; see `Kept`. */
  readonly kept = new Map<object, unknown>();

  /** The field of each name that counts, as the generator compares names. */
  #named: Map<string, Entry> | undefined;
  #structure: { sections: Section[]; blocks: Block[] } | undefined;
  #takeaways: Takeaways | undefined;
  #talks: Talk[] | undefined;

  /**
   * @param text the whole file
   * @param path the file's path with forward slashes, from the site's root where there is one
   * @param fence where the front matter is; given where that is known already
   */
  constructor(
    readonly text: string,
    readonly path: string,
    readonly generator: Reader,
    readonly options: ReportOptions = {},
    readonly fence: FenceReading = generator.readFence(text),
  ) {
    this.lines = new Lines(text);
    this.frontMatter =
      this.fence.kind === 'closed' ? readFrontMatter(text, this.fence.fence, generator.readYaml) : null;
    this.fields = fieldsOf(this.frontMatter);
    this.body = this.fence.kind === 'closed' ? this.fence.fence.body : text.startsWith('\uFEFF') ? 1 : 0;
  }

  /**
   * The field of a name, as the generator compares names; of several with one name the last one counts, and before those
   * in small letters one with capitals where both are the same.
   */
  field(name: string): Entry | undefined {
    return (this.#named ??= this.#byName()).get(name);
  }

  #byName(): Map<string, Entry> {
    const fold = this.generator.foldsKeys;
    const named = new Map<string, Entry>();
    for (const entry of this.fields) {
      const { name } = entry.key;
      if (name !== null) {
        const folded = fold ? name.toLowerCase() : name;
        if (!fold || !isOutdone(entry, named.get(folded), folded)) {
          named.set(folded, entry);
        }
      }
    }
    return named;
  }

  /**
   * The value of a field: the report's own, else the one that its place in the site gives it.
   * @returns null for a field with nothing behind it; undefined where there is no such field
   */
  value(name: string): Node | null | undefined {
    const own = this.field(name);
    return own ? own.value : this.options.inherited?.get(name);
  }

  /** The front matter's text between its fences; empty where there is none. */
  get header(): string {
    return this.fence.kind === 'closed'
      ? this.text.slice(this.fence.fence.header.start, this.fence.fence.header.end)
      : '';
  }

  get sections(): readonly Section[] {
    return this.#read().sections;
  }

  get blocks(): readonly Block[] {
    return this.#read().blocks;
  }

  get takeaways(): Takeaways {
    return (this.#takeaways ??= contents().findTakeaways(
      this.sections,
      this.blocks,
      this.text,
      this.options.takeawayHeadings,
    ));
  }

  get emptyTakeawaySections(): readonly Section[] {
    return contents().emptyTakeawaySections(this.sections, this.options.takeawayHeadings);
  }

  get talks(): readonly Talk[] {
    return (this.#talks ??= contents().findTalks(this.sections, this.text));
  }

  /** The body with each block in its place; as long as the body. */
  #markdown(): string {
    const body = this.text.slice(this.body);
    const tags = this.generator.codeTags;
    return tags ? withFences(body, tags) : body;
  }

  #read(): { sections: Section[]; blocks: Block[] } {
    return (this.#structure ??= sectionsOf(this.lines, this.body, this.#markdown()));
  }
}

/** What is made of a report once, and kept with it: of thousands of reports a WeakMap costs more than what it keeps. */
export class Kept<T> {
  of(report: Report): T | undefined {
    // Nobody else keeps anything under this name.
    return report.kept.get(this) as T | undefined;
  }

  set(report: Report, value: T): void {
    report.kept.set(this, value);
  }
}

/** The file's name without its folder and extension. */
export function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
