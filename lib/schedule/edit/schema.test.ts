import { describe, expect, it } from 'vitest'
import { formSchema, optionalCount, optionalText } from '@/lib/boundary/form'
import { finderOf, hasOldSpellings, type NamedPart } from './known-names'
import { conferenceEditSchema, roomEditSchema, sessionEditSchema, sessionLinksSchema, trackEditSchema } from './schema'

const id = '0f0e0d0c-0b0a-4908-8706-050403020100'
const session = {
  title: ' Rust \n for all ',
  dayOn: '2026-03-24',
  start: '09:00',
  end: '',
  kind: 'talk',
  room: id,
  track: '',
  speakers: 'Ann Lee, Acme, Inc.\n\n Bo \n, Nobody',
  description: '',
  language: '',
  capacity: '',
}
/** The fields that are wrong, each with its word. */
const wrong = (
  schema: { safeParse: (value: unknown) => { error?: { issues: { path: PropertyKey[]; message: string }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)

describe('a session’s form', () => {
  it('is read field by field; what is empty is nothing', () => {
    expect(sessionEditSchema.parse(session)).toEqual({
      title: 'Rust for all',
      dayOn: '2026-03-24',
      start: '09:00',
      end: null,
      kind: 'talk',
      room: id,
      track: null,
      speakers: [
        { name: 'Ann Lee', company: 'Acme, Inc.' },
        { name: 'Bo', company: null },
      ],
      description: null,
      language: null,
      capacity: null,
      level: null,
      soldOut: false,
      separateRegistration: false,
    })
    const { start: _s, room: _r, speakers: _p, capacity: _c, ...least } = session
    expect(sessionEditSchema.parse(least)).toMatchObject({ start: null, room: null, speakers: [], capacity: null })
  })

  it('names each field that is wrong', () => {
    expect(wrong(sessionEditSchema, { ...session, title: ' ' })).toEqual(['title required'])
    expect(wrong(sessionEditSchema, { ...session, title: 'x'.repeat(1_001) })).toEqual(['title too-long'])
    for (const [field, value] of [
      ['dayOn', '24 March'],
      ['start', '25:00'],
      ['start', '09:00:30'],
      ['kind', 'party'],
      ['room', 'hall'],
      ['capacity', '0'],
      ['capacity', '1.5'],
      ['capacity', 'many'],
    ])
      expect([field, value, wrong(sessionEditSchema, { ...session, [field ?? '']: value })?.length]).toEqual([
        field,
        value,
        1,
      ])
  })
})

it('takes addresses of the web alone', () => {
  expect(sessionLinksSchema.parse({ slidesUrl: 'https://x.org/a', replayUrl: '' })).toEqual({
    slidesUrl: 'https://x.org/a',
    replayUrl: null,
  })
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'x.org', `https://x.org/${'a'.repeat(1_000)}`])
    expect(sessionLinksSchema.safeParse({ slidesUrl: url }).success).toBe(false)
})

it('reads the forms of rooms, tracks and conferences', () => {
  expect(
    roomEditSchema.parse({ name: ' Hall  7 ', floor: '', zone: 'N', capacity: '120', capacityKind: 'seats' }),
  ).toEqual({ name: 'Hall 7', floor: null, zone: 'N', capacity: 120, capacityKind: 'seats' })
  expect([
    trackEditSchema.parse({ name: 'Code', color: '12' }).color,
    wrong(trackEditSchema, { name: 'Code', color: '13' })?.length,
  ]).toEqual([12, 1])
  const conference = {
    name: 'One',
    timeZone: 'Europe/Paris',
    language: 'en',
    venue: '',
    url: '',
    visibility: 'public',
  }
  expect(conferenceEditSchema.parse(conference)).toEqual({ ...conference, venue: null, url: null })
  expect(wrong(conferenceEditSchema, { ...conference, timeZone: 'Mars/Base' })).toEqual(['timeZone time-zone'])
  expect(wrong(conferenceEditSchema, { ...conference, visibility: 'secret' })?.length).toBe(1)
})

it('reads what a form sends as texts, without what no database keeps', () => {
  const schema = formSchema(roomEditSchema.pick({ name: true, capacity: true }))
  expect(schema.parse({ name: ' Hall\u0000 ', capacity: ' 7 ' })).toEqual({ name: 'Hall', capacity: 7 })
  expect(schema.safeParse({ name: 7 }).success).toBe(false)
  expect([
    optionalText(3).parse(undefined),
    optionalText(3).parse(' a '),
    optionalText(3).safeParse('abcd').success,
  ]).toEqual([null, 'a', false])
  expect(['', undefined, '1', '1000000'].map((value) => optionalCount.parse(value))).toEqual([null, null, 1, 1_000_000])
  expect(optionalCount.safeParse('1000001').success).toBe(false)
})

describe('a name that a source gives a part', () => {
  const part = (name: string, aliases: NamedPart['aliases'] = [], isArchived = false): NamedPart => ({
    id: name,
    name,
    archivedAt: isArchived ? new Date(0) : null,
    aliases,
  })

  it('means the one with that spelling, else the one that is called so', () => {
    const find = finderOf([part('Hall 7', [{ key: 'room seven', name: 'Room seven' }]), part('Loft')], [])
    expect(['Room  SEVEN', 'hall 7', 'LOFT', 'Attic'].map(find)).toEqual(['Hall 7', 'Hall 7', 'Loft', undefined])
    const both = finderOf([part('Loft'), part('Hall', [{ key: 'loft', name: 'Loft' }])], [])
    expect(both('Loft')).toBe('Hall')
  })

  it('means the first of two that are called so, and none that is archived', () => {
    const twins = [
      { ...part('Loft'), id: 'first' },
      { ...part('LOFT'), id: 'second' },
    ]
    expect(finderOf(twins, [])('loft')).toBe('first')
    expect(finderOf([part('Loft', [], true)], [])('loft')).toBe(undefined)
  })

  it('believes a spelling of before, unless sources call the part as it is called today', () => {
    const c = part('C++', [{ key: 'c', name: null }])
    expect([finderOf([c], [])('C'), finderOf([c], [])('C#')]).toEqual(['C++', 'C++'])
    expect([finderOf([c], ['c++'])('C'), finderOf([c], ['c++'])('C++')]).toEqual([undefined, 'C++'])
    const renamed = part('Systems', [{ key: 'c', name: null }])
    expect(finderOf([renamed], ['Systems'])('C#')).toBe('Systems')
    expect([hasOldSpellings([c]), hasOldSpellings([part('Loft', [{ key: 'loft', name: 'Loft' }])])]).toEqual([
      true,
      false,
    ])
  })
})
