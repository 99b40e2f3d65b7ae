import { createServer, request, type Server } from 'node:http'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { findFreePort } from '@/scripts/server/free-port.mjs'

/**
 * The server under test at another address, as if it were of another build, or had its worker switched off. Reads only.
 */
export class DressedServer {
  /** Another build's name in its headers and its worker; null: its own. */
  build: string | null = null
  workerOff = false
  /** The offline pages are not answered before this is settled. */
  offlinePages: Promise<void> = Promise.resolve()

  private constructor(
    readonly url: string,
    private readonly server: Server,
  ) {}

  static async start(): Promise<DressedServer> {
    const port = await findFreePort()
    const server = createServer()
    const dressed = new DressedServer(`http://localhost:${port}`, server)
    dressed.forward()
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return dressed
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }

  private forward(): void {
    const target = new URL(process.env.HALLWAY_TEST_URL ?? '')
    this.server.on('request', (asked, answer) => {
      const { 'accept-encoding': _, 'if-none-match': _known, ...headers } = asked.headers
      const inner = request(
        {
          host: '127.0.0.1',
          port: target.port,
          path: asked.url,
          method: asked.method,
          headers: { ...headers, host: target.host },
        },
        async (got) => {
          const own = got.headers['x-hallway-build']?.toString() ?? ''
          const outer = {
            ...got.headers,
            ...(this.build && { 'x-hallway-build': this.build }),
            ...(this.workerOff && { 'x-hallway-worker': 'off' }),
          }
          if (asked.url?.startsWith('/offline/')) await this.offlinePages
          if (asked.url !== '/sw.js' || !this.build || got.statusCode !== 200)
            return got.pipe(answer.writeHead(got.statusCode ?? 502, outer))
          const { 'content-length': _length, etag: _etag, ...rest } = outer
          answer.writeHead(200, rest).end((await text(got)).replaceAll(own, this.build))
        },
      )
      inner.on('error', () => answer.destroy())
      asked.pipe(inner)
    })
  }
}
