import { expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import type { AgendaSession } from '@/lib/program/agenda'
import { placeBlocks } from './blocks'
import { planConflicts } from './conflict-options'

const room = (id: string, zone: string) => ({ id, slug: id, name: id, zone, capacityKind: 'seats' }) as const
const rooms = [room('hall', 'North'), room('tent', 'South')]
const walks = [{ from: 'North', to: 'South', minutes: 15 }]
const before = new Date('2026-03-24T06:00:00Z')
const firsts = (...ids: string[]) => new Map(ids.map((id) => [id, 'first'] as const))
const lunch = {
  id: 'b',
  conferenceId: 'c',
  title: 'Podcast',
  startAt: '2026-03-24T12:00:00.000Z',
  endAt: '2026-03-24T13:00:00.000Z',
  daily: false,
}
const placed = placeBlocks([lunch], [], 'Europe/Paris')

const rust = talk('rust', { ...at('09:00', '10:00'), title: 'Rust', rooms: ['hall'], speakers: ['ann'] })
const go = talk('go', { ...at('09:30', '10:30'), rooms: ['tent'] })
const far = talk('far', { ...at('10:05', '11:00'), rooms: ['tent'] })
const noon = talk('noon', at('12:45', '13:30'))
const again = talk('again', { ...at('15:00', '16:00'), title: 'Rust', speakers: ['ann'], number: 7 })
const sides = (...sessions: (typeof rust)[]) => sessions.map((session) => ({ session, repeats: [] }))

it('names what is on at once, what cannot be reached, and what is on during a time of my own, in order', () => {
  const agenda = agendaOf([noon, far, rust, go], { rooms, walks })
  expect(planConflicts(agenda, firsts('rust', 'go', 'noon'), placed, before)).toEqual([
    { kind: 'overlap', day: '2026-03-24', minutes: 30, sides: sides(rust, go) },
    { kind: 'block', day: '2026-03-24', minutes: 15, sides: sides(noon), block: lunch },
  ])
  expect(planConflicts(agenda, firsts('rust', 'far'), [], before)).toEqual([
    { kind: 'walk', day: '2026-03-24', minutes: 10, sides: sides(rust, far) },
  ])
})

it('sees no conflict with a plan B, a hidden session, or a cancelled one', () => {
  const gone = talk('gone', { ...at('09:00', '10:00'), status: 'cancelled' })
  expect(
    planConflicts(
      agendaOf([rust, go, gone]),
      new Map([
        ['rust', 'first'],
        ['go', 'planB'],
        ['gone', 'first'],
      ]),
      [],
      before,
    ),
  ).toEqual([])
  expect(
    planConflicts(
      agendaOf([rust, go]),
      new Map([
        ['rust', 'first'],
        ['go', 'hidden'],
      ]),
      [],
      before,
    ),
  ).toEqual([])
})

it('offers the same session at another time', () => {
  expect(planConflicts(agendaOf([rust, go, again]), firsts('rust', 'go'), [], before)).toEqual([
    {
      kind: 'overlap',
      day: '2026-03-24',
      minutes: 30,
      sides: [
        { session: rust, repeats: [again] },
        { session: go, repeats: [] },
      ],
    },
  ])
})

it.each<[string, Partial<AgendaSession>]>([
  ['by other people', { speakers: ['bob'] }],
  ['at the same time', at('09:00', '10:00')],
  ['without a time', { startAt: undefined, endAt: undefined }],
  ['cancelled', { status: 'cancelled' }],
  ['that has begun', at('05:00', '05:30')],
  ['that collides with another first choice', at('09:45', '10:15')],
  ['during a time of my own', at('12:30', '13:00')],
  ['of another title', { title: 'Rust II' }],
])('offers none %s', (_, given) => {
  const conflict = planConflicts(
    agendaOf([rust, go, { ...again, ...given }]),
    firsts('rust', 'go'),
    placed,
    before,
  ).find(({ kind }) => kind === 'overlap')
  expect(conflict?.sides).toEqual(sides(rust, go))
})

it('offers none that I hid, and no other lunch', () => {
  expect(
    planConflicts(
      agendaOf([rust, go, again]),
      new Map([
        ['rust', 'first'],
        ['go', 'first'],
        ['again', 'hidden'],
      ]),
      [],
      before,
    )[0]?.sides,
  ).toEqual(sides(rust, go))
  const [meal, tomorrow] = [{ ...rust, kind: 'break' } as const, { ...again, kind: 'break' } as const]
  expect(planConflicts(agendaOf([meal, go, tomorrow]), firsts('rust', 'go'), [], before)[0]?.sides).toEqual(
    sides(meal, go),
  )
})

it('names no conflict that is over', () => {
  const kindsAt = (time: string) =>
    planConflicts(
      agendaOf([noon, far, rust, go], { rooms, walks }),
      firsts('rust', 'go', 'far', 'noon'),
      placed,
      new Date(`2026-03-24T${time}:00Z`),
    ).map(({ kind, sides: [one, other] }) => [kind, one?.session.id, other?.session.id])
  const [together, late, after, own] = [
    ['overlap', 'rust', 'go'],
    ['walk', 'rust', 'far'],
    ['overlap', 'go', 'far'],
    ['block', 'noon', undefined],
  ]
  expect(kindsAt('09:59')).toEqual([together, late, after, own])
  expect(kindsAt('10:00')).toEqual([late, after, own])
  expect(kindsAt('10:05')).toEqual([after, own])
  expect(kindsAt('10:30')).toEqual([own])
  expect(kindsAt('13:30')).toEqual([])
})

it('is late from the first minute on, and in time to the minute', () => {
  const kinds = (start: string) => {
    const next = talk('next', { ...at(start, '11:00'), rooms: ['tent'] })
    return planConflicts(agendaOf([rust, next], { rooms, walks }), firsts('rust', 'next'), [], before).map(
      ({ kind, minutes }) => [kind, minutes],
    )
  }
  expect([kinds('10:14'), kinds('10:15')]).toEqual([[['walk', 1]], []])
})

it.each(['service', 'container'] as const)('offers no other %s', (kind) => {
  const [one, tomorrow] = [
    { ...rust, kind },
    { ...again, kind },
  ]
  const [conflict] = planConflicts(agendaOf([one, go, tomorrow]), firsts('rust', 'go'), [], before)
  expect(conflict?.sides).toEqual(sides(one, go))
})

it('offers a repeat that is my plan B, or whose speakers one of both programmes does not name', () => {
  const offered = (given: Partial<AgendaSession>, rank?: 'planB' | 'first') => {
    const repeat = { ...again, ...given }
    const picks = new Map([...firsts('rust', 'go'), ...(rank ? [[again.id, rank] as const] : [])])
    return planConflicts(agendaOf([rust, go, repeat]), picks, [], before)[0]?.sides[0]?.repeats.map(({ id }) => id)
  }
  expect(offered({}, 'planB')).toEqual(['again'])
  expect(offered({}, 'first')).toEqual([])
  expect(offered({ speakers: [] })).toEqual(['again'])
  expect(offered({ speakers: ['ann', 'bob'] })).toEqual([])
  expect([offered({ title: 'RÜST' }), offered({ title: 'Rusty' })]).toEqual([['again'], []])
})

it('offers a repeat beside what I want only as plan B, and none that begins this minute', () => {
  const planB = talk('beside', at('15:00', '16:00'))
  const conflicts = (now: Date) =>
    planConflicts(
      agendaOf([rust, go, again, planB]),
      new Map([...firsts('rust', 'go'), ['beside', 'planB'] as const]),
      [],
      now,
    )
  expect(conflicts(before)[0]?.sides[0]?.repeats).toEqual([again])
  const early = { ...again, ...at('09:15', '09:20') }
  const [conflict] = planConflicts(
    agendaOf([{ ...rust, ...at('09:00', '10:00') }, { ...go, ...at('09:30', '10:30') }, early]),
    firsts('rust', 'go'),
    [],
    new Date('2026-03-24T09:15:00Z'),
  )
  expect(conflict?.sides[0]?.repeats).toEqual([])
})

it('takes two speakers for the same only where all are', () => {
  const duo = { ...rust, speakers: ['ann', 'bob'] }
  const repeatsOf = (speakers: string[]) =>
    planConflicts(agendaOf([duo, go, { ...again, speakers }]), firsts('rust', 'go'), [], before)[0]?.sides[0]?.repeats
      .length
  expect([['bob', 'ann'], ['ann', 'eve'], ['ann'], []].map(repeatsOf)).toEqual([1, 0, 0, 1])
})
