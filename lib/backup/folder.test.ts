import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { whyUnwritable } from './folder'

it('makes the folder for backups for nobody else, and leaves nothing in it', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'hallway-folder-')), 'deep', 'down')
  expect([await whyUnwritable(folder), await whyUnwritable(folder)]).toEqual([null, null])
  expect([(await stat(folder)).mode & 0o777, await readdir(folder)]).toEqual([0o700, []])
})

it('says why none can be written there', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'hallway-folder-')), 'file')
  await writeFile(file, '')
  expect([await whyUnwritable(file), await whyUnwritable(join(file, 'below'))]).toEqual(['EEXIST', 'EEXIST'])
  expect(await whyUnwritable('/proc/nope')).toBe('ENOENT')
})
