// The organizers' board with 10,000 sessions in 300 rooms: which tasks of its first ten seconds are long, how soon it
// opens, and what a pointer's move costs while a session is dragged, beside the same moves over an empty page of the
// same build.
//   DATABASE_URL=… NEXTAUTH_SECRET=… node --import tsx bench/board.ts http://localhost:3000 [slowdown of the CPU]
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { findBrowser } from '../scripts/browser.mjs'
import { signInAsOwner, taskMs } from './on-page'

const [base = 'http://localhost:3000', slowdown = '4'] = process.argv.slice(2)
const [ROOMS, SESSIONS, DAYS, MOVES, ROUNDS] = [300, 10_000, 4, 120, 5]
const SLUG = `board-bench-${Date.now()}`
const EMAIL = 'board-bench@example.org'

const conferenceId = await makeLargeConference()
const browser = await chromium.launch(findBrowser())
const context = await browser.newContext({
  viewport: { width: 1280, height: 800 },
  baseURL: base,
  serviceWorkers: 'block',
})
const page = await context.newPage()
await signInAsOwner(page, EMAIL, conferenceId)
const devtools = await context.newCDPSession(page)
await devtools.send('Performance.enable')
await devtools.send('Emulation.setCPUThrottlingRate', { rate: Number(slowdown) })

const BOARD = `/c/${SLUG}/manage/board?day=2037-06-01`
const first = await longTasks()
const again = await longTasks()
const opening = []
for (let round = 0; round < ROUNDS; round++) opening.push(await opens(BOARD))
const held = await startOfDrag(page)
const dragging = await costsOfMoves(devtools, held)
await page.keyboard.press('Escape')
await page.goto('/nowhere')
await hand('mousePressed', { x: 400, y: 300 })
const empty = await costsOfMoves(devtools, { x: 400, y: 300 })
console.table([
  { what: 'tasks over 50 ms, first visit', ...first },
  { what: 'tasks over 50 ms, kept here', ...again },
])
console.table([
  { what: 'the board opens in, ms', median: quantile(opening, 0.5), worst: quantile(opening, 1) },
  {
    what: 'a move while dragging, ms',
    median: quantile(dragging, 0.5),
    p95: quantile(dragging, 0.95),
    worst: quantile(dragging, 1),
  },
  {
    what: 'the same over an empty page, ms',
    median: quantile(empty, 0.5),
    p95: quantile(empty, 0.95),
    worst: quantile(empty, 1),
  },
])
await browser.close()
await database().conference.delete({ where: { id: conferenceId } })
await database().$disconnect()

/** Milliseconds from asking for the page to the first frame with a session. */
async function opens(path: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(path, { waitUntil: 'commit' })
  // As text: what runs this file would name the function by a helper that the page does not have.
  return page.evaluate<number>(
    `new Promise((done) => {
      const look = () =>
        document.querySelector('[data-session]') ? done(performance.now()) : requestAnimationFrame(look)
      look()
    })`,
  )
}

/** The tasks over 50 ms in the first ten seconds of the board. */
async function longTasks(): Promise<{ count: number; all: string }> {
  await opens(BOARD)
  await new Promise((done) => setTimeout(done, 10_000))
  const tasks = await page.evaluate<string[]>(
    `new Promise((done) => {
      const told = (list) =>
        done(list.getEntries().map(({ startTime, duration }) => Math.round(duration) + ' at ' + Math.round(startTime)))
      new PerformanceObserver(told).observe({ type: 'longtask', buffered: true })
      setTimeout(() => done([]), 1_000)
    })`,
  )
  return { count: tasks.length, all: tasks.join(', ') }
}

/** Takes hold of a session in the middle of what is seen. */
async function startOfDrag(on: Page): Promise<{ x: number; y: number }> {
  const boxes = await Promise.all((await on.locator('[data-session]').all()).map((cell) => cell.boundingBox()))
  const box = boxes.find((one) => one !== null && one.x > 350 && one.x < 900 && one.y > 300 && one.y < 600)
  if (!box) throw new Error('no session is seen')
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await hand('mousePressed', at)
  await hand('mouseMoved', { x: at.x + 10, y: at.y + 10 })
  return at
}

/** A mouse whose button is held, as the browser hears of it: Playwright's asks the page at each move what it drags. */
async function hand(type: 'mousePressed' | 'mouseMoved', at: { x: number; y: number }): Promise<void> {
  await devtools.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', buttons: 1, clickCount: 1 })
}

/** What the main thread does for each of many moves in a wide circle, with the frame that follows, in milliseconds. */
async function costsOfMoves(cdp: CDPSession, { x, y }: { x: number; y: number }): Promise<number[]> {
  const costs = []
  for (let move = 0; move < MOVES; move++) {
    const angle = (move / MOVES) * 4 * Math.PI
    const before = await taskMs(cdp)
    await hand('mouseMoved', { x: x + 160 * Math.cos(angle), y: y + 110 * Math.sin(angle) })
    await new Promise((done) => setTimeout(done, 50))
    costs.push((await taskMs(cdp)) - before)
  }
  return costs
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0)) / 10
}

async function makeLargeConference(): Promise<string> {
  const db = database()
  const { id } = await db.conference.create({
    data: { slug: SLUG, name: 'A large one', acronym: 'large', timeZone: 'Europe/Paris', visibility: 'private' },
  })
  const rooms = await db.room.createManyAndReturn({
    data: Array.from({ length: ROOMS }, (_, nth) => ({
      ...{ conferenceId: id, slug: `room-${nth}`, name: `Room ${nth}`, position: nth, capacity: 40 + nth },
    })),
    select: { id: true },
  })
  const perDay = Math.ceil(SESSIONS / DAYS)
  const sessions = await db.session.createManyAndReturn({
    data: Array.from({ length: SESSIONS }, (_, nth) => {
      const [day, inDay] = [Math.floor(nth / perDay), nth % perDay]
      const start = Date.UTC(2037, 5, 1 + day, 7, Math.floor(inDay / ROOMS) * 60)
      const title = `Session ${nth} on something that takes two lines to say`
      return {
        ...{ conferenceId: id, number: nth + 1, title, rawTitle: title, dayOn: new Date(Date.UTC(2037, 5, 1 + day)) },
        ...{ startAt: new Date(start), endAt: new Date(start + 45 * 60_000) },
      }
    }),
    select: { id: true, number: true },
  })
  await db.sessionRoom.createMany({
    data: sessions.map((session) => ({
      sessionId: session.id,
      roomId: rooms[((session.number - 1) % perDay) % ROOMS]?.id ?? '',
    })),
  })
  return id
}
