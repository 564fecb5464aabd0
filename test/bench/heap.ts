import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const collect = (() => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

/** The bytes of the heap that are in use once the garbage is gone. */
export function heapInUse(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
