// Mixed work, as a writer and the tools around do it, for as long as wanted: at its end the extension must know what it would
// know after a fresh start, no file may be torn, and the heap must be back to where it was.
import * as vscode from 'vscode';
import { known, startAfresh } from './known';
import { until } from './wait';
import { closeAll, sampleUri } from './workspace';
import { same } from './written';

const FOLDER = 'jekyll/_posts/soak';
const MOVED = 'jekyll/_posts/soaked';
const COUNT = 60;
/** So many seconds in every run of the suite; `npm run test:soak` wants more. */
const SHORT = 20;

const seconds = vscode.workspace.getConfiguration('conferenceNotesTests').get<number>('soak', 0) || SHORT;
const count = seconds > SHORT ? 300 : COUNT;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const isTag = (tag: string) => tag.startsWith('soak ');
const isPath = (path: string) => path.includes('/soak');

/** Numbers that look random, and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A report of a branch: each branch has other tags and titles, and some that cannot be read. */
function text(branch: number, number: number): string {
  const title = (number + branch) % 13 === 0 ? 'A: b' : `Day ${String(number % 40)}`;
  const more = branch % 2 === 0 ? '' : 'layout: post\n';
  return `---\n${more}title: ${title}\ntags: [soak ${String(number % 5)}, soak b${String(branch)}]\n---\nText ${String(number)}.\n`;
}

const nameOf = (number: number) =>
  `2022-${String((number % 12) + 1).padStart(2, '0')}-01-soak${String(number)}.md`;

/** What may stand in a file after all: what a branch has, with tags renamed, and lines that were typed. */
const WHOLE =
  /^---\n(?:layout: post\n)?title: (?:A: b|Day \d+)\ntags: \[soak [a-z\d ]+(?:, soak [a-z\d ]+)*\]\n---\nText \d+\.\n(?:typed\n)*$/;

/** The work, one step at a time. */
class Work {
  readonly #random = numbers(7);
  folder = FOLDER;
  branch = 0;
  readonly done: Record<string, number> = {};

  uri(number: number): vscode.Uri {
    return sampleUri(`${this.folder}/${nameOf(number)}`);
  }

  /** Another program writes all files, or deletes some of them. */
  async switchBranch(): Promise<void> {
    this.branch++;
    const gone = this.branch % 3 === 0 ? count / 10 : 0;
    await Promise.all(
      Array.from({ length: count }, async (_, number) => {
        if (number < gone) {
          await vscode.workspace.fs.delete(this.uri(number)).then(undefined, () => undefined);
        } else {
          await vscode.workspace.fs.writeFile(this.uri(number), encoder.encode(text(this.branch, number)));
        }
      }),
    );
  }

  async edit(): Promise<void> {
    const uri = this.uri(count / 10 + this.#random((count * 9) / 10));
    await vscode.commands.executeCommand('vscode.open', uri);
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.toString() === uri.toString()) {
      const { document } = editor;
      await editor.edit((edit) => {
        edit.insert(document.lineAt(document.lineCount - 1).range.end, 'typed\n');
      });
      await document.save();
    }
  }

  async rename(): Promise<void> {
    const from = `soak ${String(this.#random(5))}`;
    const rename = (name: string, to: string) =>
      vscode.commands.executeCommand('conferenceNotes.renameTag', { taxonomy: 'tags', name, to });
    await rename(from, 'soak other name');
    await rename('soak other name', from);
  }

  async preview(): Promise<void> {
    await vscode.commands.executeCommand('vscode.open', this.uri(count - 1));
    await vscode.commands.executeCommand('conferenceNotes.openPreview');
  }

  async check(): Promise<void> {
    await vscode.commands.executeCommand('conferenceNotes.checkAllReports');
  }

  async moveFolder(): Promise<void> {
    const to = this.folder === FOLDER ? MOVED : FOLDER;
    await vscode.workspace.fs.rename(sampleUri(this.folder), sampleUri(to));
    this.folder = to;
  }

  async step(): Promise<void> {
    const steps = [
      'edit',
      'edit',
      'edit',
      'switchBranch',
      'rename',
      'preview',
      'moveFolder',
      'check',
    ] as const;
    const step = steps[this.#random(steps.length)] ?? 'edit';
    this.done[step] = (this.done[step] ?? 0) + 1;
    await this[step]();
    if (this.#random(4) === 0) {
      await closeAll();
    }
  }
}

/** The heap in use after a collection, in bytes; null in a host that does not tell. */
function heap(): number | null {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') {
    return null;
  }
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
  const collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

describe('mixed work', () => {
  after(async () => {
    await closeAll();
    for (const folder of [FOLDER, MOVED]) {
      await vscode.workspace.fs
        .delete(sampleUri(folder), { recursive: true })
        .then(undefined, () => undefined);
    }
  });

  it('leaves the extension with what it would know after a fresh start', async function () {
    this.timeout((seconds + 240) * 1000);
    const work = new Work();
    await work.switchBranch();
    // Everything has been in use once: what is loaded late counts as there from the start.
    await work.edit();
    await work.preview();
    await work.rename();
    await closeAll();
    await startAfresh();
    const before = heap();
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
      await work.step();
    }
    await closeAll();
    // The last branch as a whole: whatever was typed or renamed in the middle of a switch is gone with it.
    await until(
      async () => {
        const mixed = JSON.stringify(await known(isTag, isPath));
        await startAfresh();
        const fresh = JSON.stringify(await known(isTag, isPath));
        if (mixed !== fresh) {
          throw new Error(`${mixed.slice(0, 2000)} instead of ${fresh.slice(0, 2000)}`);
        }
        return true;
      },
      'all is known as after a fresh start',
      90_000,
    );
    const names = await vscode.workspace.fs.readDirectory(sampleUri(work.folder));
    const texts = await Promise.all(
      names.map(async ([name]) =>
        decoder.decode(await vscode.workspace.fs.readFile(sampleUri(`${work.folder}/${name}`))),
      ),
    );
    same(
      texts.filter((one) => !WHOLE.test(one)),
      [],
    );
    const now = heap();
    console.log(
      `Mixed work for ${String(seconds)} s: ${JSON.stringify(work.done)}, heap ${String(before)} → ${String(now)}`,
    );
    if (before !== null && now !== null) {
      same(now < before * 1.3, true);
    }
  });
});
