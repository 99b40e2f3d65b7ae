import type { ServerResponse } from 'node:http'
import type { PrismaClient } from '@/generated/prisma/client'
import { viewerOfCookies } from '@/lib/people/viewer-of-cookies'
import type { Conferences, Move } from './conferences'
import { isRead, refuse, send, type Exchange, type Station } from './exchange'
import { maySee } from './visibility'

export type Live = {
  station: Station
  /** How many streams are open. */
  count(): number
  /** Ends all streams and takes no more. */
  close(): void
}

type Options = { db: PrismaClient; conferences: Conferences; /** How a conference's rooms stand. */ roomsVersion?: (conferenceId: string) => number; /** When something was last announced there. */ announcementsVersion?: (conferenceId: string) => number; mostStreams?: number; heartbeatMs?: number }
/** What a stream is told about: its key here, its name on the wire, and how it stands. */
type Topic = { key: string; name: string; version: number }

const MOST_STREAMS = 20_000
const MOST_TOPICS = 20
const HEARTBEAT_MS = 25_000
// Pokes are some 80 bytes: whoever has not taken so many is gone or stuck, and asks anew when back.
const MOST_UNSENT_BYTES = 64 * 1024

/**
 * Answers GET /api/live?topics=conference:<id>,rooms:<id>,announcements:<id>,person with server-sent pokes `{ topic, version }`: how each topic stands, then each move.
 * Topics that the viewer may not hear are left out; with none left the answer is 204, at which an EventSource gives up.
 */
export function openLive({ db, conferences, roomsVersion = () => 0, announcementsVersion = () => 0, mostStreams = MOST_STREAMS, heartbeatMs = HEARTBEAT_MS }: Options): Live {
  // A stream costs its socket and its place in these sets: no timer and no closure of its own.
  const streams = new Set<ServerResponse>()
  const byTopic = new Map<string, Set<ServerResponse>>()
  const topicsOf = new WeakMap<ServerResponse, readonly Topic[]>()
  const heartbeat = setInterval(() => tell(streams, Buffer.from(':\n\n')), heartbeatMs)
  let closed = false
  conferences.onMove(poke)

  const station: Station = (exchange) => exchange.path === '/api/live' && answer(exchange)

  async function answer(exchange: Exchange): Promise<boolean> {
    if (!isRead(exchange)) return true
    const topics = await allowedTopics(exchange)
    if (topics.length === 0) send(exchange, 204, { 'cache-control': 'no-store' })
    else if (closed || streams.size >= mostStreams) refuse(exchange, 503, 'UNAVAILABLE', { 'retry-after': 30 })
    else open(exchange, topics)
    return true
  }

  async function allowedTopics({ query, request }: Exchange): Promise<Topic[]> {
    const names = [...new Set((new URLSearchParams(query).get('topics') ?? '').split(','))].slice(0, MOST_TOPICS)
    const topics = await Promise.all(names.map((name) => (name === 'person' ? personTopic(request.headers.cookie) : conferenceTopic(name, request.headers.cookie))))
    return topics.filter((topic) => topic !== null)
  }

  async function personTopic(cookies: string | undefined): Promise<Topic | null> {
    const viewer = await viewerOfCookies(db, cookies)
    if (viewer.kind === 'guest') return null
    const person = await db.user.findUnique({ where: { id: viewer.id }, select: { revision: true } })
    return person && { key: `person:${viewer.id}`, name: 'person', version: Number(person.revision) }
  }

  async function conferenceTopic(name: string, cookies: string | undefined): Promise<Topic | null> {
    const [, kind, id = ''] = /^(conference|rooms|announcements):(.+)$/.exec(name) ?? []
    const conference = conferences.get(id)
    if (!conference || !(await maySee(db, cookies, conference))) return null
    return { key: name, name, version: kind === 'rooms' ? roomsVersion(id) : kind === 'announcements' ? announcementsVersion(id) : conference.version }
  }

  function open({ request, response, headers }: Exchange, topics: Topic[]): void {
    response.writeHead(200, { ...headers, 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' })
    if (request.method === 'HEAD' || response.destroyed) return void response.end()
    streams.add(response)
    topicsOf.set(response, topics)
    for (const { key } of topics) byTopic.set(key, (byTopic.get(key) ?? new Set()).add(response))
    response.once('close', forget)
    response.write(`retry: 3000\n${topics.map(({ name, version }) => eventOf(name, version)).join('')}`)
  }

  function forget(this: ServerResponse): void {
    streams.delete(this)
    for (const { key } of topicsOf.get(this) ?? []) {
      const listening = byTopic.get(key)
      listening?.delete(this)
      if (listening?.size === 0) byTopic.delete(key)
    }
  }

  function poke(move: Move): void {
    const key = `${move.kind}:${move.id}`
    const listening = byTopic.get(key)
    if (!listening) return
    tell(listening, Buffer.from(eventOf(move.kind === 'person' ? 'person' : key, move.version)))
    // Whoever may still see it comes back and is asked.
    if (move.version === null) for (const response of [...listening]) end(response)
  }

  /** Lets go of it first: a poke on its way to a stream that has ended would be an error. */
  function end(response: ServerResponse): void {
    forget.call(response)
    response.end()
  }

  function close(): void {
    closed = true
    clearInterval(heartbeat)
    for (const response of [...streams]) end(response)
  }

  return { station, count: () => streams.size, close }
}

function eventOf(topic: string, version: number | null): string {
  return `data: ${JSON.stringify({ topic, version })}\n\n`
}

/** One buffer for all. A stream that does not drain is ended. */
function tell(streams: Iterable<ServerResponse>, event: Buffer): void {
  for (const response of streams) {
    if (response.writableLength > MOST_UNSENT_BYTES) response.destroy()
    else response.write(event)
  }
}
