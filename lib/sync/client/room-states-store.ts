import { roomStatesSchema, type RoomStates } from '@/lib/rooms/room-states'
import { onPoke } from './pokes'

/** What this page knows of a conference's rooms. */
export type HeldRoomStates = { states: RoomStates | null; /** The server answered last time: what is shown is how things stand. */ fresh: boolean }

type Entry = { held: HeldRoomStates; etag: string | null; listeners: Set<() => void>; stop: (() => void) | null; loading: boolean; again: boolean }

const TIMEOUT_MS = 10_000
export const nothingKnown: HeldRoomStates = { states: null, fresh: true }
const entries = new Map<string, Entry>()

export function heldRoomStates(slug: string): HeldRoomStates {
  return entries.get(slug)?.held ?? nothingKnown
}

/** Calls back when what is known changes; asks the server now and at every poke while anybody watches. @returns how to stop */
export function watchRoomStates(conference: { id: string; slug: string }, listener: () => void): () => void {
  const entry = entryOf(conference.slug)
  entry.listeners.add(listener)
  entry.stop ??= begin(conference, entry)
  return () => {
    entry.listeners.delete(listener)
    if (entry.listeners.size > 0) return
    entry.stop?.()
    entry.stop = null
  }
}

/** Asks again, as after a report of one's own. */
export function refreshRoomStates(slug: string): void {
  const entry = entries.get(slug)
  if (entry) void load(slug, entry)
}

function begin({ id, slug }: { id: string; slug: string }, entry: Entry): () => void {
  void load(slug, entry)
  return onPoke(`rooms:${id}`, () => void load(slug, entry))
}

function entryOf(slug: string): Entry {
  const known = entries.get(slug)
  if (known) return known
  const made: Entry = { held: nothingKnown, etag: null, listeners: new Set(), stop: null, loading: false, again: false }
  entries.set(slug, made)
  return made
}

async function load(slug: string, entry: Entry): Promise<void> {
  entry.again = entry.loading
  if (entry.loading) return
  entry.loading = true
  const fetched = await ask(slug, entry.etag)
  entry.loading = false
  if (fetched === 'failed') hold(entry, { ...entry.held, fresh: false })
  else if (fetched === 'unchanged') hold(entry, { ...entry.held, fresh: true })
  else {
    entry.etag = fetched.etag
    hold(entry, { states: fetched.states, fresh: true })
  }
  if (entry.again) void load(slug, entry)
}

async function ask(slug: string, etag: string | null): Promise<{ states: RoomStates; etag: string | null } | 'unchanged' | 'failed'> {
  try {
    const known: RequestInit = etag ? { headers: { 'if-none-match': etag } } : { cache: 'no-cache' }
    const response = await fetch(`/c/${slug}/room-states.json`, { ...known, signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (response.status === 304) return 'unchanged'
    const parsed = response.ok ? roomStatesSchema.safeParse(await response.json()) : null
    return parsed?.success ? { states: parsed.data, etag: response.headers.get('etag') } : 'failed'
  } catch {
    return 'failed'
  }
}

function hold(entry: Entry, held: HeldRoomStates): void {
  if (entry.held.states === held.states && entry.held.fresh === held.fresh) return
  entry.held = held
  for (const listener of entry.listeners) listener()
}
