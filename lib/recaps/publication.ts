export type PublicationTimes = { slug: string; publishAt: Date; withdrawnAt: Date | null; createdAt: Date }

export type PublicationState<Row extends PublicationTimes = PublicationTimes> =
  | { state: 'draft' }
  /** Will be public at that instant, and never was. */
  | { state: 'scheduled'; at: Date; slug: string }
  | {
      state: 'published'
      current: Row
      firstAt: Date
      updatedAt: Date
      /** A newer text becomes public then. */ nextAt: Date | null
    }
  /** It was public; its address says that it is gone. */
  | { state: 'withdrawn' }

/** What the public sees of a recap at this instant. Nothing needs to run for a scheduled one to appear. */
export function publicationState<Row extends PublicationTimes>(rows: readonly Row[], now: Date): PublicationState<Row> {
  const read = rows.filter((row) => wasPublic(row, now)).sort(byTime)
  const waiting = rows.filter(({ publishAt, withdrawnAt }) => withdrawnAt === null && publishAt > now).sort(byTime)[0]
  const current = read.filter(({ withdrawnAt }) => withdrawnAt === null || withdrawnAt > now).at(-1)
  const [first] = read
  if (current && first)
    return {
      state: 'published',
      current,
      firstAt: first.publishAt,
      updatedAt: current.publishAt,
      nextAt: waiting?.publishAt ?? null,
    }
  if (first) return { state: 'withdrawn' }
  return waiting ? { state: 'scheduled', at: waiting.publishAt, slug: waiting.slug } : { state: 'draft' }
}

/**
 * The publication that everybody reads, or will once nothing waits any more; null: there is none. What is written after
 * it is not public yet.
 */
export function latestOf<Row extends PublicationTimes>(rows: readonly Row[], now: Date): Row | null {
  const open = rows.filter(({ withdrawnAt }) => withdrawnAt === null || withdrawnAt > now)
  return open.sort(byTime).at(-1) ?? null
}

/** What its address ends in, or ended in when it was last published or to be; null: it never was. */
export function lastSlugOf(rows: readonly PublicationTimes[], now: Date): string | null {
  const state = publicationState(rows, now)
  if (state.state === 'published') return state.current.slug
  const made = [...rows].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  return made.at(-1)?.slug ?? null
}

/** Could anybody ever read it? One withdrawn before its time never was public: its address may be used again. */
export function wasPublic({ publishAt, withdrawnAt }: PublicationTimes, now: Date): boolean {
  return publishAt <= now && (withdrawnAt === null || withdrawnAt > publishAt)
}

function byTime(a: PublicationTimes, b: PublicationTimes): number {
  return a.publishAt.getTime() - b.publishAt.getTime() || a.createdAt.getTime() - b.createdAt.getTime()
}

const GRACE = 60_000

/** Is this instant over, so that nothing can be published "then"? A minute of grace: the form took that to send. */
export function hasPassed(publishAt: string, now: Date): boolean {
  return new Date(publishAt).getTime() < now.getTime() - GRACE
}
