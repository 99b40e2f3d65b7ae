import { topicOf, type LiveDocument } from '../../live-document'
import { keepTrying } from '../exchange/keep-trying'
import { lastTold, onPoke } from '../exchange/pokes'
import { runInRounds, type RoundOutcome, type RunningRounds } from '../exchange/rounds'
import { withEngine } from '../store/local-state'
import { fetchNewer, type Answer } from './fetch-newer'
import { documentReader } from './document-reader'
import { forAMoment, keepingOf, type Keeping, type Said } from './kept-documents'
import { isMarkedKept, isRecent, markKept } from './trust'

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
  wire?: {
    ask: (slug: string, etag: string | null) => Promise<Answer<Value>>
    onPoke: typeof onPoke
    lastTold: typeof lastTold
  }
}

type Entry<Value> = {
  held: HeldDocument<Value>
  /** Of what is held. */
  etag: string | null
  listeners: Set<Work>
  /** How its topic stands, as this page heard it last, and as it stood when what is held was asked for. */
  heard: number | null
  version: number | null
  asking: RunningRounds
  /** This device's own copy is looked for, or was. */ looking: Promise<void> | null
  unwatch: Work | null
}

export type Followed<Value> = {
  nothing: HeldDocument<Value>
  /** What is held now; the same object until it changes. */
  held: (slug: string) => HeldDocument<Value>
  /** Calls back when what is held changes. @returns how to stop */
  listen: (slug: string, listener: Work) => Work
  /** Brings it, once a page: this device's own copy at once, the server's where that is not of a moment ago. */
  load: (slug: string) => void
  /** Brings it, and waits until it is here. @returns null: neither this device nor the server has it to give */
  brought: (slug: string) => Promise<Value | null>
  /** This device's own copy, if it is looked for, is there or is known not to be. */
  looked: (slug: string) => Promise<void>
  /** Asks the server again, if anybody listens. */
  refresh: (slug: string) => void
  /** The same while anybody listens, and asks the server at every poke of another one. @returns how to stop */
  watch: (conference: Conference, listener: Work) => Work
}

const parts = ['value', 'failed', 'asOf', 'goneAt', 'looked'] as const

