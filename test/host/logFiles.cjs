// @ts-check
// Writes VS Code's log files in the place of its native module, which needs a compiler and is not built here: without
// either the log of an extension stays empty. It is put where VS Code's server looks for that module.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

/** The levels as the native module numbers them. */
const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];
const INFO = 2;

class Logger {
  /**
   * @param {string} _type
   * @param {string} _name
   * @param {string} file
   */
  constructor(_type, _name, file) {
    this.file = file;
    this.level = INFO;
    this.isPlain = false;
    mkdirSync(dirname(file), { recursive: true });
  }

  /**
   * @param {number} level
   * @param {string} message
   */
  write(level, message) {
    if (level < this.level) {
      return;
    }
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    try {
      appendFileSync(this.file, this.isPlain ? message : `${time} [${LEVELS[level]}] ${message}\n`);
    } catch {
      // The folder of a server that is ending may be gone already; a log must not end what it tells of.
    }
  }

  /** @param {number} level */
  setLevel(level) {
    this.level = level;
  }
  getLevel() {
    return this.level;
  }
  clearFormatters() {
    this.isPlain = true;
  }
  // Each line is written at once, in the one pattern that VS Code asks for.
  setPattern() {}
  flush() {}
  drop() {}
}
['trace', 'debug', 'info', 'warn', 'error', 'critical'].forEach((name, level) => {
  Object.defineProperty(Logger.prototype, name, {
    /** @param {string} message */
    value(message) {
      this.write(level, message);
    },
  });
});

/**
 * @param {string} name
 * @param {string} file
 */
const createLogger = (name, file) => Promise.resolve(new Logger('rotating', name, file));

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
