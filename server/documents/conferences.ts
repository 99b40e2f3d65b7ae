import type { Logger } from 'pino'
import { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { documentFields, type DocumentConference } from '@/lib/feeds/document'
import { listen } from '../jobs/notifications'

const select = { ...documentFields, visibility: true } as const

/** A conference as documents, pages and live topics need it, without its programme. */
export type KnownConference = DocumentConference & { visibility: 'private' | 'public' }

/**
 * Something moved. A conference without a version is gone, or no longer for everyone: whoever listens must ask again.
 */
export type Move =
  | { kind: 'conference'; id: string; version: number | null }
  | { kind: 'person' | 'draft'; id: string; version: number }

const messageSchema = z.union([
  z.object({ conference: z.uuid() }).transform(({ conference: id }) => ({ kind: 'conference' as const, id })),
  z
    .object({ person: z.uuid(), version: z.number() })
    .transform(({ person: id, version }) => ({ kind: 'person' as const, id, version })),
  z.object({ rights: z.uuid() }).transform(({ rights: id }) => ({ kind: 'rights' as const, id })),
  z
    .object({ draft: z.uuid(), version: z.number() })
    .transform(({ draft: id, version }) => ({ kind: 'draft' as const, id, version })),
  // What changes in a conference without its programme, by its topic.
  z.record(z.string(), z.uuid()).transform((words) => ({ kind: 'words' as const, words: Object.entries(words) })),
])
const POLL_MS = 30_000

/**
 * The newest versions of all conferences that were not deleted in memory, kept right by Postgres's notifications and,
 * should those fail, by asking.
 */
export class Conferences {
  private readonly byId = new Map<string, KnownConference>()
  private bySlug = new Map<string, KnownConference>()
  private readonly listeners = new Set<(move: Move) => void>()
  private readonly wordListeners = new Set<{ topic: string; listener: (conferenceId: string) => void }>()
  private readonly rightsListeners = new Set<(personId: string | null) => void>()
  private readonly shownListeners = new Set<(conferenceId: string) => void>()
  private readonly wanted = new Set<string>()
  private everythingWanted = false
  private listening = false
  private reading: Promise<void> | undefined
  private stopListening: (() => Promise<void>) | undefined
  private poll: NodeJS.Timeout | undefined

  private constructor(
    private readonly db: PrismaClient,
    private readonly log: Logger,
  ) {}

  /**
   * Reads all conferences and begins to listen.
   * @throws {Error} when the database cannot be read
   */
  static async open({ db, url, log }: { db: PrismaClient; url: string; log: Logger }): Promise<Conferences> {
    const conferences = new Conferences(db, log)
    await conferences.read('all')
    conferences.stopListening = listen({
      url,
      log,
      onMessage: (payload) => conferences.hear(payload),
      onConnected: () => conferences.catchUp(),
      onLost: () => void (conferences.listening = false),
    })
    conferences.poll = setInterval(() => conferences.want('all'), POLL_MS)
    return conferences
  }

  /** The conference at /c/<slug>. */
  at(slug: string): KnownConference | undefined {
    return this.bySlug.get(slug)
  }

  /** Does the database tell us what moves? Without that we ask, now and then. */
  get isListening(): boolean {
    return this.listening
  }

  get(id: string): KnownConference | undefined {
    return this.byId.get(id)
  }

  /** Calls back after each move, when `get` already gives the new version. */
  onMove(listener: (move: Move) => void): void {
    this.listeners.add(listener)
  }

  /** Calls back whenever the database says that something of this topic moved in a conference. */
  onWord(topic: string, listener: (conferenceId: string) => void): void {
    this.wordListeners.add({ topic, listener })
  }

  /**
   * Calls back when a person may no longer see all that they saw: put out, signed out, gone. Null: it may have been
   * anybody.
   */
  onRights(listener: (personId: string | null) => void): void {
    this.rightsListeners.add(listener)
  }

  /** Calls back when a conference is there, or there again, or for more people than before. */
  onShown(listener: (conferenceId: string) => void): void {
    this.shownListeners.add(listener)
  }

  async close(): Promise<void> {
    clearInterval(this.poll)
    await this.stopListening?.()
    await this.reading
  }

  private hear(payload: string): void {
    const message = messageSchema.safeParse(parseJson(payload)).data
    if (!message) return this.log.warn('A notification was not understood')
    if (message.kind === 'person' || message.kind === 'draft') this.tell(message)
    else if (message.kind === 'rights') this.tellRights(message.id)
    else if (message.kind === 'conference') this.want(message.id)
    else for (const [topic, id] of message.words) this.heed(topic, id)
  }

  private heed(topic: string, conferenceId: string): void {
    for (const word of this.wordListeners) if (word.topic === topic) word.listener(conferenceId)
  }

  /** Nobody told what happened while there was no connection. */
  private catchUp(): void {
    this.listening = true
    this.want('all')
    this.tellRights(null)
  }

  private tellRights(personId: string | null): void {
    for (const listener of this.rightsListeners) listener(personId)
  }

  /** Reads soon; one reading at a time, so that an older answer never comes after a newer one. */
  private want(id: string): void {
    if (id === 'all') this.everythingWanted = true
    else this.wanted.add(id)
    this.reading ??= this.readWanted().finally(() => (this.reading = undefined))
  }

  private async readWanted(): Promise<void> {
    while (this.everythingWanted || this.wanted.size > 0) {
      const ids = this.everythingWanted ? 'all' : [...this.wanted]
      this.everythingWanted = false
      this.wanted.clear()
      // The next poll asks again.
      await this.read(ids).catch((error: unknown) =>
        this.log.error({ err: error }, 'The conferences could not be read'),
      )
    }
  }

  private async read(ids: 'all' | string[]): Promise<void> {
    const rows = await this.db.conference.findMany({
      select,
      where: { deletedAt: null, ...(ids !== 'all' && { id: { in: ids } }) },
    })
    const found = new Map(rows.map((row) => [row.id, row]))
    const before = (ids === 'all' ? [...this.byId.keys()] : ids).flatMap((id) => this.byId.get(id) ?? [])
    for (const { id } of before) if (!found.has(id)) this.byId.delete(id)
    const shown = rows.filter((row) => isSeenByMore(this.byId.get(row.id), row))
    const moves = [...found.values()].flatMap((row) => this.take(row))
    this.bySlug = new Map([...this.byId.values()].map((conference) => [conference.slug, conference]))
    const gone = before
      .filter(({ id }) => !found.has(id))
      .map(({ id }): Move => ({ kind: 'conference', id, version: null }))
    for (const move of [...moves, ...gone]) this.tell(move)
    for (const { id } of shown) for (const listener of this.shownListeners) listener(id)
  }

  private take(row: KnownConference): Move[] {
    const before = this.byId.get(row.id)
    this.byId.set(row.id, row)
    if (!before) return []
    const closed: Move[] =
      before.visibility === 'public' && row.visibility === 'private'
        ? [{ kind: 'conference', id: row.id, version: null }]
        : []
    return before.version === row.version
      ? closed
      : [{ kind: 'conference', id: row.id, version: row.version }, ...closed]
  }

  private tell(move: Move): void {
    for (const listener of this.listeners) listener(move)
  }
}

function isSeenByMore(before: KnownConference | undefined, now: KnownConference): boolean {
  return before === undefined || (before.visibility === 'private' && now.visibility === 'public')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
