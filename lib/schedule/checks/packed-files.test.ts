import { expect, it } from 'vitest'
import { packFiles, unpackFiles } from './packed-files'

it('gives files back as they were, whatever is in them', async () => {
  const files = [
    { name: 'a\n"b', bytes: new Uint8Array([10, 0, 255, 10]) },
    { name: 'a\n"b', bytes: new Uint8Array() },
    { name: 'é', bytes: new TextEncoder().encode('[{"name":1}]\n') },
  ]
  expect(await unpackFiles(await packFiles(files))).toEqual(files)
})
