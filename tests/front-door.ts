import { randomUUID } from 'node:crypto'
import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http'
import { pino, type Logger } from 'pino'
import { afterAll } from 'vitest'
import { encode } from 'next-auth/jwt'
import type { PrismaClient } from '@/generated/prisma/client'
import type { ConferenceDocument } from '@/lib/feeds/document'
import { readEnvironment } from '@/lib/platform/env'
import { openHallway } from '@/server/hallway'
import { root } from '@/scripts/programs.mjs'
import { readMigrations } from '@/server/doors/ready'
import type { NextHandler } from '@/server/documents/inner-next'
import type { Tracing } from '@/server/tracing'
import type { FindFeed } from '@/server/doors/personal-feeds'

export { until } from './until'

const SECRET = 'a secret for tests, of thirty-two characters'
process.env.NEXTAUTH_SECRET = SECRET

type Parts = {
  db: PrismaClient
  url: string
  next?: NextHandler
  documents?: ConferenceDocument[]
  feed?: FindFeed
  env?: Record<string, string>
  root?: string
  tracing?: Tracing
  requestLog?: Logger
}
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string }
export type Question = { method?: string; headers?: Record<string, string>; body?: Buffer | string }

/** A whole front door on a free port, with stand-ins for what it leads to. */
export async function openDoor({ db, url, env, ...parts }: Parts) {
  process.env.DATABASE_URL = url
  const environment = readEnvironment({ DATABASE_URL: url, PORT: '0', NEXTAUTH_SECRET: SECRET, ...env })
  const log = pino({ level: 'silent' })
  const hallway = await openHallway({
    db,
    env: environment,
    log,
    requestLog: parts.requestLog ?? log,
    now: () => new Date(),
    dev: false,
    instanceId: 'test',
    tracing: parts.tracing ?? null,
    migrations: await readMigrations(root),
    root: parts.root ?? '/nowhere',
    documents: parts.documents ?? [],
    feed: parts.feed ?? (async () => null),
    next: parts.next ?? (async (_, response) => void response.end('next')),
  })
  await new Promise<void>((done) => hallway.server.listen(0, '127.0.0.1', done))
  const port = portOf(hallway.server)
  let closing: Promise<void> | undefined
  const close = () => (closing ??= hallway.close(1_000))
  afterAll(close)
  return {
    port,
    close,
    server: hallway.server,
    drain: () => hallway.drain(),
    metricsPort: portOf(hallway.metricsServer),
    ask: (path: string, question: Question = {}) => ask(port, path, question),
  }
}

function portOf(server: Server | null): number {
  const address = server?.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** One request exactly as given: no header is added but Host, nothing is inflated or followed. */
function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Question = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const outgoing = httpRequest({ port, host: '127.0.0.1', path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('end', () =>
        done({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks),
          text: Buffer.concat(chunks).toString(),
        }),
      )
    })
    outgoing.once('error', fail)
    outgoing.end(body)
  })
}

/** A conference with nothing in it. */
export function makeConference(db: PrismaClient, slug: string, visibility: 'private' | 'public' = 'public') {
  return db.conference.create({
    data: {
      slug,
      name: slug,
      acronym: 'conf',
      timeZone: 'Europe/Paris',
      visibility,
      updatedAt: new Date('2026-03-01T10:00:00.200Z'),
    },
  })
}

/** A person who is signed in, and the Cookie header that says so. */
export async function signIn(db: PrismaClient) {
  const user = await db.user.create({ data: { email: `${randomUUID()}@example.org`, validFrom: new Date(0) } })
  const signInId = randomUUID()
  await db.signIn.create({ data: { id: signInId, userId: user.id, device: 'Test' } })
  const token = await encode({ token: { sub: user.id, signedInAt: Date.now(), signInId }, secret: SECRET })
  return { user, signInId, cookie: `next-auth.session-token=${token}` }
}

/** Raises a conference's version as every mutation does. */
export function touch(db: PrismaClient, id: string) {
  return db.conference.update({
    where: { id },
    data: { version: { increment: 1 }, updatedAt: new Date('2026-03-01T10:00:00.400Z') },
  })
}
