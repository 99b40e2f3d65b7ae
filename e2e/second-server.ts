import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { z } from 'zod'
import { findFreePort } from '@/scripts/server/free-port.mjs'
import { root } from '@/scripts/programs.mjs'

const environmentSchema = z.record(z.string(), z.string())

/** Another server of the installation under test, to be killed and started again without a word, or at another hour. */
export class SecondServer {
  private child: ChildProcess | null = null

  private constructor(
    readonly port: number,
    private readonly environment: Record<string, string>,
  ) {}

  /** @param now what its clock shows as it starts; absent: the time that it is */
  static async start(now?: string): Promise<SecondServer> {
    const server = new SecondServer(await findFreePort(), {
      ...environmentSchema.parse(JSON.parse(process.env.HALLWAY_TEST_ENVIRONMENT ?? '')),
      ...(now && { HALLWAY_NOW: now }),
    })
    await server.revive()
    return server
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  async revive(): Promise<void> {
    this.child = spawn(process.execPath, ['dist/server.mjs'], {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, ...this.environment, HOST: '127.0.0.1', PORT: String(this.port) },
    })
    while (!(await this.isWell())) if (this.child.exitCode !== null) throw new Error('The second server ended')
  }

  /** As the power does. */
  async kill(): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  private async isWell(): Promise<boolean> {
    return fetch(`${this.url}/api/health`)
      .then(({ ok }) => ok)
      .catch(() => new Promise((done) => setTimeout(done, 100, false)))
  }
}