/** Follows a document of each conference whose screens are open. */
export function follow<Value>(document: LiveDocument<Value>, ways: Ways<Value> = {}): Followed<Value> {
  const nothing: HeldDocument<Value> = { value: null, failed: false, asOf: null, goneAt: null, looked: false }
  const wire = ways.wire ?? { ask: (slug, etag) => fetchNewer(document, slug, etag), onPoke, lastTold }
  const kept = ways.keeping ?? keepingOf(document, storeHere)
  const keeping = document.isKept ? kept : forAMoment(kept)
  const entries = new Map<string, Entry<Value>>()

  function entryOf(slug: string): Entry<Value> {
    const known = entries.get(slug)
    if (known) return known
    const made: Entry<Value> = {
      held: nothing,
      etag: null,
      listeners: new Set(),
      heard: null,
      version: null,
      asking: runInRounds(() => ask(slug, made)),
      looking: null,
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
    const entry = entryOf(slug)
    if (!entry.looking) bring(slug, entry)
  }

  function brought(slug: string): Promise<Value | null> {
    return new Promise((done) => {
      const hear = () => {
        const { value, failed, looked: isLooked } = entryOf(slug).held
        if (value === null && !(failed && isLooked)) return
        forget()
        done(value)
      }
      const forget = listen(slug, hear)
      load(slug)
      hear()
    })
  }

  /** What is likely here is looked for first: it says whether the server is to be asked, and for what. */
  function bring(slug: string, entry: Entry<Value>): void {
    const looking = look(slug, entry)
    const { heard } = entry
    const isNow = () => isTrusted(entry.held) && (heard === null || heard === entry.version)
    if (isMarkedKept(document, slug)) void looking.then(() => isNow() || entry.asking.ask())
    else entry.asking.ask()
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

  function beginWatching({ id, slug }: Conference, entry: Entry<Value>): Work {
    const topic = topicOf(document, id)
    // Said of what is asked for now: kept without a version, the next page would ask for it again.
    entry.heard ??= wire.lastTold(topic)
    bring(slug, entry)
    return wire.onPoke(topic, (version) => {
      entry.heard = version
      void looked(slug).then(() => {
        // Where it could not be asked for, that it can be now is news.
        if (version === null || version !== entry.version || entry.held.failed) entry.asking.ask()
      })
    })
  }

  /** Shows what this device keeps, once a page. */
  function look(slug: string, entry: Entry<Value>): Promise<void> {
    entry.looking ??= showKept(slug, entry)
    return entry.looking
  }

  async function looked(slug: string): Promise<void> {
    await entries.get(slug)?.looking
  }

  async function showKept(slug: string, entry: Entry<Value>): Promise<void> {
    // No store to be had (a private window): nothing is kept.
    const kept = await readKept(document, keeping, slug).catch(() => null)
    // The server's may have been quicker.
    if (!kept || entry.held.value !== null) return hold(entry, { looked: true })
    entry.etag = kept.etag ?? null
    entry.version = kept.version ?? null
    hold(entry, {
      value: kept.value,
      asOf: kept.keptAt ?? null,
      goneAt: entry.held.goneAt ?? kept.goneAt ?? null,
      looked: true,
    })
  }

  async function ask(slug: string, entry: Entry<Value>): Promise<RoundOutcome> {
    const { heard: version } = entry
    const fetched = await wire.ask(slug, entry.etag)
    const keptAt = new Date().toISOString()
    if (fetched === null) hold(entry, { failed: true })
    else if (fetched === 'gone') hold(entry, { failed: true, goneAt: entry.held.goneAt ?? keptAt })
    else if (fetched === 'unchanged') {
      stand(entry, { etag: entry.etag, keptAt, version }, {})
      keep(slug, () => keeping.confirm(slug, { etag: entry.etag, keptAt, version }))
    } else if (ways.isWorthHolding?.(entry.held.value, fetched.value) ?? true) {
      const said = { etag: fetched.etag, keptAt, version }
      stand(entry, said, { value: fetched.value })
      keep(slug, () => keeping.put(slug, fetched.value, said))
    }
    // Pokes and polls ask again; but nobody tells twice of one that could not be fetched.
    const isMissed = fetched === null && entry.unwatch !== null && version !== entry.version
    return isMissed ? 'failed' : 'done'
  }

  function stand(entry: Entry<Value>, { etag, keptAt, version }: Said, known: { value?: Value }): void {
    entry.etag = etag
    entry.version = version
    hold(entry, { ...known, failed: false, asOf: keptAt, goneAt: null })
  }

  /** A full disk: what is shown is right all the same. */
  function keep(slug: string, keeps: () => Promise<void>): void {
    void keeps().then(
      () => markKept(document, slug),
      () => undefined,
    )
  }

  function hold(entry: Entry<Value>, known: Partial<HeldDocument<Value>>): void {
    const [before, after] = [entry.held, { ...entry.held, ...known }]
    if (parts.every((part) => before[part] === after[part])) return
    entry.held = after
    for (const listener of entry.listeners) listener()
  }

  return { nothing, held: (slug) => entries.get(slug)?.held ?? nothing, listen, load, brought, looked, refresh, watch }
}

function isTrusted({ asOf, goneAt }: HeldDocument<unknown>): boolean {
  return goneAt === null && isRecent(asOf)
}

/** What is kept as this version reads it; null: nothing, or nothing that it can read. */
async function readKept<Value>(document: LiveDocument<Value>, keeping: Keeping<Value>, slug: string) {
  const [{ read }, kept] = await Promise.all([keepTrying(documentReader), keeping.get(slug)])
  const value = kept ? read(document, kept.json) : null
  return kept && value !== null ? { ...kept, value } : null
}

async function storeHere() {
  return (await withEngine()).store()
}
