// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { Need } from '@/lib/desk/needs'
import { deskSession } from '@/tests/factories/desk'
import { said, show } from '@/tests/show'
import { NeedsList } from './needs-list'

const session = deskSession('Rust', '10:00', '11:00')
const away = (startAt: string, endAt: string): Need => ({
  kind: 'speakerAway',
  absent: { session, speakerId: 'ada', span: { startAt, endAt } },
  name: 'Ada',
})
const timeZone = 'Europe/Amsterdam'

it.each([
  [
    '2027-05-31T22:00:00.000Z',
    '2027-06-01T22:00:00.000Z',
    'away Tue 1 Jun, all day',
    'absence : mar. 1er juin, toute la journée',
  ],
  [
    '2027-05-31T22:00:00.000Z',
    '2027-06-03T22:00:00.000Z',
    'away Tue 1 Jun – Thu 3 Jun, all day',
    'absence : mar. 1er juin – jeu. 3 juin, toute la journée',
  ],
  [
    '2027-06-01T08:00:00.000Z',
    '2027-06-01T10:00:00.000Z',
    'away Tue 1 Jun 10:00–12:00',
    'absence : mar. 1er juin 10:00–12:00',
  ],
])('says when a speaker is away, of whole days that they are: %s to %s', (startAt, endAt, english, french) => {
  for (const [language, words] of [
    ['en', english],
    ['fr', french],
  ] as const) {
    show(<NeedsList slug="one" needs={[away(startAt, endAt)]} ignored={0} saying={{ timeZone, language }} />, language)
    expect(said().join('\n')).toContain(words)
  }
})

it('says how many clashes are ignored, in both languages, with a way to them', () => {
  show(<NeedsList slug="one" needs={[]} ignored={1} saying={{ timeZone, language: 'en' }} />)
  expect(said()).toEqual(['Nothing needs anybody now.', 'link "Look at them"'])
  expect(document.body.textContent).toContain('1\u00a0clash is ignored on the board.')
  show(<NeedsList slug="one" needs={[]} ignored={2} saying={{ timeZone, language: 'fr' }} />, 'fr')
  expect(document.body.textContent).toContain('2\u00a0conflits sont ignorés sur la grille.')
})
