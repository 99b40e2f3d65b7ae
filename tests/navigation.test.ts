import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

// Any page of the web can have a browser open an address of ours, cookies and all: opening one writes nothing.
it('lets no page and no reading address call what writes', async () => {
  const names = (await readdir('app', { recursive: true })).filter((name) =>
    /(^|\/)(page|layout|not-found)\.tsx$|(^|\/)route\.ts$/.test(name),
  )
  const found: string[] = []
  for (const name of names) {
    const text = await readFile(`app/${name}`, 'utf8')
    const reads = name.endsWith('route.ts')
      ? (text.slice(text.indexOf('export const GET')).split(/^export const (?:POST|PUT|PATCH|DELETE)/m)[0] ?? '')
      : text
    if (/\bmutations'|\.(create|createMany|update|updateMany|upsert|delete|deleteMany)\(|\$executeRaw/.test(reads))
      found.push(name)
  }
  expect(found).toEqual([])
})
