/**
 * Only for modules that are to be evaluated on first use. The bundler puts the module into the bundle, or into a file
 * of its own beside it, and runs it at the first call; nothing is looked up at run time.
 */
declare function require(module: string): unknown;
