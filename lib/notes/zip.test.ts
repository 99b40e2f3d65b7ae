import { randomBytes } from 'node:crypto'
import { strFromU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { MOST_INFLATED_BYTES, openZip, zipFiles } from './zip'

const at = '2026-03-24T09:00:00.000Z'

function opened(bytes: Uint8Array) {
  const result = openZip(bytes)
  if (!result.ok) throw new Error(result.reason)
  return {
    paths: result.zip.paths,
    read: (path: string) => result.zip.read([path]).get(path) ?? null,
    readAll: result.zip.read,
  }
}

it('packs files and reads each again', () => {
  const zip = opened(
    zipFiles([
      { path: 'a/b.md', content: 'héllo', changedAt: at },
      { path: 'p.jpg', content: new Uint8Array([1, 2, 3]), changedAt: '0001-01-01T00:00:00.000Z' },
    ]),
  )
  expect(zip.paths).toEqual(['a/b.md', 'p.jpg'])
  expect(strFromU8(zip.read('a/b.md') ?? new Uint8Array())).toBe('héllo')
  expect(zip.read('p.jpg')).toEqual(new Uint8Array([1, 2, 3]))
  expect(zip.read('other')).toBe(null)
})

it.each([['../up.md'], ['a/../../up.md'], ['/etc/passwd'], ['C:\\x'], ['a\\b'], ['__proto__/x']])(
  'refuses a zip that names %s',
  (path) => {
    expect(openZip(zipSync({ [path]: new Uint8Array(1) }))).toEqual({ ok: false, reason: 'unsafe' })
  },
)

it('refuses what unfolds to more than it may, without unfolding it', () => {
  const packed = zipSync({ 'a.md': new Uint8Array(1_000) })
  expect(openZip(withDeclaredSize(packed, MOST_INFLATED_BYTES + 1))).toEqual({ ok: false, reason: 'tooLarge' })
})

it('refuses what unfolds to far more than it is', () => {
  const packed = zipSync({ 'a.md': new Uint8Array(10_000_000) })
  expect(packed.length).toBeLessThan(20_000)
  expect(openZip(packed)).toEqual({ ok: false, reason: 'tooLarge' })
})

it('unfolds no more than it may in all, however often a file is asked for or listed', () => {
  const noise = new Uint8Array(randomBytes(20_000))
  const zip = opened(zipSync({ 'a.md': new Uint8Array(900_000), 'b.md': new Uint8Array(900_000), 'c.bin': noise }))
  const first = zip.readAll(['a.md', 'a.md', 'a.md'])
  expect([...first.keys(), first.get('a.md')?.length]).toEqual(['a.md', 900_000])
  const sizes = Array.from({ length: 40 }, () => zip.read('b.md')?.length ?? 0)
  expect(sizes.reduce((sum, size) => sum + size, 900_000)).toBeLessThanOrEqual(1_000_000 + 100 * 30_000)
  expect(sizes.at(-1)).toBe(0)
})

it('lets no file become larger than it says', () => {
  const lying = withDeclaredSize(zipSync({ 'a.md': new Uint8Array(50_000_000) }), 10)
  expect(opened(lying).read('a.md')?.length ?? 0).toBeLessThanOrEqual(10)
})

it('refuses what is no zip, or was cut off', () => {
  expect(openZip(new Uint8Array(0))).toEqual({ ok: false, reason: 'notAZip' })
  expect(openZip(new Uint8Array(100_000))).toEqual({ ok: false, reason: 'notAZip' })
  expect(openZip(zipFiles([{ path: 'a', content: 'x'.repeat(1_000), changedAt: at }]).slice(0, -30))).toEqual({
    ok: false,
    reason: 'notAZip',
  })
})

it('reads the good files of a zip that has a broken one', () => {
  const packed = zipFiles([
    { path: 'a', content: 'x'.repeat(1_000), changedAt: at },
    { path: 'b', content: 'good', changedAt: at },
  ])
  packed.fill(0xff, 31, 40)
  const zip = opened(packed)
  expect(zip.read('a')).toBe(null)
  expect(strFromU8(zip.read('b') ?? new Uint8Array())).toBe('good')
})

/** The only file's size as the directory at the end says it. */
function withDeclaredSize(zip: Uint8Array, bytes: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset)
  for (let at = zip.length - 46; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    view.setUint32(at + 24, bytes, true)
    return zip
  }
  throw new Error('This zip has no directory.')
}
