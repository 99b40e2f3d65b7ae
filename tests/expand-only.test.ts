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
]

/** What of this migration an old server would trip over. Tables that it makes itself are unknown to that. */
function contractionsOf(sql: string): string[] {
  const own = [...sql.matchAll(/CREATE TABLE "(\w+)"/g)].map(([, name = '']) => name)
  const statements = sql
    .replace(/^\s*--.*$/gm, '')
    .split(';')
    .filter((statement) => !own.some((name) => new RegExp(`(CREATE|ALTER) TABLE "${name}"`).test(statement)))
  return contractions.filter(([, pattern]) => statements.some((each) => pattern.test(each))).map(([what]) => what)
}

const since = readdirSync(folder).filter((name) => /^\d/.test(name) && name > RELEASED)

describe('migrations since the release before', () => {
  it('are those that come after one that is there', () => expect(readdirSync(folder)).toContain(RELEASED))

  it.each(since)('%s only adds', (name) => {
    expect(contractionsOf(readFileSync(join(folder, name, 'migration.sql'), 'utf8'))).toEqual([])
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
  ])('%s', (sql, found) => expect(contractionsOf(sql)).toEqual(found))
})
