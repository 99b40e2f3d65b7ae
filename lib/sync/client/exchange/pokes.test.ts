import { afterEach, beforeEach, expect, it, vi } from 'vitest'

/** A connection as a browser has it; the test is its other end. */
class Line {
  static all: Line[] = []
  static open = () => Line.all.filter(({ isClosed }) => !isClosed)
  isClosed = false
  onopen?: () => void
  onmessage?: (message: { data: string }) => void
  onerror?: () => void
  constructor(readonly address: string) {
    Line.all.push(this)
  }
  close(): void {
    this.isClosed = true
  }
  say(topic: string, version: number | null, spreadMs?: number): void {
    this.onmessage?.({ data: JSON.stringify({ topic, version, spreadMs }) })
  }
}

/** A page that comes and goes. */
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
const browser = new EventTarget()
const opened = () => Line.open().map(({ address }) => decodeURIComponent(address))
const line = () => {
  const [found] = Line.open()
  if (!found) throw new Error('no connection')
  return found
}

function look(visibilityState: 'visible' | 'hidden'): void {
  page.visibilityState = visibilityState
  page.dispatchEvent(new Event('visibilitychange'))
}

let onPoke: (typeof import('./pokes'))['onPoke']
let stops: (() => void)[] = []
let heard: string[] = []

/** Listens, and notes what is told. */
function listen(topic: string): () => void {
  const stop = onPoke(topic, (version) => heard.push(`${topic} ${version}`))
  stops.push(stop)
  return stop
}

/** So long, with all that is due meanwhile; returns what was told. */
async function after(ms: number): Promise<string[]> {
  await vi.advanceTimersByTimeAsync(ms)
  const told = heard
  heard = []
  return told
}

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Line)
  vi.stubGlobal('document', page)
  vi.stubGlobal('PageTransitionEvent', class extends Event {})
  vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser))
  vi.resetModules()
  ;({ onPoke } = await import('./pokes'))
  Line.all = []
  page.visibilityState = 'visible'
})

afterEach(async () => {
  for (const stop of stops) stop()
  await after(0)
  stops = []
  expect(opened()).toEqual([])
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('shares one connection among all that listen, and opens another when they listen to something else', async () => {
  const stop = listen('person')
  listen('conference:1')
  await after(0)
  expect(opened()).toEqual(['/api/live?topics=conference:1,person'])
  const second = listen('person')
  await after(0)
  expect(Line.all.length).toBe(1)
  line().say('person', 3)
  expect(await after(0)).toEqual(['person 3', 'person 3'])
  stop()
  second()
  await after(0)
  expect([opened(), Line.all.length]).toEqual([['/api/live?topics=conference:1'], 2])
  line().say('conference:1', 4)
  line().say('person', 5)
  expect(await after(300)).toEqual(['conference:1 4'])
})

it('tells once, as it stands by then, what is said again while a hall takes turns', async () => {
  listen('rooms:1')
  listen('conference:1')
  await after(0)
  line().say('rooms:1', 1, 10_000)
  line().say('conference:1', 7, 10_000)
  line().say('rooms:1', 2, 10_000)
  line().say('rooms:1', 3)
  expect((await after(10_000)).toSorted()).toEqual(['conference:1 7', 'rooms:1 3'])
  line().say('rooms:1', 4)
  expect(await after(300)).toEqual(['rooms:1 4'])
})

it('connects again after a failure, and asks all to look for themselves while it cannot', async () => {
  listen('person')
  listen('rooms:1')
  await after(0)
  line().onerror?.()
  expect([opened(), await after(1_000)]).toEqual([[], []])
  expect(opened()).toEqual(['/api/live?topics=person,rooms:1'])
  line().onerror?.()
  expect(await after(0)).toEqual(['person null', 'rooms:1 null'])
  expect(await after(30_000)).toEqual(['person null', 'rooms:1 null'])
  look('hidden')
  expect(await after(30_000)).toEqual([])
  look('visible')
  line().onopen?.()
  expect(await after(0)).toEqual(['person null'])
  expect(await after(120_000)).toEqual([])
})

it('hangs up while the page is put aside, and after a long sleep', async () => {
  listen('person')
  await after(0)
  browser.dispatchEvent(new Event('pagehide'))
  expect(opened()).toEqual([])
  browser.dispatchEvent(new Event('pageshow'))
  expect(opened()).toEqual([])
  browser.dispatchEvent(new Event('online'))
  expect(opened().length).toBe(1)
  look('hidden')
  await after(30_001)
  look('visible')
  expect([opened().length, Line.all.length]).toEqual([1, 3])
})

it('connects anew when the network is back, for a connection of before may have died without a word', async () => {
  listen('person')
  await after(0)
  browser.dispatchEvent(new Event('online'))
  expect([opened(), Line.all.length]).toEqual([['/api/live?topics=person'], 2])
})

it('comes back with a page that the browser had kept', async () => {
  listen('person')
  await after(0)
  browser.dispatchEvent(new Event('pagehide'))
  browser.dispatchEvent(Object.assign(new PageTransitionEvent('pageshow'), { persisted: false }))
  expect(opened()).toEqual([])
  browser.dispatchEvent(Object.assign(new PageTransitionEvent('pageshow'), { persisted: true }))
  expect(opened().length).toBe(1)
})
