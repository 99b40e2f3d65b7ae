import { expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { coverageOf } from './coverage'
import type { Member } from './together'

const member = (name: string, first: string[], planB: string[] = []): Member => ({
  name,
  isMe: name === 'Ada',
  first,
  planB,
})

it('tells who goes where, what nobody covers, and where two could split up', () => {
  const agenda = agendaOf([
    talk('nine', at('08:00', '09:00')),
    talk('same hour', at('08:30', '09:30')),
    talk('later', at('10:00', '11:00')),
    talk('unwanted', at('08:00', '09:00')),
    talk('cancelled', { ...at('08:00', '09:00'), status: 'cancelled' }),
    talk('tomorrow', { dayOn: '2026-03-25', startAt: undefined, endAt: undefined }),
  ])
  const [ada, ben, eve] = [
    member('Ada', ['nine', 'cancelled']),
    member('Ben', ['nine', 'tomorrow'], ['same hour']),
    member('Eve', [], ['nine', 'later']),
  ]
  const said = coverageOf(agenda, { members: [ada, ben, eve] }).map(({ day, covered }) => ({
    day,
    covered: covered.map(({ session, going, couldGo, insteadOf }) => [
      session.id,
      going.map(({ name }) => name),
      couldGo.map(({ name }) => name),
      insteadOf.map(({ id }) => id),
    ]),
  }))
  expect(said).toEqual([
    {
      day: '2026-03-24',
      covered: [
        ['nine', ['Ada', 'Ben'], ['Eve'], ['same hour']],
        ['same hour', [], ['Ben'], []],
        ['later', [], ['Eve'], []],
      ],
    },
    { day: '2026-03-25', covered: [['tomorrow', ['Ben'], [], []]] },
  ])
})

it('names nobody’s sessions only where two could split up, and no day on which nobody wants anything', () => {
  const agenda = agendaOf([talk('nine', at('08:00', '09:00')), talk('same hour', at('08:30', '09:30'))])
  const insteadOf = (...members: Member[]) =>
    coverageOf(agenda, { members }).map(({ day, covered }) => [day, covered.map((one) => one.insteadOf.length)])
  const eve = member('Eve', [], ['same hour'])
  expect(insteadOf(member('Ada', ['nine']), eve)).toEqual([['2026-03-24', [0, 0]]])
  expect(insteadOf(member('Ada', ['nine']), member('Ben', ['nine']), eve)).toEqual([['2026-03-24', [1, 0]]])
  // What somebody goes to anyhow is covered.
  expect(insteadOf(member('Ada', ['nine']), member('Ben', ['nine', 'same hour']), eve)).toEqual([
    ['2026-03-24', [0, 0]],
  ])
  expect(insteadOf()).toEqual([])
})
