/* Loaded before a program, with `--require`: tells at its end how much memory it had at the most, in kilobytes. */
process.on('exit', () => {
  process.stderr.write(`memory ${String(process.resourceUsage().maxRSS)}\n`);
});
