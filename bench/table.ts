// Scrolling a table of 600 sessions on a phone: the longest task of the main thread, and what a screen of scrolling
// costs, on a slowed processor.
//   DATABASE_URL=… NEXTAUTH_SECRET=… node --import tsx bench/table.ts http://localhost:3000 [slowdown of the CPU]
import { chromium, devices, type CDPSession, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { findBrowser } from '../scripts/browser.mjs'
import { signInAsOwner, taskMs } from './on-page'

const [base = 'http://localhost:3000', slowdown = '4'] = process.argv.slice(2)
const [ROOMS, SESSIONS, STEPS] = [50, 600, 120]
const SLUG = `table-bench-${Date.now()}`
const EMAIL = 'table-bench@example.org'

const conferenceId = await makeConference()
const browser = await chromium.launch(findBrowser())
const context = await browser.newContext({ ...devices['Pixel 7'], baseURL: base, serviceWorkers: 'block' })
const page = await context.newPage()
await signInAsOwner(page, EMAIL, conferenceId)
const devtools = await context.newCDPSession(page)
await devtools.send('Performance.enable')
await devtools.send('Emulation.setCPUThrottlingRate', { rate: Number(slowdown) })
await page.goto(`/c/${SLUG}/manage/sessions?as=table`)
await page.getByRole('gridcell').first().waitFor()
await new Promise((done) => setTimeout(done, 3_000))
await watchLongTasks(page)
const down = await costsOfScrolling(page, devtools, 160)
const up = await costsOfScrolling(page, devtools, -160)
const long = await page.evaluate<number[]>('window.longTasks')
console.table([
  { what: 'scrolling down by 160 px, ms', ...spread(down) },
  { what: 'scrolling up by 160 px, ms', ...spread(up) },
  { what: 'tasks over 50 ms', count: long.length, worst: Math.max(0, ...long) },
  {
    what: 'wider than the screen by, px',
    worst: await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
  },
])
await browser.close()
await database().conference.delete({ where: { id: conferenceId } })
await database().$disconnect()

/** Hears of each task of the main thread that takes longer than 50 ms. */
function watchLongTasks(on: Page): Promise<unknown> {
  return on.evaluate(
    `window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: 'longtask' })`,
  )
}

/** What the main thread does for each step of a finger on the table, with the frames that follow, in milliseconds. */
async function costsOfScrolling(on: Page, cdp: CDPSession, by: number): Promise<number[]> {
  const box = await on.getByRole('grid').boundingBox()
  if (!box) throw new Error('no table is seen')
  const costs = []
  for (let step = 0; step < STEPS; step++) {
    const before = await taskMs(cdp)
    await on.evaluate(`document.querySelector('[role=grid]').scrollBy(0, ${by})`)
    await new Promise((done) => setTimeout(done, 60))
    costs.push((await taskMs(cdp)) - before)
  }
  return costs
}

function spread(values: readonly number[]): { median: number; p95: number; worst: number } {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (part: number) => Math.round(10 * (sorted[Math.floor(part * (sorted.length - 1))] ?? 0)) / 10
  return { median: at(0.5), p95: at(0.95), worst: at(1) }
}

async function makeConference(): Promise<string> {
  const db = database()
  const { id } = await db.conference.create({
    data: { slug: SLUG, name: 'A long one', acronym: 'long', timeZone: 'Europe/Paris', visibility: 'private' },
  })
  const rooms = await db.room.createManyAndReturn({
    data: Array.from({ length: ROOMS }, (_, nth) => ({
      ...{ conferenceId: id, slug: `room-${nth}`, name: `Room ${nth}`, position: nth, capacity: 40 + nth },
    })),
    select: { id: true },
  })
  const sessions = await db.session.createManyAndReturn({
    data: Array.from({ length: SESSIONS }, (_, nth) => {
      const start = Date.UTC(2037, 5, 1 + Math.floor(nth / 200), 7, Math.floor((nth % 200) / ROOMS) * 60)
      const title = `Session ${nth} on something that takes two lines to say`
      return {
        ...{ conferenceId: id, number: nth + 1, title, rawTitle: title, dayOn: new Date(start).toISOString() },
        ...{ startAt: new Date(start), endAt: new Date(start + 45 * 60_000) },
      }
    }),
    select: { id: true, number: true },
  })
  await db.sessionRoom.createMany({
    data: sessions.map(({ id: sessionId, number }) => ({ sessionId, roomId: rooms[number % ROOMS]?.id ?? '' })),
  })
  return id
}
