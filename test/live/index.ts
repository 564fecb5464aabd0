import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bytesOf, differences, ENGINES, forecastOf, pathOf, readCases, recordedFiles } from '../conformance';
import type { Case, Cases, Engine, Recorded } from '../conformance';
import type { Post, Run } from './engine';
import { runHugo } from './hugo';
import { runJekyll } from './jekyll';
import { KNOWN_DIFFERENCES } from './known';
import { buildSites } from './sites';
import { readSites, siteFiles } from '../sites';

/*
 * `npm run test:live`: runs the recorded posts through the Jekyll and the Hugo that are installed, and compares.
 *
 *   --ruby PROGRAM, --hugo PROGRAM   which ones
 *   --cases FILE                     other posts, in the form of test/fixtures/conformance
 *   --sites FILE                     whole sites instead, in the form of test/fixtures/sites, or `all` of those; then
 *                                    several programs may be named, with commas between them
 *   --forecast                       compare what we say of the posts, not what was recorded
 *   --record FILE                    write what the installed generators did
 */

const { values } = parseArgs({
  options: {
    ruby: { type: 'string', default: 'ruby' },
    hugo: { type: 'string', default: 'hugo' },
    cases: { type: 'string' },
    sites: { type: 'string' },
    record: { type: 'string' },
    forecast: { type: 'boolean', default: false },
  },
});

const files: readonly (readonly [string, Cases])[] = values.cases
  ? [[values.cases, readCases(values.cases)]]
  : recordedFiles();
let failed = 0;
let passed = 0;

/** The engine of the recordings whose version is the installed one; else the one that known differences tell of. */
function engineOf(
  generator: string,
  { versions }: Run,
): { name: string; engine: Engine; known: readonly string[] } | null {
  const version = versions[generator] ?? '';
  const exact = Object.entries(ENGINES).find(
    ([, engine]) => engine.generator === generator && engine.version === version,
  );
  const known = KNOWN_DIFFERENCES.find((other) => other.generator === generator && other.version === version);
  const name = known?.like ?? exact?.[0];
  const engine = name === undefined ? undefined : ENGINES[name];
  return name !== undefined && engine
    ? { name, engine: { ...engine, version }, known: known?.cases ?? [] }
    : null;
}

function postOf(recorded: Case, engine: Engine): Post {
  return {
    file: pathOf(recorded, engine),
    source: bytesOf(recorded).toString('base64'),
    files: recorded.files ?? {},
  };
}

/** In what two recorded runs differ. */
function changes(expected: Recorded, actual: Recorded): string[] {
  const all: [keyof Recorded, unknown, unknown][] = (
    ['outcome', 'title', 'date', 'tags', 'url', 'categories', 'excerpt', 'summary'] as const
  ).map((key) => [key, expected[key] ?? null, actual[key] ?? null]);
  return all.filter(([, a, b]) => JSON.stringify(a) !== JSON.stringify(b)).map(([key]) => key);
}

const runs = {
  jekyll: (now: string, posts: readonly Post[]) => runJekyll(values.ruby, now, posts),
  hugo: (now: string, posts: readonly Post[]) => runHugo(values.hugo, now, posts),
};

async function main(): Promise<void> {
  for (const [name, all] of files) {
    const recordings = new Map<Case, Record<string, Recorded>>(
      all.cases.map((each) => [each, { ...each.expected }]),
    );
    const engines: Record<string, string> = { ...all.engines };
    for (const [generator, run] of Object.entries(runs)) {
      const [first] = Object.values(ENGINES).filter((engine) => engine.generator === generator);
      if (!first) {
        continue;
      }
      const cases = all.cases.filter((each) => isFor(each, generator));
      const live = run(
        all.now,
        cases.map((each) => postOf(each, first)),
      );
      if (!live) {
        console.log(`${name}: no ${generator} is installed; left out`);
        continue;
      }
      const versions = Object.entries(live.versions).flat().join(' ');
      const found = engineOf(generator, live);
      if (!found) {
        console.log(`${name}: ${versions} is not among the recorded versions; left out`);
        continue;
      }
      engines[found.name] = versions;
      console.log(`${name}: ${versions}, ${String(cases.length)} posts, beside ${found.name}`);
      for (const [index, each] of cases.entries()) {
        const actual = live.recorded[index];
        if (!actual) {
          continue;
        }
        recordings.set(each, { ...recordings.get(each), [found.name]: actual });
        const expected = each.expected[found.name];
        if (!values.forecast && !expected) {
          continue;
        }
        const differing = values.forecast
          ? differences(actual, ...(await forecastOf(each, found.engine, all.now)))
          : expected
            ? changes(expected, actual)
            : [];
        if (differing.length === 0) {
          passed++;
        } else if (found.known.includes(each.id)) {
          console.log(`  known to differ: ${each.id}: ${differing.join(', ')}`);
        } else {
          failed++;
          console.log(`  ${each.id}: ${differing.join(', ')}`);
        }
      }
    }
    if (values.record !== undefined) {
      const cases = all.cases.map((each) => ({ ...each, expected: recordings.get(each) }));
      writeFileSync(values.record, `${JSON.stringify({ ...all, engines, cases }, null, 1)}\n`);
    }
  }
}

/** A post that lies in one generator's folders is no post for the other. */
function isFor({ file, files = {} }: Case, generator: string): boolean {
  const isHugo =
    file.startsWith('content/') || Object.keys(files).some((path) => /^(?:hugo|config)\./.test(path));
  const isJekyll = /(?:^|\/)_/.test(file) || '_config.yml' in files;
  return generator === 'jekyll' ? !isHugo : isHugo || !isJekyll;
}

/** Builds whole sites, with each of the programs. */
function mainOfSites(which: string): void {
  const programs = {
    ruby: values.ruby.split(','),
    hugo: values.hugo.split(','),
  };
  for (const [name, all] of which === 'all' ? siteFiles() : [[which, readSites(which)] as const]) {
    const { sites, built, differing } = buildSites(all, programs);
    console.log(`${name}: ${String(built)} builds${differing.map((each) => `\n  ${each}`).join('')}`);
    passed += built - differing.length;
    failed += differing.length;
    if (values.record !== undefined) {
      writeFileSync(values.record, `${JSON.stringify(sites, null, 1)}\n`);
    }
  }
}

async function all(): Promise<void> {
  if (values.sites === undefined) {
    await main();
  } else {
    mainOfSites(values.sites);
  }
}

void all().then(() => {
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
});
