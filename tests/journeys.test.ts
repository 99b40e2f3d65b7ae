import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

it('lets no two journeys take one name for what they make: they may share an app', async () => {
  const takenBy = new Map<string, string[]>()
  for (const file of (await readdir('e2e/journeys', { recursive: true })).filter((name) => name.endsWith('.spec.ts'))) {
    const text = await readFile(`e2e/journeys/${file}`, 'utf8')
    for (const [, name = ''] of text.matchAll(/`([a-z-]+-)\$\{info\.project\.name\}`/g))
      takenBy.set(name, [...(takenBy.get(name) ?? []), file])
  }
  expect(takenBy.size).toBeGreaterThan(20)
  expect([...takenBy].filter(([, files]) => files.length > 1)).toEqual([])
})

it('names nobody by the title of a test, which two may share once it is cut: info.testId is one’s own', async () => {
  const files = (await readdir('e2e', { recursive: true })).filter((name) => name.endsWith('.ts'))
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await readFile(`e2e/${file}`, 'utf8') })))
  expect(texts.filter(({ text }) => /info\.title\b/.test(text)).map(({ file }) => file)).toEqual([])
})

it('lets a browser keep a conference for the journeys that wait for that, and for no others by default', async () => {
  const files = (await readdir('e2e/journeys', { recursive: true })).filter((name) => name.endsWith('.spec.ts'))
  const texts = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(`e2e/journeys/${file}`, 'utf8') })),
  )
  const waits = texts.filter(({ text }) => text.includes('whenKept('))
  const allows = texts.filter(({ text }) => text.includes("serviceWorkers: 'allow'"))
  expect(waits.map(({ file }) => file).filter((file) => !allows.some((allowing) => allowing.file === file))).toEqual([])
  expect(allows.length).toBeLessThan(files.length / 2)
})

it('leaves nothing that a journey opened to those after it', async () => {
  const files = (await readdir('e2e/journeys', { recursive: true })).filter((name) => name.endsWith('.spec.ts'))
  const texts = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(`e2e/journeys/${file}`, 'utf8') })),
  )
  const own = texts.filter(({ text }) => /^import \{ test \} from '(\.\.\/)+journey'$/m.test(text))
  expect(texts.filter((one) => !own.includes(one)).map(({ file }) => file)).toEqual([])
})
