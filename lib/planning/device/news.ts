import { liveQuery } from 'dexie'
import type { KeptChanges } from '@/lib/program/device/kept'
import type { Opened } from '@/lib/sync/client/kind'
import type { Here } from '@/lib/sync/client/kind'
import { isEqual } from '@/lib/sync/client/store/fold'
import { askedChanges } from './asked-changes'
import { changesForMe, type SessionNews } from '../changes'
import type { ShownKnown, ShownPicks, ShownSeen } from './shown'

/** What of the plan decides what is news. */
export type PlanRead = { picks: ShownPicks; known: ShownKnown; seen: ShownSeen }

/** Slug → what changed for me there that I have not seen; absent: not asked for, or not read yet. */
export type ShownNews = ReadonlyMap<string, readonly SessionNews[]>

declare module '@/lib/sync/client/exchange/known-state' {
  interface Shown {
    news: ShownNews
  }
}

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
export function openNews({ store, tell }: Pick<Here, 'store' | 'tell'>): Opened {
  const kept = new Map<string, KeptChanges | undefined>()
  const subscriptions: { unsubscribe(): void }[] = []
  let plan: PlanRead | null = null
  let told: ShownNews = new Map()

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

  const stopAnswering = askedChanges.answer(watch)
  return {
    shown({ picks = new Map(), known = new Map(), seen = new Map() }) {
      plan = { picks, known, seen }
      tellNews()
    },
    stop() {
      stopAnswering()
      for (const subscription of subscriptions) subscription.unsubscribe()
    },
  }
}
