import Module from 'node:module';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

/*
 * Prints how many milliseconds the extension's bundle takes to load, with an empty stand-in for the editor's API: what
 * the editor itself takes is not ours.
 */
/** What the modules of the bundle touch of the editor's API before they are called. */
const names = ['CodeActionKind', 'CompletionItemKind', 'DiagnosticSeverity', 'Disposable', 'EventEmitter'];
const editor = Object.fromEntries(names.map((name) => [name, Object]));
const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
const load = loader._load.bind(Module);
loader._load = (request, ...rest) => (request === 'vscode' ? editor : load(request, ...rest));

const file = resolve(process.argv[2] ?? 'dist/extension.js');
const start = performance.now();
load(file, null, false);
console.log((performance.now() - start).toFixed(2));
