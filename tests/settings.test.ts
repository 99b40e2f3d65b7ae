import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { environmentNames } from '@/lib/platform/env'
import { root } from '@/scripts/programs.mjs'

// A variable that is read is one that is told of, where people look for it; and what is told of is read.

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const sorted = (names: Iterable<string>) => [...new Set(names)].sort()

/** The names in the first cells of README's table; `…_BUCKET` takes all but the last word of the name before it. */
function namesOfTable(markdown: string): string[] {
  const cells = [...markdown.matchAll(/^\| (`.+?`) \|/gm)].map(([, cell = '']) => cell)
  return cells.flatMap((cell) => {
    const [first = '', ...rest] = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    const stem = first.replace(/_[A-Z]+$/, '')
    return [first, ...rest.map((name) => name.replace(/^…/, stem))]
  })
}

describe('every variable that is read, and no other', () => {
  it('stands in .env.example', () => {
    const given = [...read('.env.example').matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].map(([, name = '']) => name)
    expect(sorted(given)).toEqual(sorted(environmentNames))
  })

  it('stands in README’s table, but for that of tests', () => {
    expect(sorted(namesOfTable(read('README.md')))).toEqual(
      sorted(environmentNames).filter((name) => name !== 'HALLWAY_NOW'),
    )
  })
})

it('reads what a table names in short', () => {
  expect(namesOfTable('| `A_B_ONE`, `…_TWO`, `C` | for `D` |\n|---|---|')).toEqual(['A_B_ONE', 'A_B_TWO', 'C'])
})
