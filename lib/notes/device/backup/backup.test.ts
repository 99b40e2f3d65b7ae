import { zipSync, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readBackup, writeBackup, type Backup } from './backup'
import { openZip } from '../../zip'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const at = '2026-03-24T09:00:00.000Z'
const now = new Date('2026-04-01T00:00:00.000Z')

const backup: Backup = {
  person: uuid(9),
  notes: [
    {
      id: uuid(1),
      conferenceId: uuid(2),
      sessionId: uuid(3),
      notedAt: at,
      updatedAt: at,
      text: 'héllo',
      state: 'AQID',
    },
    {
      id: uuid(4),
      conferenceId: uuid(2),
      place: 'Bar',
      notedAt: at,
      updatedAt: at,
      deletedAt: at,
      text: '',
      state: '',
    },
  ],
  picks: [{ sessionId: uuid(3), conferenceId: uuid(2), rank: 'planB' }],
  blocks: [
    {
      id: uuid(5),
      conferenceId: uuid(2),
      title: 'Podcast',
      startAt: at,
      endAt: '2026-03-24T10:00:00.000Z',
      daily: true,
    },
  ],
  attendances: [
    {
      sessionId: uuid(3),
      conferenceId: uuid(2),
      status: 'leftEarly',
      watchReplay: true,
      findSlides: false,
      reason: 'podcast',
    },
  ],
  photos: [
    {
      id: uuid(6),
      noteId: uuid(1),
      conferenceId: uuid(2),
      mediaType: 'image/jpeg',
      width: 10,
      height: 20,
      bytes: 3,
      takenAt: at,
      caption: 'slide',
      picture: new Uint8Array([1, 2, 3]),
    },
    {
      id: uuid(7),
      noteId: uuid(1),
      conferenceId: uuid(2),
      mediaType: 'image/png',
      width: 1,
      height: 1,
      bytes: 9,
      takenAt: at,
    },
  ],
}
const { notes, picks, blocks, attendances, photos: _photos, person } = backup
const data = { format: 'hallway-backup', version: 1, madeAt: at, person, notes, picks, blocks, attendances, photos: [] }
const zipOf = (json: unknown) => zipSync({ 'hallway.json': strToU8(JSON.stringify(json)) })

describe('writeBackup and readBackup', () => {
  it('bring everything back', () => {
    const { zip, leftOut } = writeBackup(
      backup,
      [{ path: 'kubecon/2026-03-24/0900-a.md', text: '# A', changedAt: at }],
      now,
    )
    expect(leftOut).toBe(0)
    const opened = openZip(zip)
    expect(opened.ok && opened.zip.paths).toEqual([
      'hallway.json',
      'notes/kubecon/2026-03-24/0900-a.md',
      `photos/${uuid(6)}.jpg`,
    ])
    expect(readBackup(zip)).toEqual({ ok: true, backup, problems: [] })
  })
})

describe('writeBackup', () => {
  it('leaves the oldest pictures out of what would be too large to restore', () => {
    const large = new Uint8Array(90_000_000)
    const photos = [1, 2, 3].map((day) => ({
      ...backup.photos[1],
      id: uuid(10 + day),
      noteId: uuid(1),
      conferenceId: uuid(2),
      mediaType: 'image/png' as const,
      width: 1,
      height: 1,
      bytes: 1,
      takenAt: `2026-03-2${day}T09:00:00.000Z`,
      picture: large,
    }))
    const { zip, leftOut } = writeBackup({ ...backup, notes: [], photos }, [], now)
    expect(leftOut).toBe(1)
    const read = readBackup(zip)
    expect(read.ok && read.backup.photos.map(({ id, picture }) => [id, picture?.byteLength])).toEqual([
      [uuid(11), undefined],
      [uuid(12), 90_000_000],
      [uuid(13), 90_000_000],
    ])
  })
})

