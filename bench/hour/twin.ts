// The least that could be in Hallway's place: Node's http and pg. It answers the same addresses, inserts the same
// rows into the same tables in a transaction a push, hands out what it was given of documents, and passes nothing on.
// It asks nobody who they are, locks nothing, numbers nothing, and keeps no device in step.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { z } from 'zod'
import { hashToken } from '@/lib/platform/ids'

const taskSchema = z.object({ databaseUrl: z.string(), from: z.string(), conferenceId: z.string() })
const pushSchema = z.object({
  person: z.string(),
  mutations: z.array(
    z.object({ id: z.string(), args: z.object({ sessionId: z.string(), rank: z.string().optional() }) }),
  ),
})
const reportSchema = z.object({
  readings: z.array(z.object({ id: z.string(), delta: z.number().optional(), sessionId: z.string().optional() })),
})

const { databaseUrl, from, conferenceId } = taskSchema.parse(JSON.parse(process.argv[2] ?? ''))
const pool = new pg.Pool({ connectionString: databaseUrl, max: 15 })
const doors = new Map(
  (await pool.query('SELECT "tokenHash", "id", "roomId" FROM "StewardLink"')).rows.map((row) => [row.tokenHash, row]),
)
const rooms = new Map(
  (await pool.query('SELECT "sessionId", "roomId" FROM "SessionRoom"')).rows.map((row) => [row.sessionId, row.roomId]),
)
const documents = new Map<string, Promise<{ headers: Record<string, string>; bytes: Buffer }>>()

const server = createServer((request, response) => {
  if (request.url?.startsWith('/api/live')) stream(response)
  else void answer(request).then(({ headers, bytes }) => response.writeHead(200, headers).end(bytes))
})
server.listen({ host: '127.0.0.1', port: 0, backlog: 8192 }, () => process.send?.(server.address()))
process.on('disconnect', () => process.exit())

function stream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  response.write('data: {"topic":"person","version":0}\n\n')
}

async function answer(request: IncomingMessage) {
  const url = new URL(request.url ?? '', 'http://localhost')
  const body: unknown = request.method === 'POST' ? JSON.parse(await text(request)) : null
  if (url.pathname === '/api/v1/push') return json(await push(pushSchema.parse(body)))
  if (url.pathname === '/api/v1/pull') return json(await pull(url.searchParams.get('person') ?? ''))
  if (url.pathname === '/api/v1/me') return json((await pool.query('SELECT "id", "email" FROM "User" LIMIT 1')).rows)
  if (url.pathname === '/api/v1/readings') return json(await read(reportSchema.parse(body), null))
  const [, secret] = /^\/api\/v1\/steward\/(.+)$/.exec(url.pathname) ?? []
  if (secret) return json(await read(reportSchema.parse(body), doors.get(hashToken(secret)) ?? null))
  const document = documents.get(url.pathname) ?? fetched(url.pathname)
  documents.set(url.pathname, document)
  return document
}

async function push({ person, mutations }: z.output<typeof pushSchema>) {
  const client = await pool.connect()
  await client.query('BEGIN')
  for (const [index, { id, args }] of mutations.entries()) {
    await client.query(
      `INSERT INTO "Pick" ("userId", "sessionId", "conferenceId", "rank", "revision", "droppedAt")
      VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ("userId", "sessionId") DO UPDATE SET "rank" = excluded."rank"`,
      [person, args.sessionId, conferenceId, args.rank ?? 'first', index + 1, args.rank ? null : new Date()],
    )
    await client.query('INSERT INTO "Mutation" ("userId", "id", "result") VALUES ($1, $2, $3)', [
      ...[person, id, '{"ok":true}'],
    ])
  }
  await client.query('COMMIT')
  client.release()
  return { results: mutations.map(({ id }) => ({ id, ok: true })), revision: 1 }
}

async function pull(person: string) {
  const { rows } = await pool.query('SELECT "sessionId", "rank", "droppedAt" FROM "Pick" WHERE "userId" = $1', [person])
  return { picks: rows, revision: 1 }
}

async function read({ readings }: z.output<typeof reportSchema>, door: { id: string; roomId: string } | null) {
  for (const { id, delta, sessionId } of readings)
    await pool.query(
      `INSERT INTO "Reading" ("id", "conferenceId", "roomId", "sessionId", "kind", "delta", "stewardLinkId", "readAt")
      VALUES ($1, $2, $3, $4, $5, $6, $7, now())`,
      [id, conferenceId, door?.roomId ?? rooms.get(sessionId ?? ''), sessionId ?? null, 'count', delta ?? 0, door?.id],
    )
  return {}
}

/** What Hallway answers there, as it goes over the wire, from then on out of memory. */
async function fetched(path: string) {
  const given = await fetch(new URL(path, from))
  const bytes = gzipSync(Buffer.from(await given.arrayBuffer()))
  const type = given.headers.get('content-type') ?? ''
  return { headers: { 'content-type': type, 'content-encoding': 'gzip', 'content-length': `${bytes.length}` }, bytes }
}

function json(value: unknown) {
  const bytes = Buffer.from(JSON.stringify(value))
  return { headers: { 'content-type': 'application/json', 'content-length': String(bytes.length) }, bytes }
}
