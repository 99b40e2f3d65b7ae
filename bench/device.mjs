// A device that holds 2,000 notes and 20 conferences, without a network: node bench/device.mjs http://localhost:3000
// [slowdown of the CPU]
import { chromium } from '@playwright/test'
import * as Y from 'yjs'
import { findBrowser } from '../scripts/browser.mjs'

const [base = 'http://localhost:3000', slowdown = '1'] = process.argv.slice(2)
const SLUG = 'kubecon-eu-2026'
const [NOTES, CONFERENCES, ROUNDS] = [2_000, 20, 5]
const marks = [
  '> A word for word',
  '? What about IPv6',
  '- [ ] Try it at home',
  '@ Ada Lovelace, Analytical',
  '$ Booth 12',
]

const browser = await chromium.launch(findBrowser())
const context = await browser.newContext({
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  baseURL: base,
})
const page = await context.newPage()
const devtools = await context.newCDPSession(page)
await page.goto(`/c/${SLUG}`)
await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
await page.waitForFunction(holds, SLUG, { timeout: 30_000 })
const agenda = await (await context.request.get(`/c/${SLUG}/agenda.json`)).json()
const rows = Array.from({ length: NOTES }, (_, index) => noteOf(agenda.sessions[index % agenda.sessions.length], index))
await page.evaluate(fill, { rows, slug: SLUG, conferences: CONFERENCES })
await context.setOffline(true)

const session = agenda.sessions.find(({ kind }) => kind === 'talk')
const screens = [
  ['Now', '', 'h1'],
  ['Schedule', '/schedule', 'main a[href*="/sessions/"]'],
  ['Plan', '/plan', 'h1'],
  ['Notes', '/notes', 'main ul li'],
  ['a session', `/sessions/${session.slug}`, 'textarea'],
]
const table = []
for (const [name, path, sign] of screens)
  table.push({ screen: name, 'opens in, ms': median(await repeat(() => opens(`/c/${SLUG}${path}`, sign))) })
console.table(table)
console.log(
  `Typing 200 letters into one of the notes: the slowest letter was on the screen after ${await typing()} ms.`,
)
await browser.close()

/** Milliseconds from asking for a page to the first frame that has its content. */
async function opens(path, sign) {
  await page.goto('about:blank')
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: Number(slowdown) })
  await page.goto(path)
  // A locator looks only every half second.
  return page.evaluate(
    (selector) =>
      new Promise((done) => {
        const look = () => (document.querySelector(selector) ? done(performance.now()) : requestAnimationFrame(look))
        look()
      }),
    sign,
  )
}

/** The longest time from a key to the next frame, which the browser tells in steps of 8 ms. */
async function typing() {
  await opens(`/c/${SLUG}/sessions/${session.slug}`, 'textarea')
  await page.evaluate(() => {
    window.slowest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.slowest = Math.max(window.slowest, duration)
    }).observe({ type: 'event', durationThreshold: 16 })
  })
  await page.locator('textarea').first().click()
  await page.locator('textarea').first().pressSequentially('What quokkas do at night. '.repeat(8).slice(0, 200))
  return page.evaluate(() => window.slowest)
}

async function repeat(measure) {
  const times = []
  for (let round = 0; round < ROUNDS; round++) times.push(await measure())
  return times
}

function median(values) {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)])
}

/** A note of some 600 characters, as the store holds it; its Yjs document in base64. */
function noteOf(session, index) {
  const lines = Array.from({ length: 12 }, (_, line) => `${marks[(index + line) % marks.length]} (${index}.${line})`)
  const doc = new Y.Doc()
  doc.getText('text').insert(0, `Note ${index} on ${session.title}\n${lines.join('\n')}`)
  const notedAt = session.startAt ?? new Date().toISOString()
  return {
    id: crypto.randomUUID(),
    conferenceId: agenda.conference.id,
    sessionId: session.id,
    notedAt,
    updatedAt: notedAt,
    text: doc.getText('text').toString(),
    state: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'),
  }
}

/** In the page: the guest's store holds a conference, texts and all. */
async function holds(slug) {
  const store = await new Promise((done) => {
    const opening = indexedDB.open('hallway-guest')
    opening.onsuccess = () => done(opening.result)
  })
  const row = await new Promise((done) => {
    const reading = store.transaction('keptFacts').objectStore('keptFacts').get(slug)
    reading.onsuccess = () => done(reading.result)
  })
  store.close()
  return row?.texts !== undefined
}

/** In the page: writes the notes and so many conferences into the guest's store. */
async function fill({ rows, slug, conferences }) {
  const store = await new Promise((done) => {
    const opening = indexedDB.open('hallway-guest')
    opening.onsuccess = () => done(opening.result)
  })
  const ofConferences = ['agendas', 'descriptions', 'keptFacts']
  const writing = store.transaction(['notes', ...ofConferences], 'readwrite')
  for (const name of ofConferences) {
    const table = writing.objectStore(name)
    const reading = table.get(slug)
    reading.onsuccess = () => {
      for (let index = 1; index < conferences; index++) table.put({ ...reading.result, slug: `${slug}-${index}` })
    }
  }
  for (const { state, ...row } of rows)
    writing.objectStore('notes').put({ ...row, state: Uint8Array.from(atob(state), (letter) => letter.charCodeAt(0)) })
  await new Promise((done, fail) => {
    writing.oncomplete = done
    writing.onabort = () => fail(writing.error)
  })
  store.close()
}
