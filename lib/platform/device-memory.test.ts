import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forget, onMemory, recall, remember, rememberedKeys } from './device-memory'

/** A browser's memory as far as it is used, and its events. */
function openBrowser(memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | 'blocked') {
  const others = new EventTarget()
  vi.stubGlobal('addEventListener', others.addEventListener.bind(others))
  vi.stubGlobal('removeEventListener', others.removeEventListener.bind(others))
  // As browsers do it: the getter itself throws.
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => (memory === 'blocked' ? refuse('SecurityError') : memory),
  })
  return { clearElsewhere: () => others.dispatchEvent(Object.assign(new Event('storage'), { key: null })) }
}

function refuse(name: string): never {
  throw new DOMException('Access is denied for this document.', name)
}

function roomFor(most: number) {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) =>
      void (kept.size < most || kept.has(key) ? kept.set(key, value) : refuse('QuotaExceededError')),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

const told: (string | null)[] = []
let stop = () => {}

beforeEach(() => {
  told.length = 0
})

afterEach(() => {
  stop()
  stop = () => {}
  vi.unstubAllGlobals()
  Reflect.deleteProperty(globalThis, 'localStorage')
})

it('remembers, forgets and tells', () => {
  openBrowser(roomFor(2))
  stop = onMemory((key) => told.push(key))
  expect([recall('a'), remember('a', '1'), recall('a')]).toEqual([null, true, '1'])
  forget('a')
  expect([recall('a'), told]).toEqual([null, ['a', 'a']])
})

it('remembers until the page is left what a blocked or full memory does not keep, and never throws', () => {
  openBrowser('blocked')
  stop = onMemory((key) => told.push(key))
  expect([recall('b'), remember('b', '1'), recall('b')]).toEqual([null, false, '1'])
  forget('b')
  expect([recall('b'), told]).toEqual([null, ['b', 'b']])
  openBrowser(roomFor(1))
  expect([remember('c', '1'), remember('d', '1'), recall('c'), recall('d')]).toEqual([true, false, '1', '1'])
  forget('d')
})

it('names all that is remembered', () => {
  openBrowser(roomFor(2))
  remember('g', '1')
  remember('h', '1')
  remember('i', 'in the page')
  forget('g')
  expect(rememberedKeys().sort()).toEqual(['h', 'i'])
  forget('i')
})

it('hears that everything was cleared in another tab', () => {
  const { clearElsewhere } = openBrowser('blocked')
  stop = onMemory((key) => told.push(key))
  remember('e', '1')
  clearElsewhere()
  expect([recall('e'), told]).toEqual([null, ['e', null]])
})
