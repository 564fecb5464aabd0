import Module from 'node:module';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

/*
 * Prints how many milliseconds the extension's bundle takes to load, and then to be activated, as JSON. The editor's API is
 * stood in for by something that does nothing: what the editor itself takes is not ours.
 */

/** Can be called, made, extended and asked for more of its kind, whatever the name. */
const anything: object = new Proxy(Object, {
  get: (target, name): unknown => {
    switch (name) {
      case 'prototype':
        return target.prototype;
      case Symbol.toPrimitive:
        return () => '';
      case 'then':
        // It can be awaited.
        return undefined;
      default:
        return anything;
    }
  },
  apply: () => anything,
  construct: (_target, _args, made) =>
    new Proxy(Reflect.construct(Object, [], made) as object, {
      get: (own, name): unknown => (name in own ? Reflect.get(own, name) : anything),
    }),
});

const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
const load = loader._load.bind(Module);
// The bundle copies what the module itself has, and finds the rest where the module has it from.
const editor = Object.create(anything) as object;
loader._load = (request, ...rest) => (request === 'vscode' ? editor : load(request, ...rest));

const file = resolve(process.argv[2] ?? 'dist/extension.js');
const start = performance.now();
const { activate } = load(file, null, false) as { activate: (context: unknown) => void };
const loaded = performance.now();
activate(anything);
const activated = performance.now();
console.log(JSON.stringify({ load: loaded - start, activation: activated - loaded }));
process.exit();
