import { benchBundles } from './bundles';
import { benchCommandLine } from './commandLine';
import { benchHostile } from './hostile';
import { benchParsing, benchRendering } from './parse';
import { benchPreview } from './preview';
import { benchRename } from './rename';
import { failures } from './row';
import { benchTags } from './tags';
import { benchSpelling } from './spelling';
import { benchIndex } from './workspaceIndex';

/*
 * `npm run bench [-- PART…]`: the performance budget. Times are told; only ratios and sizes can fail.
 */

const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  parse: benchParsing,
  render: benchRendering,
  bundles: benchBundles,
  cli: benchCommandLine,
  hostile: benchHostile,
  tags: benchTags,
  spelling: benchSpelling,
  rename: benchRename,
  index: benchIndex,
  preview: benchPreview,
};

const wanted = process.argv.slice(2);

async function run(): Promise<void> {
  for (const [name, bench] of Object.entries(PARTS)) {
    if (wanted.length === 0 || wanted.includes(name)) {
      await bench();
    }
  }
  console.log(failures() > 0 ? `\n${String(failures())} over budget` : '\nAll within budget');
  process.exitCode = failures() > 0 ? 1 : 0;
}

void run();
