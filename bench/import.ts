// What an import costs beside the least that can be done: node --import tsx bench/import.ts [FILE…]
// Programmes of 1,000 and 10,000 sessions, and the files that are given, into a new conference, once more, and with a
// tenth of it changed. The twin parses the same file in the same thread, and has Postgres COPY the same rows; of XML a
// second one only passes over it (saxes, nobody listens) and copies. On a throw-away Postgres, the median of three
// rounds; last, the most memory that the process ever took, a worker that parses among it.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import pg from 'pg'
import { SaxesParser } from 'saxes'
import { parseInWorker } from '@/lib/formats/parse-in-worker'
import { connect } from '@/lib/platform/db'
import { applyBringIn } from '@/lib/schedule/bring-in/bring-in'
import { guardCodes } from '@/lib/schedule/bring-in/guards/guards'
import { createMigrated, startThrowAwayPostgres } from '@/scripts/database/throw-away-postgres.mjs'

const ROUNDS = 3
const timeZone = 'Europe/Paris'
const [now, later] = [new Date('2027-01-01T00:00:00Z'), new Date('2027-01-02T00:00:00Z')]

/** What an import writes, each with how its rows of a conference are found. */
const tables = {
  Session: '"conferenceId" = $1',
  Room: '"conferenceId" = $1',
  Track: '"conferenceId" = $1',
  Speaker: '"conferenceId" = $1',
  Change: '"conferenceId" = $1',
  SessionRoom: '"sessionId" IN (SELECT id FROM "Session" WHERE "conferenceId" = $1)',
  SessionSpeaker: '"sessionId" IN (SELECT id FROM "Session" WHERE "conferenceId" = $1)',
  SourceSession: '"sessionId" IN (SELECT id FROM "Session" WHERE "conferenceId" = $1)',
}

type File = { name: string; bytes: Uint8Array }
type Round = { first: number; twin: number; again: number; bare?: number; changed?: number; sessions: number }
type Case = { file: File; changed?: File }

const given = process.argv.slice(2).map((path): Case => ({ file: { name: basename(path), bytes: readFileSync(path) } }))
const cases: Case[] = [
  ...given,
  ...[1_000, 10_000].map((size) => ({ file: table(size), changed: table(size, ' again') })),
]

const postgres = await startThrowAwayPostgres()
const url = postgres.url('import')
const [db, client] = [connect(url, 10), new pg.Client({ connectionString: url })]
try {
  await createMigrated(url)
  await client.connect()
  for (const name of Object.keys(tables))
    await client.query(`CREATE TABLE "Twin${name}" (LIKE "${name}" INCLUDING ALL)`)
  const owner = await db.user.create({ data: { email: 'owner@example.org' } })

  /** Brings a file in, into a new conference or its own. @returns the conference, and the milliseconds it took */
  const bring = async (file: File, id: string | null, at: Date) => {
    const conference = id ? { id, timeZone } : null
    const make = id ? null : { name: `Of ${file.name}`, ownerId: owner.id }
    const request = {
      files: [file],
      address: null,
      siteKey: null,
      problems: [],
      conference,
      sourceName: null,
      timeZone,
      accept: guardCodes,
    }
    const begun = performance.now()
    const done = await applyBringIn(db, request, { make, userId: owner.id }, at)
    const ms = performance.now() - begun
    if (!done.conference) throw new Error(`${file.name}: ${done.reason}`)
    return { id: done.conference.id, sessions: done.standing.sessions, ms }
  }

  /** @param read what it costs to have read the file */
  const twin = async (id: string, read: () => unknown) => {
    // The server's own folder: it reads and writes in no other.
    const shown = await client.query<{ data_directory: string }>('SHOW data_directory')
    const folder = shown.rows[0]?.data_directory ?? ''
    const paths = new Map(Object.keys(tables).map((name) => [name, join(folder, `${name}.copy`)]))
    for (const [name, where] of Object.entries(tables)) {
      await client.query(`TRUNCATE "Twin${name}"`)
      await client.query(
        `COPY (SELECT * FROM "${name}" WHERE ${where.replace('$1', `'${id}'`)}) TO '${paths.get(name)}'`,
      )
    }
    const begun = performance.now()
    await read()
    await client.query('BEGIN')
    for (const [name, path] of paths) await client.query(`COPY "Twin${name}" FROM '${path}'`)
    await client.query('COMMIT')
    return performance.now() - begun
  }

  const rows = []
  for (const { file, changed } of cases) {
    const rounds: Round[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const first = await bring(file, null, now)
      const parsed = await twin(first.id, () => parseInWorker([file], { timeZone }))
      const bare = file.name.endsWith('.xml') ? await twin(first.id, () => passOver(file)) : undefined
      const again = await bring(file, first.id, later)
      const after = changed && (await bring(changed, first.id, later))
      rounds.push({
        ...{ first: first.ms, twin: parsed, bare, again: again.ms },
        ...{ changed: after?.ms, sessions: first.sessions },
      })
    }
    const middle = (of: 'first' | 'twin' | 'bare' | 'again' | 'changed') =>
      rounds.map((round) => round[of] ?? Number.NaN).toSorted((a, b) => a - b)[(ROUNDS - 1) / 2] ?? Number.NaN
    const [first, parsed, bare, sessions] = [middle('first'), middle('twin'), middle('bare'), rounds[0]?.sessions ?? 0]
    rows.push({
      file: file.name,
      sessions,
      'first ms': Math.round(first),
      'twin ms': Math.round(parsed),
      ratio: Math.round((first / parsed) * 10) / 10,
      'bare ms': Math.round(bare),
      'bare ratio': Math.round((first / bare) * 10) / 10,
      'µs/session': Math.round((first * 1000) / sessions),
      'same again ms': Math.round(middle('again')),
      'changed ms': Math.round(middle('changed')),
    })
  }
  console.table(rows)
  console.log(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`)
} finally {
  await client.end()
  await db.$disconnect()
  await postgres.stop()
}

/** The least that reading XML can be: nobody listens. */
function passOver({ bytes }: File): void {
  const parser = new SaxesParser()
  parser.on('error', () => undefined)
  parser.write(new TextDecoder().decode(bytes)).close()
}

/** A table of so many sessions, in 40 rooms over some days; a tenth of them called otherwise. */
function table(size: number, otherwise = ''): File {
  const lines = Array.from({ length: size }, (_, index) => {
    const [room, slot] = [index % 40, Math.floor(index / 40)]
    const day = new Date(Date.UTC(2027, 4, 10 + Math.floor(slot / 10))).toISOString().slice(0, 10)
    const hour = String(8 + (slot % 10)).padStart(2, '0')
    const title = `Talk ${index} about things that matter${index % 10 === 0 ? otherwise : ''}`
    return [
      index,
      title,
      day,
      `${hour}:00`,
      `${hour}:45`,
      `Room ${room}`,
      `Track ${index % 12}`,
      `Speaker ${index % 700}`,
    ]
  })
  const text = [['ID', 'Title', 'Day', 'Start', 'End', 'Room', 'Track', 'Speakers'], ...lines].join('\n')
  return { name: `${size} sessions`, bytes: new TextEncoder().encode(text) }
}
