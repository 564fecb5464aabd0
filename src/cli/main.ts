import { reasonOf } from './reasons';
import { run } from './run';

const { stdin, stdout, stderr } = process;

stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read has had enough, such as `head`; the exit code, and what is changed, stay the same.
  if (error.code !== 'EPIPE') {
    stderr.write(`The output cannot be written: ${reasonOf(error)}.\n`);
    // Between two files: none is half written.
    process.exit(2);
  }
});
stderr.on('error', () => {
  // There is nobody left to tell.
});

async function input(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stdin) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

void run(process.argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  terminal: stdout.isTTY,
  colour: stdout.isTTY && process.env['NO_COLOR'] === undefined,
  ...(stderr.isTTY ? { status: (line) => stderr.write(`\r\u001b[K${line}`) } : {}),
  input,
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    stderr.write(`This program has failed, which is a fault of the program: ${reasonOf(error)}.\n`);
    process.exitCode = 2;
  },
);
