import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { neutralEnvironment } from '@/scripts/database/throw-away-postgres.mjs'
import { root } from '@/scripts/programs.mjs'
import { findFreePort } from '@/scripts/server/free-port.mjs'
import { lacksOf } from './ask-server'

/** As tests/front-door.ts signs people in. */
export const SECRET = 'a secret for tests, of thirty-two characters'

/** The server of a build, over a database, as a process of its own. */
export class OwnServer {
  private child: ChildProcess | null = null
  private readonly said: string[] = []

  private constructor(
    readonly port: number,
    private readonly environment: Record<string, string>,
  ) {}

  static async start(url: string, environment: Record<string, string> = {}): Promise<OwnServer> {
    const data = await mkdtemp(join(tmpdir(), 'hallway-failures-'))
    const port = await findFreePort()
    const own = { DATABASE_URL: url, NEXTAUTH_SECRET: SECRET, HALLWAY_INSTANCE_ID: 'test', HALLWAY_DATA: data }
    const server = new OwnServer(port, { ...own, PORT: String(port), NODE_ENV: 'production', ...environment })
    await server.revive()
    return server
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** All that it wrote to its log. */
  get log(): string {
    return this.said.join('')
  }

  async revive(): Promise<void> {
    const env = { ...process.env, ...neutralEnvironment(), ...this.environment }
    const child = spawn(process.execPath, ['dist/server.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => this.said.push(String(chunk)))
    this.child = child
    while ((await lacksOf(this.url).catch(() => null))?.length !== 0)
      if (child.exitCode !== null) throw new Error(`The server ended: ${this.log}`)
  }

  /** Ends it by a signal. @returns its exit code, or the signal that ended it */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | string | null> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return null
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
    return child.exitCode ?? child.signalCode
  }
}
