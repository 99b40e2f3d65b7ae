import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import type { ImportFile } from './reading/adapter'
import { parseResultSchema, type ParseRequest, type ParseResult, type UnreadFiles } from './parse'

const DEADLINE_MS = 20_000
const MOST_MEMORY_MB = 512
/** Where objects begin: V8 would take 48 MB for it, which saves a file of some megabytes a twentieth of its time. */
const YOUNG_MB = 4

/** Where the build puts parse-worker.ts; every process of ours runs in the project's folder. */
const BUNDLE = 'dist/parse-worker.cjs'

type Limits = {
  /** The bundle of parse-worker.ts. */ worker?: string
  deadlineMs?: number
  memoryMb?: number
  /** Nobody waits for it any more. */ signal?: AbortSignal
}

/**
 * Reads the files of one import in a thread of its own, so that hostile or huge ones take neither the server's memory
 * nor its time. What does not end in time, wants too much memory, or is waited for no longer, is "too-slow".
 * @throws {Error} when the thread's program was not built, or has a bug
 */
export async function parseInWorker(
  files: ImportFile[],
  request: ParseRequest,
  {
    worker: bundle = join(/* turbopackIgnore: true */ process.cwd(), BUNDLE),
    deadlineMs = DEADLINE_MS,
    memoryMb = MOST_MEMORY_MB,
    signal,
  }: Limits = {},
): Promise<ParseResult> {
  if (signal?.aborted) return givenUp
  // The bundle is made beside Next's build: its bundler must not look for what these paths may be.
  if (!existsSync(/* turbopackIgnore: true */ bundle)) throw new Error(`${bundle} is missing: npm run build makes it.`)
  // Named so that Next's bundler, which would follow an imported Worker into every file here, does not see it.
  const threads = process.getBuiltinModule('node:worker_threads')
  const worker = new threads.Worker(bundle, {
    workerData: { files, request },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
    env: {},
    execArgv: [],
  })
  const end = () => void worker.terminate()
  const timer = setTimeout(end, deadlineMs)
  signal?.addEventListener('abort', end, { once: true })
  try {
    return await answerOf(worker)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
    end()
  }
}

function answerOf(worker: Worker): Promise<ParseResult> {
  return new Promise((done, fail) => {
    worker.once('message', (message) => {
      const parsed = parseResultSchema.safeParse(message)
      if (parsed.success) done(parsed.data)
      else fail(new Error(`An adapter made a program that is none: ${parsed.error.message}`))
    })
    worker.once('error', (error) =>
      'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? done(givenUp) : fail(error),
    )
    worker.once('exit', () => done(givenUp))
  })
}

const givenUp: UnreadFiles = { ok: false, reason: 'too-slow', format: null, title: null, problems: [] }
