/** The module that esbuild.mjs makes: it imports every test file. */
declare module 'integration-tests' {}
declare module 'mocha/mocha.js' {}
