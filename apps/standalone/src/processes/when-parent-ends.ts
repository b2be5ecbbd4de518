const EVERY_MS = 500;

/** Calls back once the process that started us is gone, however it went. Does not keep us alive. */
export function whenParentEnds(callback: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    callback();
  }, EVERY_MS);
  watch.unref();
}
