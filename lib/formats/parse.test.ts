import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleThread } from '@/scripts/build/threads.mjs'
import { aProgram } from '@/tests/factories/program'
import { parseFiles } from './parse'
import { parseInWorker } from './parse-in-worker'

const program = aProgram([{ title: 'Rust', rooms: ['Hall A'], speakers: ['Ann Lee, Acme'] }], {
  timeZone: 'Europe/Paris',
})
const file = (content: unknown) => ({ name: 'program.json', bytes: new TextEncoder().encode(JSON.stringify(content)) })

describe('parseFiles', () => {
  it('reads a compressed file in the zone that it says itself', () => {
    expect(parseFiles([{ name: 'x', bytes: gzipSync(JSON.stringify(program)) }], { timeZone: null })).toEqual({
      ok: true,
      format: 'program-json',
      timeZone: 'Europe/Paris',
      program,
      problems: [],
    })
  })

  it('reads the good file and reports the broken one', () => {
    const parsed = parseFiles([{ name: 'broken', bytes: Uint8Array.of(0x1f, 0x8b, 1) }, file(program)], {
      timeZone: 'UTC',
    })
    expect(parsed).toEqual({
      ok: true,
      format: 'program-json',
      timeZone: 'UTC',
      program,
      problems: [{ severity: 'error', path: 'broken', code: 'gzip-broken', detail: '' }],
    })
  })

  it.each([
    ['nothing-given', []],
    ['unknown-format', [{ name: 'x', bytes: new Uint8Array(0) }]],
    ['unknown-format', [{ name: 'x', bytes: new TextEncoder().encode('hello') }]],
    ['too-large', [{ name: 'x', bytes: new Uint8Array(20_000_001) }]],
    ['time-zone-needed', [file({ ...program, timeZone: null })]],
    ['time-zone-needed', [file({ ...program, timeZone: 'Europe/Nowhere' })]],
  ])('says %s', (reason, files) => {
    expect(parseFiles(files, { timeZone: null })).toMatchObject({ ok: false, reason })
  })

  it('asks which format is meant where files are of several, and takes the answer', () => {
    const table = { name: 'talks.csv', bytes: new TextEncoder().encode('Title,Day,Room\nOxide,2027-05-11,Hall B\n') }
    const files = [file(program), table]
    const asked = parseFiles(files, { timeZone: null })
    expect(asked).toMatchObject({ ok: false, reason: 'which-format' })
    expect(!asked.ok && asked.candidates?.map(({ format, sessions, rooms }) => [format, sessions, rooms])).toEqual([
      ['csv', 1, 1],
      ['program-json', 1, 1],
    ])
    const parsed = parseFiles(files, { timeZone: 'UTC', format: 'csv' })
    expect(parsed.ok && parsed.program.sessions.map(({ title }) => title)).toEqual(['Oxide'])
  })

  it('does not ask where one format alone gives sessions', () => {
    const note = { name: 'read me', bytes: new TextEncoder().encode('a,b\nc,d\n') }
    const calendar = 'BEGIN:VCALENDAR\r\nPRODID:-//Sched.com Fog//EN\r\nEND:VCALENDAR'
    const empty = { name: 'all.ics', bytes: new TextEncoder().encode(calendar) }
    expect(parseFiles([file(program), note, empty], { timeZone: null })).toMatchObject({
      ok: true,
      format: 'program-json',
    })
  })

  it('says that a format is unknown', () => {
    expect(parseFiles([file(program)], { timeZone: null, format: 'gopher' })).toMatchObject({
      ok: false,
      reason: 'unknown-format',
    })
  })
})

describe('parseInWorker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-worker-'))
  const worker = join(folder, 'parse-worker.mjs')
  const script = (name: string, code: string) => {
    const path = join(folder, name)
    writeFileSync(path, code)
    return path
  }
  beforeAll(() => bundleThread('parse', worker))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('reads the same as in this thread', async () => {
    expect(await parseInWorker([file(program)], { timeZone: null }, { worker })).toEqual(
      parseFiles([file(program)], { timeZone: null }),
    )
  })

  it('gives up on what does not end, and on what wants all memory', async () => {
    const endless = script('endless.mjs', 'for (;;);')
    const greedy = script('greedy.mjs', 'const all = []; for (;;) all.push({ more: [] })')
    const limits = [
      { worker: endless, deadlineMs: 200 },
      { worker: greedy, memoryMb: 16 },
    ]
    expect(await Promise.all(limits.map((limit) => parseInWorker([], { timeZone: null }, limit)))).toMatchObject([
      { reason: 'too-slow' },
      { reason: 'too-slow' },
    ])
  })

  it('ends with whoever waits for it, at once', async () => {
    const endless = script('waited-for.mjs', 'for (;;);')
    const waiting = new AbortController()
    const limits = { worker: endless, deadlineMs: 600_000, signal: waiting.signal }
    const answer = parseInWorker([], { timeZone: null }, limits)
    waiting.abort()
    expect([await answer, await parseInWorker([], { timeZone: null }, limits)]).toMatchObject([
      { reason: 'too-slow' },
      { reason: 'too-slow' },
    ])
  })

  it('says what is missing when it was not built, and hides no bug', async () => {
    await expect(parseInWorker([], { timeZone: null }, { worker: join(folder, 'none.mjs') })).rejects.toThrow(
      /none\.mjs is missing: npm run build/,
    )
    await expect(
      parseInWorker([], { timeZone: null }, { worker: script('bug.mjs', 'throw new Error("a bug")') }),
    ).rejects.toThrow('a bug')
  })
})
