import { readdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { paths } from '@/lib/program/addresses'
import { placeAt } from '@/lib/program/pages'

const FOLDER = 'app/c/[conference]'
const FOLDERS = ['app', 'components', 'lib', 'server']

it('has every page of a conference in the one table of addresses, and no other', async () => {
  const files = (await readdir(FOLDER, { recursive: true })).filter((name) => name.endsWith('page.tsx'))
  const built = files.map((name) =>
    `/c/days/${dirname(name)}`.replace(/\/\.$/, '').replaceAll(/\[(\w+)\]/g, '2027-05-11'),
  )
  expect(built.filter((path) => !placeAt(path)?.name)).toEqual([])
  // A section of management is one page of the table.
  expect(new Set(built.map((path) => placeAt(path)?.name)).size).toBe(Object.keys(paths).length)
})

it('writes an address of a conference in no other place', async () => {
  const found: string[] = []
  for (const folder of FOLDERS)
    for (const name of await readdir(folder, { recursive: true })) {
      if (!/\.tsx?$/.test(name) || /\.test\.tsx?$/.test(name)) continue
      if (/\/c\/\$\{/.test(await readFile(`${folder}/${name}`, 'utf8'))) found.push(`${folder}/${name}`)
    }
  expect(found).toEqual(['lib/program/conference-address.ts'])
})
