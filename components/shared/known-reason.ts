/** For what any door may refuse whoever asks, whatever it is that they ask for. */
export const refusalsOfAsker = ['UNAUTHENTICATED', 'BLOCKED', 'FORBIDDEN', 'RATE_LIMITED'] as const

/**
 * The one of the reasons with a sentence that this is. A server of another version, or an address, gives others.
 * @param reasons for which there is a message `<group>.<reason>`: one that has none does not compile
 * @returns `otherwise`, where it is none of them
 */
export function knownReason<Known extends string, Other extends string | null>(
  reasons: readonly Known[],
  reason: string,
  otherwise: Other,
): Known | Other {
  return reasons.find((known) => known === reason) ?? otherwise
}
