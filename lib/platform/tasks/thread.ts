import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { TransferListItem, Worker } from 'node:worker_threads'
import type { z } from 'zod'
import { AppError } from '../errors'

type Options<Answer> = {
  /**
   * The thread's program, as the build bundles it (scripts/build/threads.mjs): a path below the project's folder, in
   * which every process of ours runs, or an absolute one.
   */
  bundle: string
  answer: z.ZodType<Answer>
  /** For one task, from when its turn comes. */
  deadlineMs: number
  memoryMb: number
  /** How long it waits for another task before it ends, and gives its memory back. */
  idleMs?: number
  /** How many tasks may wait, and be at work. */
  mostWaiting?: number
}

/**
 * What a thread answered; or that it did not in time, wanted more memory or a deeper stack than it may have, or that
 * whoever asked does not want to know any more.
 */
export type ThreadAnswer<Answer> =
  | { ok: true; value: Answer }
  | { ok: false; reason: 'tooSlow' | 'tooMuch' | 'stopped' }

export type Asking = {
  /** What of the task is handed over rather than copied: a port on which the thread tells how far it is. */
  transfer?: readonly TransferListItem[]
  /** Stops it, and the thread with it. */
  signal?: AbortSignal
}

export type Thread<Task, Answer> = {
  /**
   * Runs a task when those before it are done.
   * @throws {AppError} UNAVAILABLE when too many wait
   * @throws {Error} when the program was not built, or has a bug
   */
  ask(task: Task, asking?: Asking): Promise<ThreadAnswer<Answer>>
  /** Is there a thread at the moment? */
  isRunning(): boolean
}

const IDLE_MS = 10_000
const MOST_WAITING = 200

/**
 * A thread for what may be hostile or huge, so that it takes neither the server's memory nor its time. It starts with
 * the first task, takes one at a time, and ends when none comes for a while; what is too slow or too large ends with
 * it, and the next task has a new one.
 */
export function openThread<Task, Answer>({
  bundle,
  answer,
  deadlineMs,
  memoryMb,
  idleMs = IDLE_MS,
  mostWaiting = MOST_WAITING,
}: Options<Answer>): Thread<Task, Answer> {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  function ask(task: Task, asking: Asking = {}): Promise<ThreadAnswer<Answer>> {
    if (waiting >= mostWaiting) return Promise.reject(new AppError('UNAVAILABLE', `${bundle}: ${waiting} wait`))
    waiting += 1
    const mine = last.then(() => run(task, asking)).finally(() => (waiting -= 1))
    last = mine.catch(() => undefined)
    return mine
  }

  async function run(task: Task, asking: Asking): Promise<ThreadAnswer<Answer>> {
    clearTimeout(idle)
    const running = (worker ??= start(bundle, memoryMb, end))
    const outcome = await outcomeOf(running, task, deadlineMs, asking).catch((error: unknown) => {
      end(running)
      throw error
    })
    if (!outcome.ok) end(running)
    else idle = setTimeout(() => end(running), idleMs).unref()
    return outcome.ok ? { ok: true, value: answer.parse(outcome.value) } : outcome
  }

  function end(running: Worker): void {
    if (worker === running) worker = null
    void running.terminate()
  }

  return { ask, isRunning: () => worker !== null }
}

function start(bundle: string, memoryMb: number, onEnd: (worker: Worker) => void): Worker {
  // The bundle is made beside Next's build: its bundler must not look for what these paths may be.
  const path = bundle.startsWith('/') ? bundle : join(/* turbopackIgnore: true */ process.cwd(), bundle)
  if (!existsSync(/* turbopackIgnore: true */ path)) throw new Error(`${path} is missing: npm run build makes it.`)
  // Named so that Next's bundler, which would follow an imported Worker into every file here, does not see it.
  const threads = process.getBuiltinModule('node:worker_threads')
  const worker = new threads.Worker(path, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    env: {},
    execArgv: [],
  })
  // A process that is done does not wait for it.
  worker.unref()
  // One that is ended, or waits, may still break.
  worker.on('error', () => undefined)
  worker.on('exit', () => onEnd(worker))
  return worker
}

function outcomeOf(
  worker: Worker,
  task: unknown,
  deadlineMs: number,
  { transfer = [], signal }: Asking,
): Promise<ThreadAnswer<unknown>> {
  let stopListening = (): void => undefined
  return new Promise<ThreadAnswer<unknown>>((done, fail) => {
    const giveUp = (reason: 'tooSlow' | 'tooMuch' | 'stopped') => done({ ok: false, reason })
    const timer = setTimeout(() => giveUp('tooSlow'), deadlineMs)
    const stop = () => giveUp('stopped')
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop)
    // Each by itself: Node's own listeners start and stop the worker's port.
    const listeners = {
      message: (value: unknown) => done({ ok: true, value }),
      error: (error: unknown) => (isTooMuch(error) ? giveUp('tooMuch') : fail(error)),
      exit: () => giveUp('tooMuch'),
    }
    stopListening = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      for (const [name, listener] of Object.entries(listeners)) worker.off(name, listener)
    }
    for (const [name, listener] of Object.entries(listeners)) worker.on(name, listener)
    worker.postMessage(task, transfer)
  }).finally(() => stopListening())
}

function isTooMuch(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'RangeError' || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'))
  )
}
