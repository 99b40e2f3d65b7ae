// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { Group, Member } from '@/lib/planning/together'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { said, show } from '@/tests/show'
import { Coverage } from './coverage'

const agenda = agendaOf([
  talk('rust', { ...at('09:00', '10:00'), title: 'Rust' }),
  talk('go', { ...at('09:30', '10:30'), title: 'Go <b>' }),
  talk('late', { ...at('16:00', '17:00'), title: 'Late', dayOn: '2026-03-25' }),
])
const member = (name: string, first: string[], planB: string[] = []): Member => ({
  name,
  isMe: false,
  first,
  planB,
})
const group = (...members: Member[]): Group => ({ id: 'g', name: 'Us', isOpen: true, members })
const coverage = (given: Group, language: 'en' | 'fr' = 'en') => {
  const days = [{ date: '2026-03-24', label: 'Tue 24 Mar' }]
  show(<Coverage group={given} agenda={agenda} days={days} nameOf={({ name }) => name ?? ''} />, language)
  return said()
}

it('says day by day who goes, what nobody covers, and where two could split up', () => {
  const [ada, ben] = [member('Ada', ['rust']), member('שלום', ['rust', 'late'], ['go'])]
  expect(coverage(group(ada, ben))).toEqual([
    'heading "Tue 24 Mar"',
    '10:00–11:00',
    'link "Rust"',
    'Goes: Ada, \u2068שלום\u2069',
    '2 of you go to the same. At that time nobody goes to: Go <b>',
    'button "Write a note together" (disabled)',
    '10:30–11:30',
    'link "Go <b>"',
    'Nobody goes. Plan B of: \u2068שלום\u2069',
    'button "Write a note together" (disabled)',
    'heading "2026-03-25"',
    'Tue 24 Mar 17:00–18:00',
    'link "Late"',
    'Goes: \u2068שלום\u2069',
    'button "Write a note together" (disabled)',
  ])
})

it('says that nobody has picked anything yet', () => {
  expect(coverage(group(member('Ada', [])))).toEqual([
    'Nobody has picked anything yet. What one of you picks stands here.',
  ])
})