describe('readBackup', () => {
  it('takes along nothing that the server would choke on: texts are cleaned, odd dates and numbers named', () => {
    const [note, block, photo] = [
      { ...notes[1], place: 'B\0ar\n ' },
      { ...blocks[0], title: `\0${'x'.repeat(300)}` },
      { ...backup.photos[1], caption: 'sl\0ide\ud800' },
    ]
    const wrong = {
      blocks: [
        block,
        { ...block, startAt: '0000-01-01T00:00:00.000Z' },
        { ...block, endAt: '+275760-09-13T00:00:00.000Z' },
        { ...block, title: '\0' },
      ],
      picks: [{ ...picks[0], knownVersion: 1e300 }],
    }
    expect(
      readBackup(
        zipOf({
          ...data,
          ...wrong,
          notes: [note],
          photos: [photo, { ...photo, width: 1.5 }],
          attendances: [{ ...attendances[0], reason: ' po\0d\r\ncast' }],
        }),
      ),
    ).toEqual({
      ok: true,
      backup: {
        person,
        notes: [{ ...note, place: 'Bar' }],
        picks: [],
        blocks: [{ ...block, title: 'x'.repeat(200) }],
        attendances: [{ ...attendances[0], reason: 'pod\ncast' }],
        photos: [{ ...photo, caption: 'slide' }],
      },
      problems: [
        ['photos[1]', 'width'],
        ['picks[0]', 'knownVersion'],
        ['blocks[1]', 'startAt'],
        ['blocks[2]', 'endAt'],
        ['blocks[3]', 'title'],
      ].map(([path, detail]) => ({ severity: 'error', path, code: 'rowBroken', detail })),
    })
  })

  it('unfolds a picture for one photo, however many name it, and nothing that would become far more than it is', () => {
    const row = {
      noteId: uuid(1),
      conferenceId: uuid(2),
      mediaType: 'image/png',
      width: 1,
      height: 1,
      bytes: 1,
      takenAt: at,
    }
    const [photos, files] = [
      (file: string) => Array.from({ length: 400 }, (_, index) => ({ ...row, id: uuid(100 + index), file })),
      (size: number) => ({ 'photos/a.png': new Uint8Array(size) }),
    ]
    const read = readBackup(
      zipSync({
        'hallway.json': strToU8(JSON.stringify({ ...data, photos: photos('photos/a.png') })),
        ...files(800_000),
      }),
    )
    expect(read.ok && read.backup.photos.reduce((sum, { picture }) => sum + (picture?.byteLength ?? 0), 0)).toBe(
      800_000,
    )
    expect(read.ok && read.problems.length).toBe(399)
    expect(readBackup(zipSync({ 'hallway.json': strToU8(JSON.stringify(data)), ...files(10_000_000) }))).toEqual({
      ok: false,
      reason: 'tooLarge',
    })
  })

  it('takes the good part of a backup that was edited or cut, and names the rest', () => {
    const { blocks: _blocks, ...broken } = data
    const first = notes[0]
    expect(
      readBackup(
        zipOf({
          ...broken,
          notes: [first, { ...first, id: '../x' }, null, { ...first, state: '<>' }, { ...first, notedAt: 'yesterday' }],
          picks: [{ ...picks[0], rank: 'best' }],
          photos: [{ ...backup.photos[1], file: 'photos/gone.png' }],
          more: 1,
        }),
      ),
    ).toEqual({
      ok: true,
      backup: { ...backup, notes: [first], picks: [], blocks: [], photos: [backup.photos[1]] },
      problems: [
        { severity: 'error', path: 'photos/gone.png', code: 'pictureBroken', detail: '' },
        { severity: 'error', path: 'notes[1]', code: 'rowBroken', detail: 'id' },
        { severity: 'error', path: 'notes[2]', code: 'rowBroken', detail: '' },
        { severity: 'error', path: 'notes[3]', code: 'rowBroken', detail: 'state' },
        { severity: 'error', path: 'notes[4]', code: 'rowBroken', detail: 'notedAt' },
        { severity: 'error', path: 'picks[0]', code: 'rowBroken', detail: 'rank' },
        { severity: 'error', path: 'blocks', code: 'listMissing', detail: '' },
      ],
    })
  })

  it.each([
    ['something else', zipOf({ hello: 1 }), 'notABackup'],
    ['a zip without data', zipSync({ 'a.txt': strToU8('x') }), 'notABackup'],
    ['data that is no JSON', zipSync({ 'hallway.json': strToU8('{') }), 'notABackup'],
    ['a version of later', zipOf({ ...data, version: 2 }), 'newerVersion'],
    [
      'a zip that reaches outside',
      zipSync({ 'hallway.json': strToU8(JSON.stringify(data)), '../x': strToU8('x') }),
      'unsafe',
    ],
    ['no zip', strToU8('hello'), 'notAZip'],
  ])('refuses %s', (_name, bytes, reason) => {
    expect(readBackup(bytes)).toEqual({ ok: false, reason })
  })
})
