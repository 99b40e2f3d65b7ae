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
