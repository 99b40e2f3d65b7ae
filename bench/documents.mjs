// @ts-check Documents and pages out of the front door's memory, against a bare Node twin that serves the same bytes
// with the same headers: node bench/documents.mjs http://localhost:3000 kubecon-eu-2026
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure } from './load.mjs'
import { requireLoopback, startTwin } from './processes.mjs'

const ROUNDS = 3
const SECONDS = 4
const [origin = 'http://localhost:3000', slug = 'kubecon-eu-2026'] = process.argv.slice(2)
const base = requireLoopback(origin)
/** @type {{ days: string[], sessions: { dayOn: string }[] }} */
const { days, sessions } = JSON.parse((await fetchOnce(`/c/${slug}/agenda.json`, {})).body.toString())
const sizeOf = (/** @type {string} */ day) => sessions.filter(({ dayOn }) => dayOn === day).length
const day = `/c/${slug}/schedule/${days.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0]}`
/** @type {{ name: string, path: string, headers: Record<string, string>, isConditional?: boolean }[]} */
const cases = [
  { name: 'calendar, plain', path: `/c/${slug}/schedule.ics`, headers: {} },
  { name: 'calendar, gzip', path: `/c/${slug}/schedule.ics`, headers: { 'accept-encoding': 'gzip' } },
  { name: 'calendar, 304', path: `/c/${slug}/schedule.ics`, headers: {}, isConditional: true },
  { name: 'frab XML, gzip', path: `/c/${slug}/schedule.xml`, headers: { 'accept-encoding': 'gzip' } },
  { name: 'frab XML, 304', path: `/c/${slug}/schedule.xml`, headers: {}, isConditional: true },
  { name: 'schedule page, plain', path: day, headers: {} },
  { name: 'schedule page, br', path: day, headers: { 'accept-encoding': 'gzip, deflate, br' } },
  { name: 'schedule page, 304', path: day, headers: {}, isConditional: true },
]

const folder = mkdtempSync(join(tmpdir(), 'hallway-bench-'))
try {
  /** @type {Record<string, Awaited<ReturnType<typeof compare>>>} */
  const table = {}
  for (const one of cases) table[one.name] = await compare(one)
  console.table(table)
} finally {
  rmSync(folder, { recursive: true })
}

/** @param {{ path: string, headers: Record<string, string>, isConditional?: boolean }} one */
async function compare({ path, headers, isConditional }) {
  const { headers: answered, body } = await fetchOnce(path, headers)
  const file = join(folder, 'bytes')
  writeFileSync(file, body)
  const twin = await startTwin({ headers: answered, file })
  const load = {
    headers: { ...headers, ...(isConditional && { 'if-none-match': answered.etag ?? '' }) },
    seconds: SECONDS,
  }
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    // In turn, so that a busy moment of the machine meets both.
    const [ours, bare] = [
      await measure({ ...load, url: new URL(path, base).href }),
      await measure({ ...load, url: new URL(path, twin.origin).href }),
    ]
    rounds.push({ ours, bare, ratio: ours / bare })
  }
  twin.stop()
  const { ours, bare, ratio } = rounds.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(ROUNDS / 2)] ?? {
    ours: NaN,
    bare: NaN,
    ratio: NaN,
  }
  return {
    kB: Math.round(body.length / 100) / 10,
    'front door /s': Math.round(ours),
    'twin /s': Math.round(bare),
    ratio: Math.round(ratio * 100) / 100,
  }
}

/** One answer as it travels, not inflated. @param {string} path @param {Record<string, string>} headers
 * @returns {Promise<{ headers: Record<string, string>, body: Buffer }>} */
function fetchOnce(path, headers) {
  return new Promise((done, fail) => {
    get(new URL(path, base), { headers, agent: false }, async (answer) => {
      if (answer.statusCode !== 200) return fail(new Error(`${path} answered ${answer.statusCode}`))
      const body = Buffer.concat(await answer.toArray())
      const own = Object.entries(answer.headers).flatMap(([name, value]) =>
        typeof value === 'string' && !['connection', 'date', 'keep-alive'].includes(name) ? [[name, value]] : [],
      )
      done({ headers: Object.fromEntries(own), body })
    }).once('error', fail)
  })
}
