// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { said, show } from '@/tests/show'
import { ChangeList } from './change-list'
import type { ListedSessionChange } from './group-changes'

const clocks = { timeZone: 'Europe/Paris' }
const at = (day: number, hour: number) => `2026-03-${day}T${String(hour).padStart(2, '0')}:00:00.000Z`
const change = (key: string, fields: ListedSessionChange['fields']): ListedSessionChange => ({
  key,
  kind: 'changed',
  title: key,
  fields,
})
const field = (name: ListedSessionChange['fields'][number]['field'], before: string, after: string) => ({
  field: name,
  before,
  after,
})

it('says day, start and end as one time, and of another night its day, too', () => {
  const changes = [
    change('Fog', [field('startAt', at(24, 8), at(24, 9)), field('endAt', at(24, 9), at(24, 10))]),
    change('Dew', [
      field('dayOn', '2026-03-24', '2026-03-25'),
      field('startAt', at(24, 8), at(25, 8)),
      field('endAt', at(24, 9), at(25, 9)),
      field('rooms', 'Hall', ''),
    ]),
    change('Night', [field('dayOn', '2026-03-24', '2026-03-25'), field('startAt', at(24, 23), at(25, 23))]),
    change('Open', [field('startAt', '', at(24, 8))]),
  ]
  show(<ChangeList changes={changes} clocks={clocks} />)
  expect(said()).toEqual([
    'region "At another time":',
    '  heading "At another time 4 sessions"',
    '  Fog',
    '  time: Tue 24 Mar 09:00–10:00 → 10:00–11:00',
    '  Dew',
    '  time: Tue 24 Mar 09:00–10:00 → Wed 25 Mar 09:00–10:00',
    '  room: Hall → nothing',
    '  Night',
    '  day: Tue 24 Mar → Wed 25 Mar',
    '  start: Wed 25 Mar 00:00 → Thu 26 Mar 00:00',
    '  Open',
    '  start: nothing → Tue 24 Mar 09:00',
  ])
})

it('folds what is too much to be read at once', () => {
  const many = (kind: ListedSessionChange['kind'], count: number) =>
    Array.from({ length: count }, (_, index) => ({
      key: `${kind} ${index}`,
      kind,
      title: `${kind} ${index}`,
      fields: [],
    }))
  show(<ChangeList changes={[...many('added', 13), ...many('cancelled', 2)]} clocks={clocks} canLeave />)
  const groups = [...document.querySelectorAll('details')]
  expect(groups.map(({ open, children: [summary] }) => [summary?.textContent, open])).toEqual([
    ['Cancelled2\u00a0sessions', true],
    ['New13\u00a0sessions', false],
  ])
})
