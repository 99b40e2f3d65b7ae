import type { Agenda } from '@/lib/program/agenda'
import { fetchAgenda } from './fetch-agenda'
import { isWorthKeeping } from './keep-agenda'
import { keepTrying } from '../exchange/keep-trying'
import { withEngine } from '../store/local-state'

/** What this page holds of a conference's whole agenda. */
export type HeldAgenda = {
  /** Null: nothing yet. A good one is never replaced by a failure. */
  agenda: Agenda | null
  /** The last attempt to reach the server's failed. */
  failed: boolean
  /** When the server last said that it stands so (ISO); null: not known. */
  asOf: string | null
  /**
   * Since when the server is known not to have it any more, or not to show it (ISO); null: it does, as far as is known.
   */
  goneAt: string | null
  /** This device's own store was looked into: what is not held now is not kept here. */
  looked: boolean
}

type Entry = {
  held: HeldAgenda
  /** Of what is held. */
  etag: string | null
  /** The newest version that the page itself came with. */
  shownVersion: number
  listeners: Set<() => void>
  begun: boolean
  loading: boolean
  again: boolean
}

export const nothingHeld: HeldAgenda = { agenda: null, failed: false, asOf: null, goneAt: null, looked: false }

const entries = new Map<string, Entry>()

/** What is held now; the same object until it changes. */
export function heldAgenda(slug: string): HeldAgenda {
  return entries.get(slug)?.held ?? nothingHeld
}

/**
 * Calls back when what is held changes.
 * @param shownVersion what the screen shows already, if anything
 * @returns how to stop
 */
export function watchAgenda(slug: string, listener: () => void, shownVersion = -1): () => void {
  const entry = entryOf(slug)
  entry.shownVersion = Math.max(entry.shownVersion, shownVersion)
  entry.listeners.add(listener)
  return () => entry.listeners.delete(listener)
}

/** Brings the whole agenda, once a page: this device's own copy at once, the server's when it comes. */
export function loadAgenda(slug: string): void {
  const entry = entryOf(slug)
  if (entry.begun) return
  entry.begun = true
  void showKept(slug, entry)
  void fetchNew(slug, entry)
}

/** Asks the server again, if anybody looks. @param version how the agenda stands there; null: not known */
export function refreshAgenda(slug: string, version: number | null): void {
  const entry = entries.get(slug)
  if (!entry || entry.listeners.size === 0) return
  const known = Math.max(entry.shownVersion, entry.held.agenda?.conference.version ?? -1)
  if (version === null || version > known) void fetchNew(slug, entry)
}

function entryOf(slug: string): Entry {
  const known = entries.get(slug)
  if (known) return known
  const entry: Entry = {
    held: nothingHeld,
    etag: null,
    shownVersion: -1,
    listeners: new Set(),
    begun: false,
    loading: false,
    again: false,
  }
  entries.set(slug, entry)
  return entry
}

async function showKept(slug: string, entry: Entry): Promise<void> {
  // No store to be had (a private window): nothing is kept.
  const { kept, agenda } = await readKept(slug).catch(() => ({ kept: undefined, agenda: null }))
  // The server's may have been quicker.
  if (!kept || !agenda || entry.held.agenda) return hold(entry, { ...entry.held, looked: true })
  entry.etag = kept.etag
  hold(entry, {
    ...entry.held,
    agenda,
    asOf: kept.keptAt ?? null,
    goneAt: entry.held.goneAt ?? kept.goneAt ?? null,
    looked: true,
  })
}

async function readKept(slug: string) {
  const [{ readAgenda }, engine] = await Promise.all([keepTrying(() => import('../notes/readers')), withEngine()])
  const kept = await engine.store().agendas.get(slug)
  return { kept, agenda: kept ? readAgenda(kept.agenda) : null }
}

async function fetchNew(slug: string, entry: Entry): Promise<void> {
  entry.again = entry.loading
  if (entry.loading) return
  entry.loading = true
  const fetched = await fetchAgenda(slug, entry.etag)
  entry.loading = false
  const asOf = new Date().toISOString()
  if (fetched === null) hold(entry, { ...entry.held, failed: true })
  else if (fetched === 'gone') hold(entry, { ...entry.held, failed: true, goneAt: entry.held.goneAt ?? asOf })
  else if (fetched === 'unchanged') hold(entry, { ...entry.held, failed: false, asOf, goneAt: null })
  else if (isWorthKeeping(entry.held.agenda, fetched.agenda)) {
    entry.etag = fetched.etag
    hold(entry, { ...entry.held, agenda: fetched.agenda, failed: false, asOf, goneAt: null })
    void import('./keep-conference').then(({ keepConference }) =>
      keepConference(slug, fetched.agenda.conference.version),
    )
  }
  if (entry.again) void fetchNew(slug, entry)
}

function hold(entry: Entry, held: HeldAgenda): void {
  const [before, after] = [entry.held, held]
  if (
    before.agenda === after.agenda &&
    before.failed === after.failed &&
    before.asOf === after.asOf &&
    before.goneAt === after.goneAt &&
    before.looked === after.looked
  )
    return
  entry.held = held
  for (const listener of entry.listeners) listener()
}
