import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { PrismaClient } from '@/generated/prisma/client'
import { gatherViewers, type Viewer } from '@/lib/people/server/viewer-of-cookies'
import { addressGroup } from '@/lib/platform/client-address'
import { PROGRAMME } from '@/lib/program/conference-document'
import type { Conferences, KnownConference, Move } from './documents/conferences'
import type { NowDocuments } from './documents/of-now'
import { isRead, refuse, send, type Exchange } from './doors/exchange'
import { Pace } from './pace'
import type { Route } from './routes'
import { gatherRevisions } from './live-revisions'
import { mayViewerSee } from './documents/visibility'
import { visitorAddress } from './doors/visitor'

export type Live = {
  answer: Route
  /** How many streams are open. */
  count(): number
  /** Ends all streams and takes no more. */
  close(): void
}

type Options = {
  db: PrismaClient
  conferences: Conferences
  log: Logger
  /** How many proxies are believed. */ trustProxy: number
  /** What changes in a conference without its programme. */
  documents: Pick<NowDocuments, 'topics' | 'versionOf' | 'onChange'>
  mostStreams: number
  heartbeatMs?: number
}
/**
 * What a stream is told about: its key here, its name on the wire, how it stands (null: it is not there, or not for
 * them), and whose right it hangs on, if anybody's.
 */
type Topic = { key: string; name: string; version: number | null; personId: string | null }

// A person's tabs and devices; a venue of thousands behind one address, which leaves room for the rest of the world.
const MOST_OF_PERSON = 40
const SHARE_OF_ADDRESS = 0.6
const MOST_TOPICS = 20
const HEARTBEAT_MS = 25_000
// Whoever hears a poke asks for what is new: so many requests a second leave the rest of a process to everybody else.
// Devices spread over a third of a second what they are not told to spread further.
const ASKED_PER_SECOND = 1_000
// The programme, what changed in it, and its texts: the first of them is no small answer.
const ASKED_OF_PROGRAMME = 3
const SPREAD_ANYWAY_MS = 300
// Pokes are some 80 bytes: whoever has not taken so many is gone or stuck, and asks anew when back.
const MOST_UNSENT_BYTES = 64 * 1024

/**
 * Answers GET /api/live?topics=conference:<id>,<a live document's topic>:<id>,draft:<id>,person with server-sent pokes
 * `{ topic, version }`: how each topic stands, then each move. Topics that the viewer may not hear are left out, but
 * for conferences, of which it is said that they are not there: when one is, the stream ends, and whoever waits asks
 * again. With none left the answer is 204, at which an EventSource gives up.
 */
