/** What `ask` gave, asked again when that is older. */
export function askedAgainAfter<Value>(ms: number, ask: () => Promise<Value>): () => Promise<Value> {
  let kept: { value: Promise<Value>; askedAtMs: number } | null = null
  return () => {
    if (!kept || Date.now() - kept.askedAtMs > ms) kept = { value: ask(), askedAtMs: Date.now() }
    return kept.value
  }
}
