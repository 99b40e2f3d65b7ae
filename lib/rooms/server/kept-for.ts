/**
 * Remembers what was loaded for a key, and loads it anew once that is so old. What fails is loaded again at the next
 * question.
 */
export function keptFor<Value, Context>(
  lastsMs: number,
  load: (key: string, context: Context) => Promise<Value>,
): (key: string, context: Context) => Promise<Value> {
  const kept = new Map<string, { value: Promise<Value>; loadedAtMs: number }>()

  return (key, context) => {
    const known = kept.get(key)
    if (known && Date.now() - known.loadedAtMs < lastsMs) return known.value
    dropOld()
    const value = load(key, context)
    kept.set(key, { value, loadedAtMs: Date.now() })
    value.catch(() => {
      if (kept.get(key)?.value === value) kept.delete(key)
    })
    return value
  }

  function dropOld(): void {
    for (const [key, { loadedAtMs }] of kept) if (Date.now() - loadedAtMs >= lastsMs) kept.delete(key)
  }
}
