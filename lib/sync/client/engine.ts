import { liveQuery } from 'dexie'
import type { DropPick, SetPick } from '@/lib/planning/schema'
import type { Mutation } from '../protocol'
import { keepInStep, type Stepper, type SyncStatus } from './keep-in-step'
import { knownViewer, onViewerChange } from './known-viewer'
import { makeId } from './make-id'
import { mergeGuest } from './merge-guest'
import { isWaiting, keepEqual, shownPicks, type OutboxEntry, type ShownPicks } from './outbox'
import { openStore, type KeptAgenda, type PersonStore } from './store'

export type Engine = {
  /** Resolves once the change is on this device. */
  setPick(conferenceId: string, pick: SetPick): Promise<void>
  dropPick(conferenceId: string, pick: DropPick): Promise<void>
  keepAgenda(kept: KeptAgenda): Promise<void>
  keptAgenda(slug: string): Promise<KeptAgenda | undefined>
  keptAgendas(): Promise<KeptAgenda[]>
}

/** What is told to the screens. */
type Told = Partial<SyncStatus & { ready: boolean; picks: ShownPicks; waiting: number; refused: readonly OutboxEntry[] }>

/** Opens the store of whoever is signed in, or the guest's, and again whenever that changes. Tells what is in it, and how it stands with the server. */
export function startEngine(tell: (told: Told) => void): Engine {
  let open = openFor(personHere(), tell)
  onViewerChange(() => {
    if (open.person === personHere()) return
    open.close()
    tell({ ready: false, picks: new Map(), waiting: 0, refused: [], online: true, signedOut: false })
    open = openFor(personHere(), tell)
  })
  const stamp = () => ({ id: makeId(), at: new Date().toISOString() })
  return {
    setPick: (conferenceId, args) => open.record(conferenceId, { ...stamp(), name: 'setPick', args }),
    dropPick: (conferenceId, args) => open.record(conferenceId, { ...stamp(), name: 'dropPick', args }),
    keepAgenda: async (kept) => void (await open.store.agendas.put(kept)),
    keptAgenda: (slug) => open.store.agendas.get(slug),
    keptAgendas: () => open.store.agendas.toArray(),
  }
}

function personHere(): string | null {
  return knownViewer()?.id ?? null
}

function openFor(person: string | null, tell: (told: Told) => void) {
  const store = openStore(person)
  const watching = watchStore(store, tell)
  let stepper: Stepper | null = null
  let closed = false
  if (person) void mergeGuest(store).finally(() => (stepper = closed ? null : keepInStep(store, person, tell)))

  async function record(conferenceId: string, mutation: Mutation): Promise<void> {
    await store.outbox.add({ conferenceId, mutation })
    stepper?.sync()
  }

  function close(): void {
    closed = true
    stepper?.stop()
    watching.unsubscribe()
    store.dexie.close()
  }

  return { person, store, record, close }
}

function watchStore(store: PersonStore, tell: (told: Told) => void) {
  let shown: ShownPicks = new Map()
  const read = () => store.dexie.transaction('r', store.picks, store.outbox, () => Promise.all([store.picks.toArray(), store.outbox.toArray()]))
  return liveQuery(read).subscribe({
    next: ([picks, entries]) => {
      shown = keepEqual(shown, shownPicks(picks, entries))
      tell({ ready: true, picks: shown, waiting: entries.filter(isWaiting).length, refused: entries.filter(({ refused }) => refused) })
    },
    // No store to be had (a private window, a full disk): nothing is kept, and the schedule can be read all the same.
    error: () => tell({ ready: true }),
  })
}
