import { run } from './run';

const { stdout, stderr } = process;

for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read has had enough, such as `head`; the exit code, and what `--fix` mends, stay the same.
    if (error.code !== 'EPIPE') {
      throw error;
    }
  });
}

void run(process.argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  terminal: stdout.isTTY,
  colour: stdout.isTTY && process.env['NO_COLOR'] === undefined,
  ...(stderr.isTTY ? { status: (line) => stderr.write(`\r\u001b[K${line}`) } : {}),
}).then((code) => {
  process.exitCode = code;
});
