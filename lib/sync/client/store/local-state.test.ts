import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Screens } from '../exchange/engine'
import type { LocalState } from '../exchange/known-state'

// What waits for the network hears of it from the window.
vi.stubGlobal('addEventListener', () => undefined)
vi.stubGlobal('removeEventListener', () => undefined)

type Page = {
  local: typeof import('./local-state')
  asked: typeof import('./last-asked')
  /** As the engine does. */ screens: Screens
  /** How often the engine was started. */ starts: () => number
}
let page: Page
let started: Screens[]

/** A page whose engine tells what the test has it tell. @param failures so many starts break first */
async function openPage(failures = 0): Promise<Page> {
  vi.resetModules()
  started = []
  const [{ provideDevice }, local, asked] = [
    await import('./device-code'),
    await import('./local-state'),
    await import('./last-asked'),
  ]
  let broken = 0
  const startDevice = (screens: Screens) => {
    started.push(screens)
    if (broken++ < failures) return Promise.reject(new Error('No network'))
    return Promise.resolve({ name: 'engine' } as never)
  }
  provideDevice(() => Promise.resolve({ startDevice, readDocuments: [] }))
  if (failures === 0) await local.withEngine()
  return {
    local,
    asked,
    get screens() {
      const [screens] = started
      if (!screens) throw new Error('No engine')
      return screens
    },
    starts: () => started.length,
  }
}
beforeEach(async () => {
  page = await openPage()
})

describe('the local state', () => {
  it('is what the store told, part by part, and nothing once somebody else is here', async () => {
    const { local, screens } = page
    screens.change({ ready: true, waiting: 2 })
    screens.change({ online: false })
    expect(local.localState()).toMatchObject({ ready: true, waiting: 2, online: false })
    screens.forget()
    expect(local.localState()).toEqual({
      ready: false,
      fetched: false,
      waiting: 0,
      unkept: 0,
      refused: [],
      online: true,
      troubled: false,
      signedOut: false,
      blocked: false,
      storage: 'ok',
    })
  })

  it('starts one engine for all who ask at once, and another where that one broke', async () => {
    await Promise.all([page.local.withEngine(), page.local.withEngine()])
    expect(page.starts()).toBe(1)
    const broken = await openPage(1)
    const heard = await Promise.allSettled([broken.local.withEngine(), broken.local.withEngine()])
    expect([heard.map(({ status }) => status), broken.starts()]).toEqual([['rejected', 'rejected'], 1])
    await broken.local.withEngine()
    expect(broken.starts()).toBe(2)
  })

  it('is waited for: told at once where it holds, else when it does, once', async () => {
    const { local, screens } = page
    const heard: number[] = []
    const holds = vi.fn(({ waiting }: LocalState) => waiting === 2)
    void local.untilLocalState(holds).then(({ waiting }) => void heard.push(waiting))
    screens.change({ waiting: 1 })
    await Promise.resolve()
    expect(heard).toEqual([])
    screens.change({ waiting: 2 })
    screens.change({ waiting: 3 })
    await vi.waitFor(() => expect(heard).toEqual([2]))
    const looks = holds.mock.calls.length
    screens.change({ waiting: 2 })
    expect(holds.mock.calls.length).toBe(looks)
    expect((await local.untilLocalState(({ waiting }) => waiting === 2)).waiting).toBe(2)
  })

  it('is read for a tap only once the store was', async () => {
    const { local, screens } = page
    let read: LocalState | undefined
    const reading = local.readLocalState().then((state) => (read = state))
    screens.change({ waiting: 1 })
    await new Promise(setImmediate)
    expect(read).toBeUndefined()
    screens.change({ ready: true })
    expect(await reading).toMatchObject({ ready: true, waiting: 1 })
  })
})

describe('what was asked for last', () => {
  const told = (count: number) => (state: LocalState) => state.waiting === count

  it('is known at once, and until the store tells of it', async () => {
    const { asked, screens } = page
    const ranks = asked.lastAsked<string>()
    let keep = () => undefined as void
    ranks.ask('s', 'first', new Promise<void>((done) => (keep = done)), told(1))
    expect([ranks.get('s'), ranks.get('another')]).toEqual([{ value: 'first' }, undefined])
    keep()
    await new Promise(setImmediate)
    expect(ranks.get('s')).toEqual({ value: 'first' })
    screens.change({ waiting: 1 })
    await vi.waitFor(() => expect(ranks.get('s')).toBeUndefined())
  })

  it('is the last of two, whichever is stored first', async () => {
    const { asked, screens } = page
    const ranks = asked.lastAsked<string>()
    ranks.ask('s', 'first', Promise.resolve(), told(1))
    ranks.ask('s', 'planB', Promise.resolve(), told(2))
    screens.change({ waiting: 1 })
    await new Promise(setImmediate)
    expect(ranks.get('s')).toEqual({ value: 'planB' })
    screens.change({ waiting: 2 })
    await vi.waitFor(() => expect(ranks.get('s')).toBeUndefined())
  })

  it('was nothing where it could not be kept', async () => {
    const ranks = page.asked.lastAsked<string>()
    ranks.ask('s', 'first', Promise.reject(new Error('No room')), told(1))
    await vi.waitFor(() => expect(ranks.get('s')).toBeUndefined())
  })
})
