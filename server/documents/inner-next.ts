import { mkdtemp, rm } from 'node:fs/promises'
import {
  Agent,
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Next, or what stands in for it in a test. */
export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type InnerAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

export type InnerNext = {
  /** What Next answers to a GET by nobody in particular. */
  get(path: string, headers: Record<string, string>): Promise<InnerAnswer>
  close(): Promise<void>
}

const DEADLINE_MS = 30_000

/**
 * Next on a socket that only this process's user can reach. A page that is kept for everyone is asked for here: nothing
 * of a visitor's request can colour it.
 */
export async function openInnerNext(handler: NextHandler): Promise<InnerNext> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'))
  const socketPath = join(folder, 'next.sock')
  const server = createServer((inner, response) => void handler(inner, response).catch(() => response.destroy()))
  await new Promise<void>((done, fail) => server.once('error', fail).listen(socketPath, done))
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })

  return {
    get: (path, headers) => fetchWhole({ socketPath, agent, path, headers }),
    async close() {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function fetchWhole(options: {
  socketPath: string
  agent: Agent
  path: string
  headers: Record<string, string>
}): Promise<InnerAnswer> {
  return new Promise((done, fail) => {
    const outgoing = request({ ...options, timeout: DEADLINE_MS }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('error', fail)
      answer.once('end', () =>
        done({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) }),
      )
    })
    outgoing.once('timeout', () => outgoing.destroy(new Error('Next did not answer in time')))
    outgoing.once('error', fail)
    outgoing.end()
  })
}
