import { topicOf, type LiveDocument } from '../../live-document'
import { keepTrying } from '../exchange/keep-trying'
import { onPoke } from '../exchange/pokes'
import { runInRounds, type RunningRounds } from '../exchange/rounds'
import { withEngine } from '../store/local-state'
import { fetchNewer, type Answer } from './fetch-newer'
import { documentReader } from './document-reader'
import { keepingOf, type Keeping } from './kept-documents'

/** What this page knows of a document of a conference. */
export type HeldDocument<Value> = {
  /** Null: nothing yet. A good one is never replaced by a failure. */
  value: Value | null
  /** The last attempt to reach the server's failed: what is shown is as old as it is. */
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

type Conference = { id: string; slug: string }
type Work = () => void

type Ways<Value> = {
  /** Is it to replace what is held? */
  isWorthHolding?: (held: Value | null, fetched: Value) => boolean
  /** Where this device keeps it, if not with the other documents. */
  keeping?: Keeping<Value>
  /** Replaced only where a test is the wire. */
  wire?: { ask: (slug: string, etag: string | null) => Promise<Answer<Value>>; onPoke: typeof onPoke }
}

type Entry<Value> = {
  held: HeldDocument<Value>
  /** Of what is held. */
  etag: string | null
  listeners: Set<Work>
  asking: RunningRounds
  looking: boolean
  unwatch: Work | null
}

export type Followed<Value> = {
  nothing: HeldDocument<Value>
  /** What is held now; the same object until it changes. */
  held: (slug: string) => HeldDocument<Value>
  /** Calls back when what is held changes. @returns how to stop */
  listen: (slug: string, listener: Work) => Work
  /** Brings it, once a page: this device's own copy at once, the server's when it comes. */
  load: (slug: string) => void
  /** Asks the server again, if anybody listens. */
  refresh: (slug: string) => void
  /** Listens, and asks the server now and at every poke while anybody does. @returns how to stop */
  watch: (conference: Conference, listener: Work) => Work
}

const parts = ['value', 'failed', 'asOf', 'goneAt', 'looked'] as const

/** Follows a document of each conference whose screens are open. */
export function follow<Value>(document: LiveDocument<Value>, ways: Ways<Value> = {}): Followed<Value> {
  const nothing: HeldDocument<Value> = { value: null, failed: false, asOf: null, goneAt: null, looked: false }
  const wire = ways.wire ?? { ask: (slug, etag) => fetchNewer(document, slug, etag), onPoke }
  const keeping = ways.keeping ?? (document.isKept ? keepingOf(document, storeHere) : null)
  const entries = new Map<string, Entry<Value>>()

  function entryOf(slug: string): Entry<Value> {
    const known = entries.get(slug)
    if (known) return known
    const made: Entry<Value> = {
      held: nothing,
      etag: null,
      listeners: new Set(),
      asking: runInRounds(() => ask(slug, made)),
      looking: false,
      unwatch: null,
    }
    entries.set(slug, made)
    return made
  }

  function listen(slug: string, listener: Work): Work {
    const { listeners } = entryOf(slug)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  function load(slug: string): void {
    if (look(slug)) entryOf(slug).asking.ask()
  }

  function refresh(slug: string): void {
    const entry = entries.get(slug)
    if (entry && entry.listeners.size > 0) entry.asking.ask()
  }

  function watch(conference: Conference, listener: Work): Work {
    const entry = entryOf(conference.slug)
    const forget = listen(conference.slug, listener)
    entry.unwatch ??= beginWatching(conference, entry)
    return () => {
      forget()
      if (entry.listeners.size > 0) return
      entry.unwatch?.()
      entry.unwatch = null
    }
  }

  function beginWatching({ id, slug }: Conference, { asking }: Entry<Value>): Work {
    look(slug)
    asking.ask()
    return wire.onPoke(topicOf(document, id), asking.ask)
  }

  /** Shows what this device keeps, once a page. @returns whether it was the first time */
  function look(slug: string): boolean {
    const entry = entryOf(slug)
    if (entry.looking) return false
    entry.looking = true
    void showKept(slug, entry)
    return true
  }

  async function showKept(slug: string, entry: Entry<Value>): Promise<void> {
    // No store to be had (a private window): nothing is kept.
    const kept = keeping && (await readKept(document, keeping, slug).catch(() => null))
    // The server's may have been quicker.
    if (!kept || entry.held.value !== null) return hold(entry, { looked: true })
    entry.etag = kept.etag ?? null
    hold(entry, {
      value: kept.value,
      asOf: kept.keptAt ?? null,
      goneAt: entry.held.goneAt ?? kept.goneAt ?? null,
      looked: true,
    })
  }

  async function ask(slug: string, entry: Entry<Value>): Promise<'done'> {
    const fetched = await wire.ask(slug, entry.etag)
    const asOf = new Date().toISOString()
    if (fetched === null) hold(entry, { failed: true })
    else if (fetched === 'gone') hold(entry, { failed: true, goneAt: entry.held.goneAt ?? asOf })
    else if (fetched === 'unchanged') hold(entry, { failed: false, asOf, goneAt: null })
    else if (ways.isWorthHolding?.(entry.held.value, fetched.value) ?? true) {
      entry.etag = fetched.etag
      hold(entry, { value: fetched.value, failed: false, asOf, goneAt: null })
      // A full disk: what is shown is right all the same.
      keeping?.put(slug, fetched.value).catch(() => undefined)
    }
    // Pokes and polls ask again.
    return 'done'
  }

  function hold(entry: Entry<Value>, known: Partial<HeldDocument<Value>>): void {
    const [before, after] = [entry.held, { ...entry.held, ...known }]
    if (parts.every((part) => before[part] === after[part])) return
    entry.held = after
    for (const listener of entry.listeners) listener()
  }

  return { nothing, held: (slug) => entries.get(slug)?.held ?? nothing, listen, load, refresh, watch }
}

/** What is kept as this version reads it; null: nothing, or nothing that it can read. */
async function readKept<Value>(document: LiveDocument<Value>, keeping: Keeping<Value>, slug: string) {
  const [read, kept] = await Promise.all([keepTrying(documentReader), keeping.get(slug)])
  const value = kept ? read(document, kept.json) : null
  return kept && value !== null ? { ...kept, value } : null
}

async function storeHere() {
  return (await withEngine()).store()
}
