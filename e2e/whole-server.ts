import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findFreePort } from '@/scripts/server/free-port.mjs'
import { root } from '@/scripts/programs.mjs'
import { neutralEnvironment } from '@/scripts/database/throw-away-postgres.mjs'

/** A Hallway as `npm run up` starts it, over a data folder of its own that can be copied and put back by hand. */
export class WholeServer {
  private child: ChildProcess | null = null

  private constructor(
    private readonly place: string,
    private readonly port: number,
  ) {}

  static async start(): Promise<WholeServer> {
    const place = await mkdtemp(join(tmpdir(), 'hallway-whole-'))
    // The database's own user must get in.
    await chmod(place, 0o755)
    const server = new WholeServer(place, await findFreePort())
    await server.up()
    return server
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  async up(): Promise<void> {
    const child = spawn(process.execPath, ['scripts/up.mjs'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ...neutralEnvironment(),
        HALLWAY_DATA: this.folder,
        HALLWAY_DEMO: '0',
        LOG_LEVEL: 'warn',
        PORT: String(this.port),
      },
    })
    this.child = child
    while (!(await this.isWell())) if (child.exitCode !== null) throw new Error('The server ended')
  }

  async down(): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }

  /** Copies the data folder while nothing runs over it. */
  async copyData(): Promise<void> {
    await this.down()
    await copyWhole(this.folder, this.copy)
    await this.up()
  }

  /** Puts the copy in the place of the data folder. */
  async putBack(): Promise<void> {
    await this.down()
    await rm(this.folder, { recursive: true })
    await copyWhole(this.copy, this.folder)
    await this.up()
  }

  async remove(): Promise<void> {
    await this.down()
    await rm(this.place, { recursive: true, force: true })
  }

  private get folder(): string {
    return join(this.place, 'data')
  }

  private get copy(): string {
    return join(this.place, 'copy')
  }

  private isWell(): Promise<boolean> {
    return fetch(`${this.url}/api/health`)
      .then(({ ok }) => ok)
      .catch(() => new Promise((done) => setTimeout(done, 100, false)))
  }
}

/** With its owners: the database has a user of its own. */
async function copyWhole(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', from, to])
}
