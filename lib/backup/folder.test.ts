import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root, runProgram } from '@/scripts/programs.mjs'
import { makeBackupFolder, whyUnwritable } from './folder'

it('makes a folder for backups for nobody else', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'hallway-folder-')), 'deep', 'down')
  await makeBackupFolder(folder)
  await makeBackupFolder(folder)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

it('says why none can be written there, makes nothing and leaves nothing', async () => {
  const place = await mkdtemp(join(tmpdir(), 'hallway-folder-'))
  expect(await whyUnwritable(place)).toBeNull()
  expect(await whyUnwritable(join(place, 'not-mounted', 'backups'))).toBe('ENOENT')
  expect(await whyUnwritable('/proc/nope')).toBe('ENOENT')
  expect(await readdir(place)).toEqual([])
  await writeFile(join(place, 'file'), '')
  expect(await whyUnwritable(join(place, 'file'))).toBe('ENOTDIR')
})

it('leaves nothing on a disk that takes a name and nothing in it', async () => {
  const place = await mkdtemp(join(tmpdir(), 'hallway-folder-'))
  const file = JSON.stringify(join(root, 'lib/backup/folder.ts'))
  const program = `import(${file}).then(({ whyUnwritable }) => whyUnwritable(process.argv[1])).then(console.log)`
  // No file may have any content: so does a full disk, whose code is ENOSPC.
  const words = ['-c', 'ulimit -f 0; exec "$@"', 'sh', process.execPath, '--import', 'tsx', '-e', program, place]
  const { output } = await runProgram('/bin/sh', words, { env: { TSX_DISABLE_CACHE: '1' } })
  expect([output.trim(), await readdir(place)]).toEqual(['EFBIG', []])
})
