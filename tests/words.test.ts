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
    // What needs a yes is no problem: it has a sentence of its own.
    expect(codes.filter((code) => !(code in problems.code || code in bringIn.guard))).toEqual([])
  },
)

it('calls a recap by the one word of the glossary in French', () => {
  expect(JSON.stringify(messagesOf('fr'))).not.toMatch(/\brécits?\b/i)
})

/** Every reason that an expected outcome has, as it stands in the source: `{ ok: false, reason: 'last-owner' }`. */
async function outcomeReasons(): Promise<string[]> {
  const names = (await readdir('lib', { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name))
  const texts = await Promise.all(names.map((name) => readFile(`lib/${name}`, 'utf8')))
  const found = texts.flatMap((text) =>
    [...text.matchAll(/ok: false, reason: '([\w-]+)'/g)].map(([, reason = '']) => reason),
  )
  return [...new Set(found)].sort()
}

/** Groups of messages whose keys are reasons. */
function reasonsSaid(messages: object): string[] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null) return []
    return /^(reason|error|errors|refusal|problem|sendFailed|takeFailed)$/.test(key)
      ? [...Object.keys(value), ...reasonsSaid(value)]
      : reasonsSaid(value)
  })
}

const reasons = await outcomeReasons()
// What a screen says in a sentence of its own, or in that of another reason.
const elsewhere: Record<string, string> = {
  'too-many-groups': 'together.tooMany',
  'wrong-email': 'settings.deleteWrong',
  'only-owner': 'settings.deleteOwned',
  'sign-in-again': 'settings.deleteSignInAgain',
  sealed: 'notes.carry.takeFailed.broken',
  doubts: 'recaps.publishEvenSo',
}

function messageAt(messages: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), messages)
}

it.each(languages)('has a sentence in %s for each reason of an expected outcome', (language) => {
  const said = new Set(reasonsSaid(messagesOf(language)))
  expect(reasons.length).toBeGreaterThan(20)
  expect(reasons.filter((reason) => !said.has(reason)).sort()).toEqual(Object.keys(elsewhere).sort())
  for (const path of Object.values(elsewhere)) expect(messageAt(messagesOf(language), path)).toEqual(expect.any(String))
})
