import type { Logger } from 'pino'
import type { PrismaClient } from '@/generated/prisma/client'
import type { ServedDocument } from '@/lib/feeds/document'
import { AppError } from '@/lib/platform/errors'
import type { Conferences } from './conferences'
import { forOtherSites, live, type DocumentSource } from './document-source'
import { represent, type Representation } from './representation'

type Options = {
  db: PrismaClient
  conferences: Conferences
  log: Logger
  now: () => Date
  documents: readonly ServedDocument[]
}
type Entry = {
  /** By the document's names. */
  forms: Promise<readonly Representation[]> | null
  /** When what is held was asked of the database. */
  readAtMs: number
  /** The document's ETag as it was last told. */
  told: string
  version: number
  askedAtMs: number
  timer: NodeJS.Timeout | null
}

/** Calls back when a topic stands otherwise than before in a conference. */
type Listener = (topic: string, conferenceId: string, version: number) => void

export type NowDocuments = {
  sources: readonly DocumentSource[]
  topics: readonly string[]
  /** How the topic stood when it last changed: a time in milliseconds, which only grows. */
  versionOf(topic: string, conferenceId: string): number
  onChange(listener: Listener): void
  close(): void
}

// Fifty stewards tapping at once are one reading of the database, and one poke: soon after the first, and then once a
// second.
const GATHER_MS = 200
const APART_MS = 1_000
// Slots end and reports grow old without a word, and a notification may be lost.
const SWEEP_MS = 15_000
// A screen that only listens asks for nothing all day while nothing changes.
const IDLE_MS = 12 * 3_600_000

/**
 * Keeps what changes without the programme, of every conference that somebody looks at, as few readings of the database
 * as the changes need; whoever listens is told when it is another.
 */
export function openNowDocuments({ documents, ...options }: Options): NowDocuments {
  const listeners = new Set<Listener>()
  const followed = documents.map((served) => followDocument(served, options, tell))
  const sweep = setInterval(() => followed.forEach((one) => one.sweep()), SWEEP_MS)

  function tell(...change: Parameters<Listener>): void {
    for (const listener of listeners) listener(...change)
  }

  return {
    sources: followed.flatMap(({ sources }) => sources),
    topics: followed.map(({ topic }) => topic),
    versionOf: (topic, id) => followed.find((one) => one.topic === topic)?.versionOf(id) ?? 0,
    onChange: (listener) => void listeners.add(listener),
    close() {
      clearInterval(sweep)
      for (const one of followed) one.close()
    },
  }
}

function followDocument(
  { document: { name, topic }, names, isForOtherSites, render }: ServedDocument,
  { db, conferences, log, now }: Omit<Options, 'documents'>,
  tell: Listener,
) {
  const entries = new Map<string, Entry>()
  conferences.onWord(topic, gather)

  const sources = names.map((path, form): DocumentSource => ({
    path,
    headers: isForOtherSites ? { ...live, ...forOtherSites } : live,
    retryAfterS: 5,
    async get({ conference: { id } }) {
      const entry = entryOf(id)
      entry.askedAtMs = Date.now()
      return formOf(await (entry.forms ?? read(id, entry)), form)
    },
  }))

  function entryOf(id: string): Entry {
    const known = entries.get(id)
    if (known) return known
    const made: Entry = {
      forms: null,
      readAtMs: 0,
      told: '',
      version: Date.now(),
      askedAtMs: Date.now(),
      timer: null,
    }
    entries.set(id, made)
    return made
  }

  /** Reads a moment after the first of many changes; nothing, where nobody looks. */
  function gather(id: string): void {
    const entry = entries.get(id)
    if (!entry || entry.timer) return
    entry.timer = setTimeout(
      () => {
        entry.timer = null
        void refresh(id, entry)
      },
      Math.max(GATHER_MS, entry.readAtMs + APART_MS - Date.now()),
    )
  }

  async function refresh(id: string, entry: Entry): Promise<void> {
    try {
      const [variant] = formOf(await read(id, entry), 0).variants.slice(-1)
      if (!variant || variant.etag === entry.told) return
      entry.told = variant.etag
      entry.version = Math.max(entry.version + 1, Date.now())
      tell(topic, id, entry.version)
    } catch (error) {
      // The sweep asks again.
      log.error({ err: error, document: name }, 'A document could not be rendered')
    }
  }

  function read(id: string, entry: Entry): Promise<readonly Representation[]> {
    const forms = load(id)
    const before = entry.forms
    entry.forms = forms
    entry.readAtMs = Date.now()
    forms.catch(() => {
      if (entry.forms === forms) entry.forms = before
    })
    return forms
  }

  async function load(conferenceId: string): Promise<readonly Representation[]> {
    const texts = (await render({ db, conferenceId, now: now() })) ?? []
    return Promise.all(texts.map((text) => represent(Buffer.from(text), 'application/json; charset=utf-8')))
  }

  function sweep(): void {
    for (const [id, entry] of entries) {
      if (Date.now() - entry.askedAtMs > IDLE_MS) entries.delete(id)
      else if (Date.now() - entry.readAtMs > SWEEP_MS) gather(id)
    }
  }

  function close(): void {
    for (const { timer } of entries.values()) if (timer) clearTimeout(timer)
  }

  return { topic, sources, versionOf: (id: string) => entryOf(id).version, sweep, close }
}

function formOf(forms: readonly Representation[], index: number): Representation {
  const form = forms[index]
  if (!form) throw new AppError('NOT_FOUND')
  return form
}
