import { generic } from './generic';
import type { Generator, GeneratorName } from './generator';
import { hugo } from './hugo';
import { jekyll } from './jekyll';

/** The known generators; a new one is one folder and one line here. */
export const generators: Readonly<Record<GeneratorName, Generator>> = { jekyll, hugo, generic };
