import { liveQuery } from 'dexie'
import { changesForMe, type SessionNews } from '@/lib/planning/changes'
import type { LocalState } from '../exchange/known-state'
import { isEqual, type ShownKnown, type ShownPicks, type ShownSeen } from '../store/shown'
import type { KeptChanges, PersonStore } from '../store/store'

/** What of the plan decides what is news. */
export type PlanRead = { picks: ShownPicks; known: ShownKnown; seen: ShownSeen }

/**
 * What of these changes is news to me: newer than the pick knew, and than the last that I have seen of the conference.
 */
export function newsIn(
  { conferenceId, changes }: Pick<KeptChanges, 'conferenceId' | 'changes'>,
  { picks, known, seen }: PlanRead,
): SessionNews[] {
  const [ofPicks, all] = [known.get(conferenceId), seen.get(conferenceId) ?? 0]
  return changesForMe(changes, picks.get(conferenceId) ?? new Map(), (sessionId) =>
    Math.max(all, ofPicks?.get(sessionId) ?? Number.MAX_SAFE_INTEGER),
  )
}

/**
 * Tells what changed for me, of the conferences that are asked for. The changes are read when they change, and not
 * whenever something is typed.
 */
export function openNews(store: PersonStore, tell: (told: Pick<LocalState, 'news'>) => void) {
  const kept = new Map<string, KeptChanges | undefined>()
  const subscriptions: { unsubscribe(): void }[] = []
  let plan: PlanRead | null = null
  let told: LocalState['news'] = new Map()

  function watch(slug: string): void {
    subscriptions.push(
      liveQuery(() => store.changes.get(slug)).subscribe({
        next: (row) => {
          kept.set(slug, row)
          tellNews()
        },
        // No store to be had: nothing is kept, and the rest of the screen says so.
        error: () => undefined,
      }),
    )
  }

  function planRead(read: PlanRead): void {
    plan = read
    tellNews()
  }

  function tellNews(): void {
    if (!plan || kept.size === 0) return
    const read = plan
    told = new Map(
      [...kept].map(([slug, row]) => {
        const [before, now] = [told.get(slug), row ? newsIn(row, read) : []]
        return [slug, before && isEqual(before, now) ? before : now]
      }),
    )
    tell({ news: told })
  }

  function stop(): void {
    for (const subscription of subscriptions) subscription.unsubscribe()
  }

  return { watch, planRead, stop }
}
