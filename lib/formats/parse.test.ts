import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleThread } from '@/scripts/build/threads.mjs'
import { aProgram } from '@/tests/factories/program'
import { xlsxOf } from '@/tests/factories/spreadsheet'
import { parseFiles } from './parse'
import { parseInWorker } from './parse-in-worker'
import type { ImportFile } from './reading/adapter'
import type { ColumnMapping } from './reading/column-mapping'

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

  describe('of a spreadsheet with tables of text beside it', () => {
    const rows = [
      ['Title', 'Day', 'Start', 'Room'],
      ['Oxide', '2027-05-11', '09:00', 'Hall B'],
      ['Rust', '2027-05-11', '10:00', 'Hall A'],
    ]
    const sheet = { name: 'programme.xlsx', bytes: xlsxOf([{ name: 'Talks', rows }]) }
    const csvOf = (...lines: string[][]) => ({
      name: 'programme.csv',
      bytes: new TextEncoder().encode(lines.map((line) => line.join()).join('\n')),
    })
    const read = (files: ImportFile[], mapping?: ColumnMapping) => {
      const parsed = parseFiles(files, { timeZone: 'UTC', mapping })
      if (!parsed.ok) return parsed.reason
      const said = parsed.problems.map(({ path, code }) => `${path}: ${code}`)
      return [parsed.format, parsed.program.sessions.map(({ title }) => title), said]
    }

    it('reads all of them, and once what is the same', () => {
      const same = ['spreadsheet', ['Oxide', 'Rust'], ['programme.csv: same-as-spreadsheet']]
      expect(read([csvOf(...rows), sheet])).toEqual(same)
      expect(read([sheet, csvOf(...rows.slice(0, 2))])).toEqual(same)
      const more = ['Clay', '2027-05-12', '09:00', 'Hall A']
      expect(read([csvOf(...rows.slice(0, 1), more), sheet])).toEqual(['spreadsheet', ['Clay', 'Oxide', 'Rust'], []])
    })

    it('reads each by its own columns, also where those of one were said by hand', () => {
      const other = csvOf(['Talk title', 'Date', 'Begins', 'Where'], ['Clay', '2027-05-12', '09:00', 'Hall A'])
      const all = ['spreadsheet', ['Oxide', 'Rust', 'Clay'], []]
      expect(read([sheet, other])).toEqual(all)
      expect(read([sheet, other], { title: 'Title', day: 'Day', start: 'Start' })).toEqual(all)
    })
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
  const worker = join(folder, 'parse-worker.cjs')
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
