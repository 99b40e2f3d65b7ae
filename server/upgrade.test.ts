import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { openDoor } from '@/tests/front-door'

const { db, url } = await testDatabase()
const door = await openDoor({
  db,
  url,
  async next(request, response) {
    // What Next does at its first request: from then on Node would hand it every connection that offers another
    // protocol.
    door.server.on('upgrade', () => undefined)
    let body = ''
    for await (const chunk of request) body += String(chunk)
    response.end(`${request.method} ${request.url} ${body}.`)
  },
})

/**
 * What a client reads that sends these on one connection, each after the answer to the one before; the last one closes
 * it.
 */
async function converse(...requests: string[]): Promise<string> {
  const socket = connect(door.port, '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk) => (heard += String(chunk)))
  for (const [index, request] of requests.entries()) {
    socket.write(request)
    while (answersIn(heard).length <= index) await once(socket, 'data')
  }
  if (!socket.closed) await once(socket, 'close')
  return heard
}

const head = (method: string, path: string, offer: string, more: string[] = []) =>
  [`${method} ${path} HTTP/1.1`, 'Host: hallway', ...offer.split('\n'), ...more, '', ''].join('\r\n')
const answersIn = (heard: string) => [...heard.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status))

// curl --http2, Java's HttpClient, browsers' sockets, and what nobody speaks.
const offers = [
  'Connection: Upgrade, HTTP2-Settings\nUpgrade: h2c\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA',
  'Connection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Connection: keep-alive, Upgrade\nUpgrade: TLS/1.0, odd/9',
]
const last = head('GET', '/api/health', 'Connection: close')

it.each(offers)('answers a client that offers another protocol as any other: %s', async (offer) => {
  await door.ask('/anything')
  const machine = ['Content-Type: text/plain', 'Content-Length: 5']
  const heard = await converse(
    head('GET', '/page', offer),
    head('HEAD', '/page', offer),
    `${head('POST', '/api/v1/anything', offer, machine)}hello`,
    head('GET', '/api/health', offer),
    head('GET', '/feeds/none.ics', offer),
    head('GET', '/api/live', offer),
    last,
  )
  expect(answersIn(heard)).toEqual([200, 200, 200, 200, 404, 204, 200])
  expect(heard).toContain('GET /page .')
  expect(heard).toContain('POST /api/v1/anything hello.')
})
