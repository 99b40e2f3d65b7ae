import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '@/scripts/programs.mjs'

// While servers are updated one at a time, those of the release before go on serving over the database of this one: its
// migrations only add what an old one need not know (docs/releasing.md).

const folder = join(root, 'prisma/migrations')
/** The last one that the release before had: docs/releasing.md says when it moves on. */
const RELEASED = '20261130003000_track_leads'

/** What an old server would trip over, each with what it would notice. */
const contractions: [what: string, pattern: RegExp][] = [
  ['a table or column that it reads is gone', /\bDROP\s+(TABLE|COLUMN|TYPE|VIEW)\b/i],
  ['something has another name', /\bRENAME\b/i],
  ['a column has another type', /\bALTER\s+COLUMN\s+"\w+"\s+(SET\s+DATA\s+)?TYPE\b/i],
  ['it leaves out what must be there', /\bSET\s+NOT\s+NULL\b|\bDROP\s+DEFAULT\b/i],
  ['it leaves out a new column that must be there', /\bADD\s+COLUMN\s+(?!"[^,;]*\bDEFAULT\b)"[^,;]*\bNOT\s+NULL\b/i],
  ['it reads a value that it does not know', /\bALTER\s+TYPE\s+"\w+"\s+ADD\s+VALUE\b/i],
  [
    'a row that it writes is refused',
    /\bADD\s+(CONSTRAINT\s+"\w+"\s+)?(CHECK|UNIQUE|EXCLUDE|PRIMARY\s+KEY|FOREIGN\s+KEY)\b|\bCREATE\s+UNIQUE\s+INDEX\b/i,
  ],
]

/** What a statement is about. */
const SUBJECT =
  /\b(?:(?:CREATE|ALTER|DROP)\s(?:TABLE|TYPE)|CREATE\s+UNIQUE\s+INDEX\s+"\w+"\s+ON)\s+(?:IF\s+NOT\s+EXISTS\s+)?"(\w+)"/i
const REFERENCE = /\bADD\s+CONSTRAINT\s+"\w+"\s+FOREIGN\s+KEY\s+\("(\w+)"\)[^,]*/gi

function statementsOf(sql: string): { subject: string; statement: string }[] {
  const statements = sql.replace(/^\s*--.*$/gm, '').split(';')
  return statements.map((statement) => ({ subject: SUBJECT.exec(statement)?.[1] ?? '', statement }))
}

/** Tables, types and columns (`Table.column`) that migrations made: a server from before them knows of none. */
function madeBy(sql: string): Set<string> {
  return new Set(
    statementsOf(sql).flatMap(({ subject, statement }) => [
      ...(/\bCREATE\s+(TABLE|TYPE)\b/i.test(statement) ? [subject] : []),
      ...[...statement.matchAll(/\bADD\s+COLUMN\s+"(\w+)"/gi)].map(([, column]) => `${subject}.${column}`),
    ]),
  )
}

/**
 * What of a migration a server of the release before would trip over.
 * @param made what this migration made, and those that came before it since that release
 */
function contractionsOf(sql: string, made = madeBy(sql)): string[] {
  const known = statementsOf(sql)
    .filter(({ subject }) => !made.has(subject))
    // In a column that it does not know it writes nothing, which refers to nothing.
    .map(({ subject, statement }) =>
      statement.replace(REFERENCE, (text, column) => (made.has(`${subject}.${column}`) ? '' : text)),
    )
  return contractions.filter(([, pattern]) => known.some((each) => pattern.test(each))).map(([what]) => what)
}

const since = readdirSync(folder).filter((name) => /^\d/.test(name) && name > RELEASED)

const read = (name: string) => readFileSync(join(folder, name, 'migration.sql'), 'utf8')

describe('migrations since the release before', () => {
  it('are those that come after one that is there', () => expect(readdirSync(folder)).toContain(RELEASED))

  it.each(since)('%s only adds', (name) => {
    const made = madeBy(
      since
        .filter((other) => other <= name)
        .map(read)
        .join(';\n'),
    )
    expect(contractionsOf(read(name), made)).toEqual([])
  })
})

describe('what takes away', () => {
  it.each([
    ['DROP TABLE "Pick"', ['a table or column that it reads is gone']],
    ['ALTER TABLE "Pick" DROP COLUMN "rank"', ['a table or column that it reads is gone']],
    ['ALTER TABLE "Pick" RENAME COLUMN "rank" TO "grade"', ['something has another name']],
    ['ALTER TABLE "Pick" ALTER COLUMN "rank" TYPE INTEGER', ['a column has another type']],
    ['ALTER TABLE "Pick" ALTER COLUMN "rank" SET NOT NULL', ['it leaves out what must be there']],
    [
      'ALTER TABLE "Pick" ADD COLUMN "a" INTEGER, ADD COLUMN "b" TEXT NOT NULL',
      ['it leaves out a new column that must be there'],
    ],
    [`ALTER TABLE "Pick" ADD COLUMN "a" TEXT NOT NULL DEFAULT ''`, []],
    ['CREATE TABLE "New" ("a" TEXT NOT NULL); ALTER TABLE "New" ALTER COLUMN "a" SET NOT NULL', []],
    ['-- DROP TABLE "Pick"', []],
    [`ALTER TYPE "PickRank" ADD VALUE 'third'`, ['it reads a value that it does not know']],
    [`CREATE TYPE "New" AS ENUM ('a'); ALTER TYPE "New" ADD VALUE 'b'`, []],
    ['ALTER TABLE "Pick" ADD CONSTRAINT "few" CHECK ("rank" < 3)', ['a row that it writes is refused']],
    ['ALTER TABLE "Pick" ADD CHECK ("rank" < 3) NOT VALID', ['a row that it writes is refused']],
    ['ALTER TABLE "Pick" ADD CONSTRAINT "one" UNIQUE ("rank")', ['a row that it writes is refused']],
    ['CREATE UNIQUE INDEX "Pick_rank_key" ON "Pick"("rank")', ['a row that it writes is refused']],
    [
      'ALTER TABLE "Pick" ADD CONSTRAINT "of" FOREIGN KEY ("rank") REFERENCES "Rank"("id") ON DELETE CASCADE',
      ['a row that it writes is refused'],
    ],
    [
      'ALTER TABLE "Pick" ADD COLUMN "a" UUID; ALTER TABLE "Pick" ADD CONSTRAINT "o" FOREIGN KEY ("a") REFERENCES "O"',
      [],
    ],
    ['CREATE TABLE "New" ("a" TEXT); CREATE UNIQUE INDEX "New_a_key" ON "New"("a")', []],
    [`CREATE TYPE "New" AS ENUM ('a'); DROP TYPE "New"`, []],
    ['CREATE INDEX "Pick_rank_idx" ON "Pick"("rank")', []],
  ])('%s', (sql, found) => expect(contractionsOf(sql)).toEqual(found))
})
