// @ts-check
// The conversation with Prisma's CLI: JSON-RPC, one message a line, answered one after the other.
import { createInterface } from 'node:readline'
import { lastPanic, startEngine } from './engine.mjs'
import { createDatabase } from './maintenance.mjs'

const FAILED = 4466
const ENGINE_METHODS = [
  'applyMigrations',
  'createMigration',
  'dbExecute',
  'debugPanic',
  'devDiagnostic',
  'diagnoseMigrationHistory',
  'diff',
  'ensureConnectionValidity',
  'evaluateDataLoss',
  'introspect',
  'introspectSql',
  'markMigrationApplied',
  'markMigrationRolledBack',
  'reset',
  'schemaPush',
]

/** @typedef {import('./command-line.mjs').CommandLine} CommandLine */

/**
 * Answers until stdin ends.
 * @param {CommandLine} commandLine
 */
export async function answerRequests(commandLine) {
  /** @type {Promise<object> | undefined} */
  let engine
  const getEngine = () => (engine ??= startEngine(commandLine))
  const crash = untilCrash()
  for await (const line of createInterface({ input: process.stdin })) {
    const request = line.trim() ? JSON.parse(line) : {}
    // A line without a method acknowledges something that we sent.
    if (request.method)
      await answer(request, (method, input) =>
        Promise.race([call(method, input, commandLine.datasource.url, getEngine), crash]),
      )
  }
  // A pool that is still open would keep the process for its idle time.
  process.exit(0)
}

/** WebAssembly that gives up throws beside the promise that is waited for. The CLI would take silence for success.
 * @returns {Promise<never>} */
function untilCrash() {
  /** @type {Promise<never>} */
  const crash = new Promise((_, fail) => process.once('uncaughtException', (error) => fail(lastPanic() ?? error)))
  crash.catch(() => undefined)
  return crash
}

/**
 * @param {{ id: number, method: string, params: unknown }} request
 * @param {(method: string, input: unknown) => Promise<unknown>} ask
 */
async function answer({ id, method, params }, ask) {
  const [input] = [params].flat()
  try {
    const result = await ask(method, input)
    send({ id, result: method === 'diff' ? printFirst(result) : (result ?? null) })
  } catch (error) {
    send({
      id,
      error: { code: FAILED, message: 'An error happened. Check the data field for details.', data: describe(error) },
    })
  }
}

/** @param {string} method @param {unknown} input @param {string} url @param {() => Promise<object>} getEngine */
async function call(method, input, url, getEngine) {
  if (method === 'createDatabase') return { databaseName: await createDatabase(url) }
  const name = method === 'getDatabaseVersion' ? 'version' : method
  if (name !== 'version' && !ENGINE_METHODS.includes(name))
    throw new Error(`The schema engine has no method ${method}.`)
  const engine = await getEngine()
  return Reflect.get(engine, name).call(engine, input)
}

/** The native engine has the CLI print a comparison before it answers. @param {unknown} result what `diff` gave */
function printFirst(result) {
  if (typeof result !== 'object' || !result || !('stdout' in result) || typeof result.stdout !== 'string') return result
  send({ id: 1, method: 'print', params: { content: result.stdout } })
  return { ...result, stdout: null }
}

/** @param {unknown} error */
function describe(error) {
  const {
    message = String(error),
    code = null,
    meta = {},
  } = /** @type {{ message?: string, code?: string | null, meta?: object }} */ (error ?? {})
  return { is_panic: false, message, error_code: code, meta }
}

/** @param {object} message */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}
