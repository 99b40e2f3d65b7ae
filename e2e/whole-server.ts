import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findFreePort } from '@/scripts/server/free-port.mjs'
import { root } from '@/scripts/programs.mjs'
import { neutralEnvironment } from '@/scripts/database/throw-away-postgres.mjs'

/**
 * A Hallway as `npm run up` starts it, over a data folder of its own that can be copied and put back by hand, or served
 * by another version.
 */
export class WholeServer {
  private child: ChildProcess | null = null
  private said = ''

  private constructor(
    private readonly place: string,
    private readonly port: number,
    private program: string,
  ) {}

  /** @param program the folder of the version that serves */
  static async start(program = root): Promise<WholeServer> {
    const place = await mkdtemp(join(tmpdir(), 'hallway-whole-'))
    // The database's own user must get in.
    await chmod(place, 0o755)
    const server = new WholeServer(place, await findFreePort(), program)
    await server.up()
    return server
  }

  /** Another server over the same database, as in an update one server at a time; it goes before this one does. */
  async startBeside(program: string): Promise<WholeServer> {
    const server = new WholeServer(this.place, await findFreePort(), program)
    await server.up()
    return server
  }

  /** Another version serves at this address from now on. */
  async changeTo(program: string): Promise<void> {
    await this.down()
    this.program = program
    await this.up()
  }

  /** What failed in it, as its log says it. */
  get faults(): string[] {
    return this.said.split('\n').filter((line) => /"level":(50|60)/.test(line))
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  async up(): Promise<void> {
    const child = spawn(process.execPath, ['scripts/up.mjs'], {
      cwd: this.program,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        ...neutralEnvironment(),
        HALLWAY_DATA: this.folder,
        HALLWAY_DEMO: '0',
        LOG_LEVEL: 'warn',
        PORT: String(this.port),
      },
    })
    child.stdout.on('data', (chunk) => (this.said += String(chunk)))
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
