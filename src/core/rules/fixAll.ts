import { applyEdits } from '../text';
import type { Range, TextEdit } from '../text';
import type { Finding, Fix } from './rule';

/** How many times a text is checked anew: one fix may bring another finding to light. */
const MAX_ROUNDS = 20;

/**
 * Finds the edits that repair all that can be repaired without a look: the preferred fixes, and those that they bring to
 * light. A fix that moves a file is never among them.
 * @param check finds what is to be repaired in a text
 * @returns the smallest edits of `text`; none where nothing can be repaired
 */
export function fixAll(text: string, check: (text: string) => readonly Finding[]): TextEdit[] {
  const patch = new Patch(text);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = compatible(check(patch.text).flatMap((finding) => safeFix(finding) ?? []));
    const before = patch.text;
    patch.apply(edits);
    if (patch.text === before) {
      break;
    }
  }
  return patch.edits();
}

/** The fix of a finding that may be applied without a look. */
export function safeFix({ fixes }: Finding): Fix | undefined {
  return fixes.find(({ preferred, rename }) => preferred && rename === undefined);
}

/** The edits of as many fixes, in their order, as do not touch each other; each fix is taken as a whole or left. */
function compatible(fixes: readonly Fix[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { edits } of fixes) {
    if (edits.every((edit) => taken.every((other) => !touches(edit.range, other.range)))) {
      taken.push(...edits);
    }
  }
  return taken;
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** A stretch of the first text that is kept, or a new text. */
type Piece = Range | string;

/** A text and what was done to it. */
class Patch {
  #pieces: Piece[];
  #text: string;

  constructor(readonly original: string) {
    this.#pieces = [{ start: 0, end: original.length }];
    this.#text = original;
  }

  get text(): string {
    return this.#text;
  }

  /** Applies edits of the text as it is now. */
  apply(edits: readonly TextEdit[]): void {
    const pieces: Piece[] = [];
    let at = 0;
    for (const { range, newText } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
      pieces.push(...this.#slice(at, range.start), newText);
      at = range.end;
    }
    this.#pieces = [...pieces, ...this.#slice(at, this.#text.length)];
    this.#text = applyEdits(this.#text, edits);
  }

  /** What leads from the first text to the present one. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let newText = '';
    const flush = (end: number) => {
      if (end > at || newText !== '') {
        edits.push({ range: { start: at, end }, newText });
      }
      newText = '';
    };
    for (const piece of this.#pieces) {
      if (typeof piece === 'string') {
        newText += piece;
      } else if (piece.end > piece.start) {
        flush(piece.start);
        at = piece.end;
      }
    }
    flush(this.original.length);
    return edits;
  }

  /** The pieces of a stretch of the present text. */
  #slice(start: number, end: number): Piece[] {
    const found: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, length);
      if (from < to) {
        found.push(
          typeof piece === 'string'
            ? piece.slice(from, to)
            : { start: piece.start + from, end: piece.start + to },
        );
      }
      at += length;
    }
    return found;
  }
}
