import { createECDH, createPublicKey, randomBytes, randomUUID, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { decrypt } from 'http_ece'
import { afterAll } from 'vitest'

export type Pushed = { browser: string; headers: IncomingHttpHeaders; message: unknown }

/**
 * A push service on this machine: it gives browsers endpoints and keys, decrypts what comes as they would, and answers
 * as it is told to.
 */
export async function startPushService() {
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
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

  return {
    origin,
    /** What was pushed since the last asking, in order. */
    take: () => pushed.splice(0),
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

/** The claims of a push's Authorization header, if the given key signed them. */
export function vapidClaims({ authorization = '' }: IncomingHttpHeaders, publicKey: string): unknown {
  const [, token = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? []
  const [head, claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(publicKey, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const isOurs =
    key === publicKey &&
    verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    )
  return isOurs ? JSON.parse(Buffer.from(claims, 'base64url').toString()) : null
}
