import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { neutralEnvironment } from '@/scripts/database/throw-away-postgres.mjs'
import { readSecrets } from '@/scripts/data-folder.mjs'
import { root } from '@/scripts/programs.mjs'
import { findFreePort } from '@/scripts/server/free-port.mjs'
import { z } from 'zod'

export type Hallway = { port: number; metricsPort: number; pid: number; stop: () => Promise<void>; kill: () => void }

const HEAP_MB = 640

/** What all processes of one installation are told. @param folder of its data */
export function environmentOf(folder: string, databaseUrl: string) {
  mkdirSync(folder, { recursive: true })
  return {
    ...neutralEnvironment(),
    ...readSecrets(folder),
    DATABASE_URL: databaseUrl,
    HALLWAY_DATA: folder,
    LOG_LEVEL: 'warn',
    // Some 15 kB a screen beside what a process has anyway. Without a bound the collector lets garbage lie for as long
    // as a large machine has room, and the figures tell of the machine.
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
    NODE_ENV: 'production' as const,
  }
}

/** Starts one process of the production build, and waits until it is ready. @param at where it was before */
export async function startHallway(env: Record<string, string>, at?: number): Promise<Hallway> {
  const [port, metricsPort] = [at ?? (await findFreePort()), await findFreePort()]
  const guard = new URL('../../scripts/server/end-with-parent.mjs', import.meta.url).href
  const child = spawn(process.execPath, ['--import', guard, 'dist/server.mjs'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...env, HOST: '127.0.0.1', PORT: `${port}`, HALLWAY_METRICS_PORT: `${metricsPort}` },
  })
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/api/ready`)
      .then(({ ok }) => ok)
      .catch(() => false)
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error('Hallway ended as it started')
    await wait(100)
  }
  return { port, metricsPort, pid: child.pid ?? 0, stop: () => end(child), kill: () => void child.kill('SIGKILL') }
}

/** Starts the bare twin over a copy of the database. @param from where the documents are that it hands out */
export async function startTwin(task: { databaseUrl: string; from: string; conferenceId: string }) {
  const file = fileURLToPath(new URL('./twin.ts', import.meta.url))
  const child = fork(file, [JSON.stringify(task)], { execArgv: ['--import', 'tsx'] })
  const [said] = await once(child, 'message')
  const { port } = z.object({ port: z.number() }).parse(said)
  return { port, pid: child.pid ?? 0, stop: () => end(child) }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
