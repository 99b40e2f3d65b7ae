// What a Hallway costs that nobody uses: every screen is opened once in a browser, then nobody does anything.
//   DATABASE_URL=… NEXTAUTH_SECRET=… node --import tsx bench/idle/idle.ts http://localhost:3000 [minutes]
// Linux only: it reads /proc of the server and of Postgres with their children, and how much the disk wrote on which
// Postgres' folder lies: that is ours alone where the file system is. What /proc says that a process wrote is more.
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { manageScreens, memberScreens, publicScreens } from '@/e2e/all-screens'
import { database } from '@/lib/platform/db'
import { findBrowser } from '@/scripts/browser.mjs'
import { signInAsOwner } from '../on-page'
import {
  diskKilobytes,
  familyOf,
  findListener,
  processorSeconds,
  proportionalKilobytes,
  requireLoopback,
} from '../processes.mjs'

const [base = 'http://localhost:3000', minutes = '30'] = process.argv.slice(2)
const EMAIL = `idle-bench-${Date.now()}@example.org`
const CONFERENCE = 'hallway-days'

const db = database()
const server = findListener(Number(requireLoopback(base).port))
const postgres = await findPostgres()
let peak = 0
const watching = setInterval(() => (peak = Math.max(peak, memory(server) + memory(postgres.pid))), 500)
await openEveryScreen()
clearInterval(watching)
// What all of that changed is not written while nobody does anything.
await db.$executeRaw`CHECKPOINT`
await db.$disconnect()
await wait(60_000)
console.log(`at most ${megabytes(peak)} MB while every screen was opened`)
console.log(`60 s later: server ${megabytes(memory(server))} MB, Postgres ${megabytes(memory(postgres.pid))} MB`)

const before = state()
for (let minute = 1; minute <= Number(minutes); minute++) {
  await wait(60_000)
  const now = state()
  const share = (of: 'server' | 'postgres') => Math.round(((now[of] - before[of]) / (60 * minute)) * 10_000) / 100
  const shares = `server ${share('server')} %, Postgres ${share('postgres')} % of a core`
  console.log(`${minute} min: ${shares}, written ${now.disk - before.disk} kB`)
}

function state() {
  return {
    server: familyOf(server).reduce((sum, pid) => sum + processorSeconds(pid), 0),
    postgres: familyOf(postgres.pid).reduce((sum, pid) => sum + processorSeconds(pid), 0),
    disk: diskKilobytes(postgres.folder),
  }
}

/** In kB. */
function memory(pid: number): number {
  return familyOf(pid).reduce((sum, one) => sum + proportionalKilobytes(one), 0)
}

/** As somebody signed in who owns the conference, and stays there; the browser is gone afterwards. */
async function openEveryScreen(): Promise<void> {
  const browser = await chromium.launch(findBrowser())
  const page = await browser.newPage({ baseURL: base })
  const { id } = await db.conference.findUniqueOrThrow({ where: { slug: CONFERENCE } })
  await signInAsOwner(page, EMAIL, id)
  const managed = manageScreens.map((screen) => `/c/${CONFERENCE}/manage${screen}`)
  for (const screen of [...publicScreens, ...memberScreens, ...managed]) {
    await page.goto(screen)
    await page.waitForLoadState('networkidle')
  }
  await browser.close()
}

/** Where its data lies, and the process that starts those that answer. */
async function findPostgres(): Promise<{ pid: number; folder: string }> {
  const [at] = await db.$queryRaw<{ answers: number; folder: string }[]>`
    SELECT pg_backend_pid() AS answers, current_setting('data_directory') AS folder`
  const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${at?.answers}/status`, 'utf8'))?.[1]
  return { pid: Number(parent), folder: at?.folder ?? '' }
}

function megabytes(kB: number): number {
  return Math.round(kB / 1024)
}
