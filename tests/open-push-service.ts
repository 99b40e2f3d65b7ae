import { createECDH, randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { decrypt } from 'http_ece'

type Pushed = { browser: string; headers: IncomingHttpHeaders; message: unknown }

/**
 * A push service on this machine: it gives browsers endpoints and keys, decrypts what comes as they would, and answers
 * as it is told to.
 */
export async function openPushService() {
  const browsers = new Map<string, { name: string; ecdh: ReturnType<typeof createECDH>; auth: string }>()
  const pushed: Pushed[] = []
  const statuses = new Map<string, number>()
  const server = createServer(async (request, response) => {
    const browser = browsers.get(request.url ?? '')
    const body = await buffer(request)
    const status = statuses.get(browser?.name ?? '') ?? 201
    if (browser && status < 300)
      pushed.push({
        browser: browser.name,
        headers: request.headers,
        message: JSON.parse(
          decrypt(body, { version: 'aes128gcm', privateKey: browser.ecdh, authSecret: browser.auth }).toString(),
        ),
      })
    response.writeHead(status).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

  return {
    origin,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
    /** What was pushed, to this browser or to any, since the last asking, in order. */
    take(name?: string): Pushed[] {
      const all = pushed.splice(0)
      const taken = name === undefined ? all : all.filter(({ browser }) => browser === name)
      pushed.push(...all.filter((one) => !taken.includes(one)))
      return taken
    },
    /** Answers what is sent to this browser so from now on. */
    answer: (name: string, status: number) => void statuses.set(name, status),
    /** A subscription as a browser hands it over. */
    browser(name: string) {
      const [ecdh, auth, path] = [createECDH('prime256v1'), randomBytes(16).toString('base64url'), `/${randomUUID()}`]
      const p256dh = ecdh.generateKeys().toString('base64url')
      browsers.set(path, { name, ecdh, auth })
      return { endpoint: `${origin}${path}`, keys: { p256dh, auth } }
    },
  }
}
