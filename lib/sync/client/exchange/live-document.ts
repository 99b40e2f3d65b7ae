import { onPoke } from './pokes'

/** What this page knows of one small document of a conference that changes by the minute. */
export type Held<Value> = {
  value: Value | null
  /** The server answered last time: what is shown is how things stand. */ fresh: boolean
}

type Definition<Value> = {
  /** The poke that says it is another: "rooms" for rooms:<id>. */
  topic: string
  /** Below /c/<slug>/. */
  name: string
  /** Null: not what it should be. */
  read: (json: unknown) => Promise<Value | null>
  /** Where this device keeps the last one for a dead network. */
  kept?: { get: (slug: string) => Promise<unknown>; put: (slug: string, value: Value) => Promise<void> }
}

type Conference = { id: string; slug: string }
type Entry<Value> = {
  held: Held<Value>
  etag: string | null
  listeners: Set<() => void>
  stop: (() => void) | null
  loading: boolean
  again: boolean
}

export type LiveDocument<Value> = {
  /** The same object until it changes. */
  held: (slug: string) => Held<Value>
  /**
   * Calls back when what is known changes; asks the server now and at every poke while anybody watches.
   * @returns how to stop
   */
  watch: (conference: Conference, listener: () => void) => () => void
  /** Asks again, as after a change of one's own. */
  refresh: (slug: string) => void
  nothing: Held<Value>
}

const TIMEOUT_MS = 10_000

/** A document of each conference that its screens follow while they are open. */
export function liveDocument<Value>({ topic, name, read, kept }: Definition<Value>): LiveDocument<Value> {
  const nothing: Held<Value> = { value: null, fresh: true }
  const entries = new Map<string, Entry<Value>>()

  function watch(conference: Conference, listener: () => void): () => void {
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

  function begin({ id, slug }: Conference, entry: Entry<Value>): () => void {
    void load(slug, entry)
    return onPoke(`${topic}:${id}`, () => void load(slug, entry))
  }

  function refresh(slug: string): void {
    const entry = entries.get(slug)
    if (entry) void load(slug, entry)
  }

  function entryOf(slug: string): Entry<Value> {
    const known = entries.get(slug)
    if (known) return known
    const made: Entry<Value> = {
      held: nothing,
      etag: null,
      listeners: new Set(),
      stop: null,
      loading: false,
      again: false,
    }
    entries.set(slug, made)
    void showKept(slug, made)
    return made
  }

  async function showKept(slug: string, entry: Entry<Value>): Promise<void> {
    // No store to be had (a private window): nothing is kept.
    const value = await kept
      ?.get(slug)
      .then(read)
      .catch(() => null)
    // The server's may have been quicker.
    if (value && entry.held.value === null) hold(entry, { ...entry.held, value })
  }

  async function load(slug: string, entry: Entry<Value>): Promise<void> {
    entry.again = entry.loading
    if (entry.loading) return
    entry.loading = true
    const fetched = await ask(slug, entry.etag)
    entry.loading = false
    if (fetched === 'failed') hold(entry, { ...entry.held, fresh: false })
    else if (fetched === 'unchanged') hold(entry, { ...entry.held, fresh: true })
    else {
      entry.etag = fetched.etag
      hold(entry, { value: fetched.value, fresh: true })
      // A full disk: what is shown is right all the same.
      kept?.put(slug, fetched.value).catch(() => undefined)
    }
    if (entry.again) void load(slug, entry)
  }

  async function ask(
    slug: string,
    etag: string | null,
  ): Promise<{ value: Value; etag: string | null } | 'unchanged' | 'failed'> {
    try {
      const known: RequestInit = etag ? { headers: { 'if-none-match': etag } } : { cache: 'no-cache' }
      const response = await fetch(`/c/${slug}/${name}`, { ...known, signal: AbortSignal.timeout(TIMEOUT_MS) })
      if (response.status === 304) return 'unchanged'
      const value = response.ok ? await read(await response.json()) : null
      return value === null ? 'failed' : { value, etag: response.headers.get('etag') }
    } catch {
      return 'failed'
    }
  }

  function hold(entry: Entry<Value>, held: Held<Value>): void {
    if (entry.held.value === held.value && entry.held.fresh === held.fresh) return
    entry.held = held
    for (const listener of entry.listeners) listener()
  }

  return { held: (slug) => entries.get(slug)?.held ?? nothing, watch, refresh, nothing }
}
