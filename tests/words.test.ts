import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { overridableFields } from '@/lib/program/snapshot'
import { languages } from '@/lib/i18n/language-names'
import { messagesOf } from '@/lib/i18n/messages'

/** Every code that reading a programme can give a problem, as it stands in the source. */
async function problemCodes(): Promise<string[]> {
  const inRoom = async (room: string) => (await readdir(room, { recursive: true })).map((name) => `${room}/${name}`)
  const files = (await Promise.all(['lib/formats', 'lib/schedule', 'lib/program'].map(inRoom))).flat()
  const names = files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const texts = await Promise.all(names.map((name) => readFile(name, 'utf8')))
  const found = texts.flatMap((text) =>
    [...text.matchAll(/addProblem\('\w+', .*?, '([a-z]+(?:-[a-z]+)+)'|\bcode: '([a-z]+(?:-[a-z]+)+)'/g)].map(
      ([, told, written]) => told ?? written ?? '',
    ),
  )
  return [...new Set(found)].sort()
}

const codes = await problemCodes()

// What is named in the code is never shown as it is named there.
it.each(languages)(
  'has a word in %s for each field that can be corrected, and for each problem of an import',
  (language) => {
    const { bringIn, problems } = messagesOf(language)
    expect(Object.keys(bringIn.sessionField).sort()).toEqual([...overridableFields].sort())
    expect(codes.length).toBeGreaterThan(30)
    expect(codes.filter((code) => !(code in problems.code))).toEqual([])
  },
)
