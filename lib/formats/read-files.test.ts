import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { MOST_BYTES, readFiles } from './read-files'

const text = (words: string) => new TextEncoder().encode(words)

describe('readFiles', () => {
  it('inflates what is gzip, by content', () => {
    const { files, problems } = readFiles([
      { name: 'all.ics', bytes: gzipSync('BEGIN') },
      { name: 'plain.gz', bytes: text('plain') },
      { name: 'empty', bytes: text('') },
    ])
    expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['all.ics', 'BEGIN'],
      ['plain.gz', 'plain'],
      ['empty', ''],
    ])
    expect(problems).toEqual([])
  })

  it('leaves out a broken one, keeps the others', () => {
    const { files, problems } = readFiles([
      { name: 'broken', bytes: gzipSync('a long enough text').subarray(0, 20) },
      { name: 'good', bytes: text('good') },
    ])
    expect(files.map(({ name }) => name)).toEqual(['good'])
    expect(problems).toEqual([{ severity: 'error', path: 'broken', code: 'gzip-broken', detail: '' }])
  })

  it('stops inflating at the limit, for all files together', () => {
    const bomb = gzipSync(Buffer.alloc(MOST_BYTES * 5))
    const half = { name: 'half', bytes: new Uint8Array(MOST_BYTES / 2 + 1) }
    expect(readFiles([{ name: 'bomb', bytes: bomb }]).problems).toEqual([
      { severity: 'error', path: 'bomb', code: 'too-large', detail: '' },
    ])
    const halves = readFiles([half, { ...half, name: 'other half' }])
    expect([halves.files.map(({ name }) => name), halves.problems.map(({ path }) => path)]).toEqual([
      ['half'],
      ['other half'],
    ])
    expect(
      readFiles([
        { name: 'full', bytes: new Uint8Array(MOST_BYTES) },
        { name: 'more', bytes: gzipSync('') },
      ]).problems,
    ).toEqual([{ severity: 'error', path: 'more', code: 'too-large', detail: '' }])
  })
})
