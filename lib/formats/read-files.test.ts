import { deflateSync, gzipSync } from 'node:zlib'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFiles } from './read-files'
import { MOST_BYTES } from './most-bytes'

const text = (words: string) => new TextEncoder().encode(words)

describe('readFiles', () => {
  it('inflates what is gzip, by content', () => {
    const { files, problems } = readFiles([
      { name: 'all.ics', bytes: gzipSync('BEGIN') },
      { name: 'plain.gz', bytes: text('plain') },
      { name: 'deflated', bytes: deflateSync('deflated') },
      { name: 'like one', bytes: text('x^2 is no deflated body') },
      { name: 'empty', bytes: text('') },
    ])
    expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['all.ics', 'BEGIN'],
      ['plain.gz', 'plain'],
      ['deflated', 'deflated'],
      ['like one', 'x^2 is no deflated body'],
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

describe('a zip', () => {
  const zipped = (files: Zippable, name = 'export.zip') => ({ name, bytes: zipSync(files) })
  const codes = (...files: Parameters<typeof readFiles>[0]) =>
    readFiles(files).problems.map(({ path, code }) => `${path} ${code}`)

  it('is its files together, without folders and what macOS adds', () => {
    const { files, problems } = readFiles([
      zipped({
        days: {},
        'days/monday.json': text('[1]'),
        'days/tuesday.json': [text('[2]'), { level: 0 }],
        'empty.csv': text(''),
        '.DS_Store': text('x'),
        '__MACOSX/days/._monday.json': text('x'),
      }),
    ])
    expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['export.zip/days/monday.json', '[1]'],
      ['export.zip/days/tuesday.json', '[2]'],
      ['export.zip/empty.csv', ''],
    ])
    expect(problems).toEqual([])
  })

  it('is opened where it came compressed once more', () => {
    const bytes = gzipSync(zipSync({ 'a.ics': text('BEGIN') }))
    expect(readFiles([{ name: 'a', bytes }]).files.map(({ name }) => name)).toEqual(['a/a.ics'])
  })

  it('stays whole where it is an office file', () => {
    const workbook = zipped({ '_rels/.rels': text(''), '[Content_Types].xml': text('<Types/>') }, 'a.xlsx')
    const sheet = zipped({ mimetype: [text('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] }, 'a.ods')
    const inside = zipped({ 'a.xlsx': workbook.bytes }, 'a.zip')
    expect(readFiles([workbook, sheet, inside])).toEqual({
      files: [workbook, sheet, { name: 'a.zip/a.xlsx', bytes: Buffer.from(workbook.bytes) }],
      problems: [],
    })
  })

  it('may hold no archive, and leaves the other files', () => {
    const nest = zipped({ 'in.zip': zipSync({ 'a.json': text('[]') }), 'b.gz': gzipSync('b'), 'c.json': text('[]') })
    expect([codes(nest), readFiles([nest]).files.map(({ name }) => name)]).toEqual([
      ['export.zip/in.zip archive-in-archive', 'export.zip/b.gz archive-in-archive'],
      ['export.zip/c.json'],
    ])
  })

  it('stops at the limit, whatever it says of its sizes', () => {
    const bomb = zipSync({ 'a.json': new Uint8Array(MOST_BYTES + 1) })
    const liar = bomb.slice()
    const view = new DataView(liar.buffer)
    const directory = view.getUint32(liar.length - 6, true)
    for (const at of [22, directory + 24]) view.setUint32(at, 10, true)
    const halves = zipSync({ a: new Uint8Array(MOST_BYTES / 2), b: new Uint8Array(MOST_BYTES / 2 + 1) })
    expect(
      codes({ name: 'bomb', bytes: bomb }, { name: 'liar', bytes: liar }, { name: 'halves', bytes: halves }),
    ).toEqual(['bomb too-large', 'liar too-large', 'halves too-large'])
  })

  it('is refused when it holds very many files, or is cut', () => {
    const many = zipped(Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`${index}.json`, text('[]')])))
    const { bytes } = zipped({ 'a.json': strToU8('[1,2,3]') })
    const encrypted = bytes.slice()
    encrypted[8] = 99
    expect(
      codes(many, { name: 'cut', bytes: bytes.subarray(0, 40) }, { name: 'unknown way', bytes: encrypted }),
    ).toEqual(['export.zip zip-many-files', 'cut zip-broken', 'unknown way zip-broken'])
  })
})
