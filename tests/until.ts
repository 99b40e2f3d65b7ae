/** Asks until it is so; the test's own deadline ends it. */
export async function until<T>(look: () => Promise<T>, isSo: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look()
    await new Promise(setImmediate)
    if (isSo(seen)) return seen
  }
}
