import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { diskSpaceOf, freeBytesOf } from './disk-space'

it('says how many bytes are free where a folder is, and nothing of one that is not there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-space-'))
  expect([await freeBytesOf(folder), await freeBytesOf(join(folder, 'none'))]).toEqual([expect.any(Number), null])
})

it.each([
  [0, 'full'],
  [33_554_431, 'full'],
  [33_554_432, 'low'],
  [999_999_999, 'low'],
  [1_000_000_000, 'ok'],
  [null, 'ok'],
] as const)('takes %s free bytes for %s', (free, space) => {
  expect(diskSpaceOf(free)).toBe(space)
})
