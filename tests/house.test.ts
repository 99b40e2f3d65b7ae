import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'

const FOLDERS = ['app', 'bench', 'components', 'e2e', 'lib', 'prisma', 'scripts', 'server', 'tests']
const MOST_FILES = 25

it(`keeps no folder of more than ${MOST_FILES} source files: whoever looks for one finds it`, async () => {
  const perFolder = new Map<string, number>()
  for (const folder of FOLDERS)
    for (const name of await readdir(folder, { recursive: true }))
      if (/\.(ts|tsx|mjs)$/.test(name) && !/\.test\.tsx?$/.test(name)) {
        const inside = dirname(`${folder}/${name}`)
        perFolder.set(inside, (perFolder.get(inside) ?? 0) + 1)
      }
  expect(perFolder.size).toBeGreaterThan(40)
  expect([...perFolder].filter(([, count]) => count > MOST_FILES)).toEqual([])
})
