/** No more images than these are looked for. */
const MAX_IMAGES = 200;

/** The images of the report that is shown: where the host says that they may be loaded from. */
export class Images {
  #uri = '';
  readonly #addresses = new Map<string, string | null>();
  /** Counts the times that images came to be loaded from elsewhere. */
  #edition = 0;
  /** Those that the host is to be asked about. */
  readonly #unknown = new Set<string>();

  get edition(): number {
    return this.#edition;
  }

  /** Forgets the images of another report. */
  showReport(uri: string): void {
    if (uri !== this.#uri) {
      this.#uri = uri;
      this.#edition++;
      this.#addresses.clear();
    }
  }

  /**
   * Where an image is loaded from; null for one that is not, or not yet.
   * @param source its address in the note
   */
  addressOf(source: string): string | null {
    if (source !== '' && !this.#addresses.has(source) && this.#addresses.size < MAX_IMAGES) {
      this.#addresses.set(source, null);
      this.#unknown.add(source);
    }
    return this.#addresses.get(source) ?? null;
  }

  /** Those that were asked for since the last time. */
  takeUnknown(): string[] {
    const unknown = [...this.#unknown];
    this.#unknown.clear();
    return unknown;
  }

  /**
   * Takes what the host found.
   * @returns false where that changes nothing
   */
  found(uri: string, addresses: Readonly<Record<string, string | null>>): boolean {
    if (uri !== this.#uri) {
      return false;
    }
    const isNew = Object.entries(addresses).filter(
      ([source, address]) => this.#addresses.has(source) && this.#addresses.get(source) !== address,
    );
    this.#edition += isNew.length > 0 ? 1 : 0;
    isNew.forEach(([source, address]) => this.#addresses.set(source, address));
    return isNew.length > 0;
  }
}
