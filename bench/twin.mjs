// @ts-check What Hallway is measured against: the least that Node can do. It answers every address with the same bytes
// from memory, 304 to their ETag, and /live with a stream on which each NOTIFY of Postgres is passed on. Started by
// documents.mjs and live.mjs, for as long as they live.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import pg from 'pg'

/**
 * `asks`: a question that it puts to Postgres before each answer.
 * @typedef {{ headers: Record<string, string>, file: string, asks?: { databaseUrl: string, query: string } } |
 *   { databaseUrl: string, channel: string }} Task
 */

const task = /** @type {Task} */ (JSON.parse(process.argv[2] ?? '{}'))
const server =
  'file' in task
    ? serveBytes(task.headers, readFileSync(task.file), task.asks)
    : await serveStreams(task.databaseUrl, task.channel)
server.listen({ host: '127.0.0.1', port: 0, backlog: 8192 }, () => process.send?.(server.address()))
process.on('disconnect', () => process.exit())

/**
 * @param {Record<string, string>} headers @param {Buffer} bytes
 * @param {{ databaseUrl: string, query: string } | undefined} asks
 */
function serveBytes(headers, bytes, asks) {
  const pool = asks && new pg.Pool({ connectionString: asks.databaseUrl, max: 5 })
  const short = Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('content-')))
  return createServer(async (request, response) => {
    if (pool) await pool.query(asks.query)
    const isKnown = request.headers['if-none-match'] === headers.etag
    response.writeHead(isKnown ? 304 : 200, isKnown ? short : headers)
    response.end(isKnown ? undefined : bytes)
  })
}

/** @param {string} databaseUrl @param {string} channel */
async function serveStreams(databaseUrl, channel) {
  /** @type {Set<import('node:http').ServerResponse>} */
  const streams = new Set()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`LISTEN ${channel}`)
  client.on('notification', ({ payload }) => {
    const event = Buffer.from(`data: ${payload}\n\n`)
    for (const stream of streams) stream.write(event)
  })
  return createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
    response.write('data: {"version":0}\n\n')
    streams.add(response)
    response.once('close', () => streams.delete(response))
  })
}