export function openLive({
  db,
  conferences,
  log,
  trustProxy,
  documents,
  mostStreams,
  heartbeatMs = HEARTBEAT_MS,
}: Options): Live {
  // A stream costs its socket and its place in these sets: no timer and no closure of its own.
  const streams = new Set<ServerResponse>()
  const byTopic = new Map<string, Set<ServerResponse>>()
  const topicsOf = new WeakMap<ServerResponse, readonly Topic[]>()
  // Streams that hear what not everybody may, by whose they are.
  const byPerson = new Map<string, Set<ServerResponse>>()
  const byClient = new Map<string, Set<ServerResponse>>()
  const clientOf = new WeakMap<ServerResponse, string>()
  // All screens of a hall come back at once: few questions about all of them leave connections for everything else.
  const [viewerOf, revisionOf] = [gatherViewers(db), gatherRevisions(db)]
  // To write to thousands takes long, and they do not ask any sooner for being told again.
  const pace = new Pace()
  let timesEnded = 0
  const heartbeat = setInterval(() => tell(streams, Buffer.from(':\n\n')), heartbeatMs)
  let closed = false
  conferences.onMove(poke)
  documents.onChange((topic, id, version) => tellTopic(`${topic}:${id}`, `${topic}:${id}`, version))
  conferences.onRights(endRights)
  conferences.onShown((id) => endTopics([absentTopic(`${PROGRAMME}:${id}`).key]))

  async function answer(exchange: Exchange): Promise<boolean> {
    if (!isRead(exchange)) return true
    const topics = await standingTopics(exchange)
    if (topics.length === 0) send(exchange, 204, { 'cache-control': 'no-store' })
    else if (closed || streams.size >= mostStreams) refuse(exchange, 503, 'UNAVAILABLE', { 'retry-after': 30 })
    else if (!hasRoom(exchange, topics)) refuse(exchange, 429, 'RATE_LIMITED', { 'retry-after': 30 })
    else open(exchange, topics)
    return true
  }

  /** One client leaves room for others: a person by their sign-in, a guest by what they cannot invent. */
  function hasRoom({ request, requestId }: Exchange, topics: Topic[]): boolean {
    const client = clientKey(request, topics)
    const most = client.startsWith('person:') ? MOST_OF_PERSON : Math.ceil(mostStreams * SHARE_OF_ADDRESS)
    if ((byClient.get(client)?.size ?? 0) < most) return true
    log.warn({ requestId, client, streams: most }, 'A live stream was refused: its client has too many')
    return false
  }

  function clientKey(request: IncomingMessage, topics: Topic[]): string {
    const personId = topics.find((topic) => topic.personId)?.personId
    return personId ? `person:${personId}` : addressGroup(visitorAddress(request, trustProxy))
  }

  /** A right that ended while it was asked about is asked about again: its end was told to no stream. */
  async function standingTopics(exchange: Exchange): Promise<Topic[]> {
    for (;;) {
      const before = timesEnded
      const topics = await allowedTopics(exchange)
      if (before === timesEnded) return topics
    }
  }

  async function allowedTopics({ query, request }: Exchange): Promise<Topic[]> {
    const names = [...new Set((new URLSearchParams(query).get('topics') ?? '').split(','))].slice(0, MOST_TOPICS)
    const isPersonal = names.some(
      (name) =>
        name === 'person' ||
        name.startsWith('draft:') ||
        conferences.get(name.slice(name.indexOf(':') + 1))?.visibility === 'private',
    )
    const viewer = isPersonal ? await viewerOf(request.headers.cookie) : ({ kind: 'guest' } as const)
    const topics = await Promise.all(
      names.map((name) => (name === 'person' ? personTopic(viewer) : conferenceTopic(name, viewer))),
    )
    const standing = topics.filter((topic) => topic !== null)
    if (standing.length === 0) return []
    const absent = names.filter((name, at) => !topics[at] && name.startsWith(`${PROGRAMME}:`))
    return [...standing, ...absent.map(absentTopic)]
  }

  async function personTopic(viewer: Viewer): Promise<Topic | null> {
    if (viewer.kind === 'guest') return null
    const revision = await revisionOf(viewer.id)
    if (revision === null) return null
    return { key: `person:${viewer.id}`, name: 'person', version: Number(revision), personId: viewer.id }
  }

  async function conferenceTopic(name: string, viewer: Viewer): Promise<Topic | null> {
    const [, topic = '', id = ''] = /^([^:]+):(.+)$/.exec(name) ?? []
    const conference = conferences.get(id)
    if (conference && topic === 'draft') return draftTopic(name, conference, viewer)
    const isKnown = topic === PROGRAMME || documents.topics.includes(topic)
    if (
      !conference ||
      !isKnown ||
      (conference.visibility === 'private' && !(await mayViewerSee(db, viewer, conference)))
    )
      return null
    const personId = conference.visibility === 'private' && viewer.kind === 'user' ? viewer.id : null
    return {
      key: name,
      name,
      personId,
      version: topic === PROGRAMME ? conference.version : documents.versionOf(topic, id),
    }
  }

  /** What organizers share on their board: whoever may not edit hears nothing of it, be the conference public. */
  async function draftTopic(name: string, conference: KnownConference, viewer: Viewer): Promise<Topic | null> {
    if (viewer.kind === 'guest' || !(await mayViewerSee(db, viewer, conference, 'editSessions'))) return null
    const draft = await db.draft.findUnique({ where: { conferenceId: conference.id }, select: { version: true } })
    return { key: name, name, personId: viewer.id, version: draft?.version ?? 0 }
  }

  function open({ request, response, headers }: Exchange, topics: Topic[]): void {
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    if (request.method === 'HEAD' || response.destroyed) return void response.end()
    streams.add(response)
    topicsOf.set(response, topics)
    const client = clientKey(request, topics)
    clientOf.set(response, client)
    byClient.set(client, (byClient.get(client) ?? new Set()).add(response))
    for (const { key, personId } of topics) {
      byTopic.set(key, (byTopic.get(key) ?? new Set()).add(response))
      if (personId) byPerson.set(personId, (byPerson.get(personId) ?? new Set()).add(response))
    }
    response.once('close', forget)
    response.write(`retry: 3000\n${topics.map(({ name, version }) => eventOf(name, version)).join('')}`)
  }

  function forget(this: ServerResponse): void {
    streams.delete(this)
    leave(byClient, clientOf.get(this) ?? '', this)
    for (const { key, personId } of topicsOf.get(this) ?? []) {
      leave(byTopic, key, this)
      if (personId) leave(byPerson, personId, this)
    }
  }

  function poke(move: Move): void {
    const key = `${move.kind}:${move.id}`
    tellTopic(key, move.kind === 'person' ? 'person' : key, move.version)
    if (move.version === null) endTopics([key, ...[...documents.topics, 'draft'].map((topic) => `${topic}:${move.id}`)])
  }

  function tellTopic(key: string, name: string, version: number | null): void {
    const say = () => {
      const hearing = byTopic.get(key)
      if (!hearing) return undefined
      const spreadMs = spreadMsOf(name, hearing.size)
      tell(hearing, Buffer.from(eventOf(name, version, spreadMs)))
      return spreadMs
    }
    if (version === null) pace.sayNow(key, say)
    else pace.say(key, say)
  }

  /** Whoever may still hear it comes back and is asked. */
  function endTopics(keys: readonly string[]): void {
    timesEnded++
    for (const key of keys) for (const response of [...(byTopic.get(key) ?? [])]) end(response)
  }

  function endRights(personId: string | null): void {
    timesEnded++
    const ended =
      personId === null ? [...byPerson.values()].flatMap((theirs) => [...theirs]) : [...(byPerson.get(personId) ?? [])]
    for (const response of ended) if (streams.has(response)) end(response)
  }

  /** Lets go of it first: a poke on its way to a stream that has ended would be an error. */
  function end(response: ServerResponse): void {
    forget.call(response)
    response.end()
  }

  function close(): void {
    closed = true
    clearInterval(heartbeat)
    pace.close()
    for (const response of [...streams]) end(response)
  }

  return { answer, count: () => streams.size, close }
}

/** A conference that is waited for. */
function absentTopic(name: string): Topic {
  return { key: `absent:${name}`, name, version: null, personId: null }
}

function leave(sets: Map<string, Set<ServerResponse>>, key: string, response: ServerResponse): void {
  const listening = sets.get(key)
  listening?.delete(response)
  if (listening?.size === 0) sets.delete(key)
}

function eventOf(topic: string, version: number | null, spreadMs?: number): string {
  return `data: ${JSON.stringify({ topic, version, spreadMs })}\n\n`
}

/** How long those who hear a poke are to take until the last of them asks; undefined: as long as ever. */
function spreadMsOf(name: string, screens: number): number | undefined {
  const asked = screens * (name.startsWith(`${PROGRAMME}:`) ? ASKED_OF_PROGRAMME : 1)
  const spreadMs = Math.ceil((asked / ASKED_PER_SECOND) * 1000)
  return spreadMs > SPREAD_ANYWAY_MS ? spreadMs : undefined
}

/** One buffer for all. A stream that does not drain is ended. */
function tell(streams: Iterable<ServerResponse>, event: Buffer): void {
  for (const response of streams) {
    if (response.writableLength > MOST_UNSENT_BYTES) response.destroy()
    else response.write(event)
  }
}
