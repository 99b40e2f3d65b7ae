/** A part as a pair names it. */
export type PairedPart = { id: string; name: string; /** What tells it from others of its name. */ more?: string }

export const likenesses = ['same-company', 'same-session', 'other-source'] as const
/** Why two speakers may be one, besides their name. */
export type Likeness = (typeof likenesses)[number]

/** Two parts that may be one: first the one that would stay. */
export type LikelyPair = { parts: [PairedPart, PairedPart]; why: Likeness[] }

/**
 * Pairs of rooms, or tracks, each once.
 * @param alike of mayBeOne
 * @returns first the one with more sessions
 */
export function pairsOf<Part extends PairedPart & { sessions: number }>(
  alike: ReadonlyMap<string, readonly Part[]>,
  parts: readonly Part[],
): LikelyPair[] {
  return parts.flatMap((part) =>
    (alike.get(part.id) ?? [])
      .filter((other) => part.id < other.id)
      .map((other): LikelyPair => {
        const [one, two] = other.sessions > part.sessions ? [other, part] : [part, other]
        return { parts: [pairedPart(one), pairedPart(two)], why: [] }
      }),
  )
}

/** The pairs of which nobody has said anything, and those of which somebody said that they are two. */
export function partAnswered(
  pairs: readonly LikelyPair[],
  said: readonly { oneId: string; otherId: string }[],
): { open: LikelyPair[]; two: LikelyPair[] } {
  const answered = new Set(said.flatMap(({ oneId, otherId }) => [`${oneId} ${otherId}`, `${otherId} ${oneId}`]))
  const isTwo = ({ parts: [one, other] }: LikelyPair) => answered.has(`${one.id} ${other.id}`)
  return { open: pairs.filter((pair) => !isTwo(pair)), two: pairs.filter(isTwo) }
}

export function pairedPart({ id, name, more }: PairedPart): PairedPart {
  return more ? { id, name, more } : { id, name }
}
