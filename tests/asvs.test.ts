import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** How many requirements of levels 1 and 2 each section of ASVS 5.0 has; they are numbered first, from 1. */
const sections: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1, '3.2': 2, '3.3': 4 },
  ...{ '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4, '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4, '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5 },
  ...{ '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1, '9.1': 3, '9.2': 4, '10.1': 2, '10.2': 2 },
  ...{ '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3, '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1 },
  ...{ '11.6': 1, '12.1': 3, '12.2': 2, '12.3': 4, '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4 },
  ...{ '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7, '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1 },
  ...{ '17.2': 4, '17.3': 2 },
}
const all = Object.entries(sections).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
)

const table = await readFile('docs/security/asvs.md', 'utf8')
const rows = table
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')))
  .map(([numbers = '', asked = '', state = '', how = '', test = '', ...more]) => ({
    numbers,
    asked,
    state,
    how,
    test,
    more,
  }))

/** The requirements of a row: one, or from one to another. */
function requirementsOf(numbers: string): string[] {
  const [first = '', last = first] = numbers.split('–')
  return all.slice(all.indexOf(first), all.indexOf(last) + 1)
}

describe('the table of ASVS 5.0', () => {
  it('has each of the 253 requirements of levels 1 and 2 once, in their order', () => {
    expect(all).toHaveLength(253)
    expect(rows.flatMap(({ numbers }) => requirementsOf(numbers))).toEqual(all)
  })

  it('says of each what is asked, whether it is met and how, and by what that is seen', () => {
    const states = ['met', 'partly', 'not met', 'n/a']
    const broken = rows.filter(
      ({ asked, state, how, test, more }) =>
        asked === '' || how === '' || !states.includes(state) || more.length > 0 || !isProof(state, test),
    )
    expect(broken).toEqual([])
  })

  it('names tests that are there', async () => {
    const named = rows.flatMap(({ test }) => testsOf(test))
    expect(named.length).toBeGreaterThan(120)
    const missing: string[] = []
    for (const { file, title } of named) {
      const text = await readFile(file, 'utf8').catch(() => '')
      if (!text.includes(title)) missing.push(`${file}: ${title}`)
    }
    expect(missing).toEqual([])
  })

  it('leads to places that are there, and say something', async () => {
    const links = rows.flatMap(({ how }) => [...how.matchAll(/\]\(([^)#]+)#?([^)]*)\)/g)])
    expect(links.length).toBeGreaterThan(10)
    const empty: string[] = []
    for (const [, path = '', place = ''] of links)
      if ((await textAt(join('docs/security', path), place)).length < 150) empty.push(`${path}#${place}`)
    expect(empty).toEqual([])
  })
})

/** What is not met, or not there, has no test; all else has one, or was read. */
function isProof(state: string, test: string): boolean {
  if (state === 'n/a' || state === 'not met') return test === '–'
  return test === 'by reading' || testsOf(test).length > 0
}

function testsOf(cell: string): { file: string; title: string }[] {
  return [...cell.matchAll(/`([^`]+\.(?:test\.tsx?|spec\.ts))`: ((?:(?!; `).)+)/g)].map(
    ([, file = '', title = '']) => ({ file, title }),
  )
}

/** What stands under a heading of a document, by the address that the heading has; without one, all of it. */
async function textAt(path: string, place: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '')
  if (!place) return text
  const sections = text.split(/^#+ (?=.*$)/m).map((section) => section.split('\n'))
  const found = sections.find(([heading = '']) => addressOf(heading) === place)
  return found?.slice(1).join('\n').trim() ?? ''
}

function addressOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\d -]/gu, '')
    .replaceAll(' ', '-')
}
