import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { until } from '@/tests/until'
import { openThread } from './thread'

const folder = mkdtempSync(join(tmpdir(), 'hallway-thread-'))
const bundle = join(folder, 'worker.mjs')
writeFileSync(
  bundle,
  `
import { parentPort } from 'node:worker_threads'
let count = 0
const deeper = (depth) => deeper(depth + 1) + 1
const does = {
  count: () => (count += 1),
  hang: () => { for (;;); },
  hoard: () => { const all = []; for (;;) all.push(new Array(10_000).fill(all.length)) },
  recurse: () => deeper(0),
  leave: () => process.exit(0),
  break: () => { throw new Error('a bug') },
}
parentPort.on('message', (task) => {
  if (typeof task === 'string') return parentPort.postMessage(does[task]())
  task.port.postMessage('half')
  task.port.close()
  parentPort.postMessage(does[task.then]())
})
`,
)
const open = (more: { idleMs?: number; deadlineMs?: number } = {}) =>
  openThread<string, number>({ bundle, answer: z.number(), deadlineMs: 20_000, memoryMb: 32, ...more })

it('starts with the first task, keeps what it holds between tasks, and ends when none comes', async () => {
  const thread = open({ idleMs: 1 })
  expect(thread.isRunning()).toBe(false)
  // The second is asked before the first is done: no idle moment lies between them.
  expect(await Promise.all([thread.ask('count'), thread.ask('count')])).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: 2 },
  ])
  await until(
    async () => thread.isRunning(),
    (isRunning) => !isRunning,
  )
  expect(await thread.ask('count')).toEqual({ ok: true, value: 1 })
})

it.each([
  ['hang', 'tooSlow'],
  ['hoard', 'tooMuch'],
  ['recurse', 'tooMuch'],
  ['leave', 'tooMuch'],
] as const)('gives up what would %s, and does what comes after', async (name, reason) => {
  const thread = open({ deadlineMs: name === 'hang' ? 1_000 : 20_000 })
  expect(await Promise.all([thread.ask(name), thread.ask('count')])).toEqual([
    { ok: false, reason },
    { ok: true, value: 1 },
  ])
})

it('fails with a bug, and with a program that was not built', async () => {
  const thread = open()
  await expect(thread.ask('break')).rejects.toThrow('a bug')
  expect(await thread.ask('count')).toEqual({ ok: true, value: 1 })
  await expect(
    openThread({ bundle: join(folder, 'none.mjs'), answer: z.number(), deadlineMs: 1_000, memoryMb: 32 }).ask(1),
  ).rejects.toThrow(/none\.mjs is missing: npm run build/)
})

it('lets no more wait than it can tell when', async () => {
  const thread = open({ deadlineMs: 1_000 })
  const asked = [thread.ask('hang'), ...Array.from({ length: 200 }, () => thread.ask('count'))]
  await expect(asked[200]).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  expect((await Promise.all(asked.slice(0, 200))).at(-1)).toEqual({ ok: true, value: 199 })
})

it('stops what nobody wants to know any more, at work or waiting, and does what comes after', async () => {
  const thread = open()
  const hungUp = new AbortController()
  const asked = [
    thread.ask('hang', { signal: hungUp.signal }),
    thread.ask('hang', { signal: hungUp.signal }),
    thread.ask('count'),
  ]
  hungUp.abort()
  expect(await Promise.all(asked)).toEqual([
    { ok: false, reason: 'stopped' },
    { ok: false, reason: 'stopped' },
    { ok: true, value: 1 },
  ])
})

it('hears how far a thread is on a port that it hands over', async () => {
  const { port1, port2 } = new MessageChannel()
  const heard = new Promise((done) => port1.once('message', done))
  const thread = openThread({ bundle, answer: z.number(), deadlineMs: 20_000, memoryMb: 32 })
  expect(await thread.ask({ port: port2, then: 'count' }, { transfer: [port2] })).toEqual({ ok: true, value: 1 })
  expect(await heard).toBe('half')
})
