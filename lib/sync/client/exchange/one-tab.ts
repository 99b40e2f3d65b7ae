/**
 * Does this work in one tab at a time, where the browser gives locks. Elsewhere (plain http, blocked data) two tabs may
 * do the same: the server takes once what it is sent twice.
 * @param name of the work: others of this name wait for it
 * @returns what the work gives. @throws what it throws
 */
export function inOneTab<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const locks: LockManager | undefined = navigator.locks
  if (!locks) return work()
  let begun: Promise<Value> | undefined
  // A browser that blocks the site's data refuses locks, too.
  return locks.request(name, () => (begun = work())).catch(() => begun ?? work())
}
