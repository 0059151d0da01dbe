// Runs Azurite, which is named as the first argument. Goes behind store-changes.cjs, in one script.
process.umask(0o077);
const pidFile = process.env.CCHC_AZURITE_PID;
// Broken output pipes are swallowed, else an orphan's farewell line would kill it before it has flushed.
for (const pipe of [process.stdout, process.stderr]) pipe.on('error', () => {});
if (pidFile) {
  fs.writeFileSync(pidFile, String(process.pid));
  process.on('exit', () => fs.rmSync(pidFile, { force: true }));
}
const once = process.once;
process.once = (name, ...rest) => (name === 'SIGINT' ? process : once.call(process, name, ...rest));
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
process.stdin.on('error', () => {}).on('close', () => {
  if (!process.emit('SIGTERM')) process.exit();
  setTimeout(() => process.exit(1), 8000).unref();
}).resume();
require(process.argv[1]);
