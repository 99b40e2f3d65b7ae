// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { PlanConflict } from '@/lib/planning/conflict-options'
import { said, show } from '@/tests/show'
import { at, talk } from '@/tests/factories/agenda'
import { PlanConflicts } from './plan-conflicts'

const rust = talk('rust', { ...at('09:00', '10:00'), title: 'Rust' })
const go = talk('go', { ...at('09:30', '10:30'), title: 'Go', replay: 'https://video.example/go' })
const again = talk('again', { title: 'Rust', dayOn: '2026-03-25', startAt: '2026-03-25T14:00:00.000Z' })
const block = {
  id: 'b',
  conferenceId: 'c',
  title: 'Podcast',
  startAt: '2026-03-24T08:30:00.000Z',
  endAt: '2026-03-24T09:30:00.000Z',
  daily: false,
}
const side = (session: typeof rust, ...repeats: (typeof rust)[]) => ({ session, repeats })
const overlap: PlanConflict = {
  kind: 'overlap',
  day: '2026-03-24',
  minutes: 30,
  sides: [side(rust, again), side(go)],
}
const walk: PlanConflict = { kind: 'walk', day: '2026-03-24', minutes: 5, sides: [side(rust), side(go)] }
const own: PlanConflict = { kind: 'block', day: '2026-03-24', minutes: 30, sides: [side(rust)], block }

/** Draws the conflicts; what is done about them goes into the list that is returned. */
function conflicts(shown: PlanConflict[], language: 'en' | 'fr' = 'en'): unknown[] {
  const done: unknown[] = []
  show(
    <PlanConflicts
      conflicts={shown}
      timeZone="Europe/Paris"
      onRank={({ id }, rank) => done.push([id, rank])}
      onSwap={({ id }, other) => done.push([id, 'for', other.id])}
    />,
    language,
  )
  return done
}

it('says what cannot both be done, and what can be done about each side', () => {
  conflicts([overlap])
  expect(said()).toEqual([
    'region "1 conflict":',
    '  heading "1 conflict"',
    '  article "Both on for 30 minutes":',
    '    summary "Both on for 30 minutes Rust Go"',
    '    10:00–11:00 Rust',
    '    group "Rust":',
    '      button "Drop: Rust"',
    '      button "Make it plan B: Rust"',
    '      button "Take it at Wed 25 Mar 15:00"',
    '    10:30–11:30 Go',
    '    link "Recorded: watch the replay"',
    '    group "Go":',
    '      button "Drop: Go"',
    '      button "Make it plan B: Go"',
  ])
})

it('drops, keeps as plan B, and takes the same at another time', async () => {
  const done = conflicts([overlap])
  for (const name of ['Drop: Go', 'Make it plan B: Rust', 'Take it at Wed 25 Mar 15:00'])
    await userEvent.click(screen.getByRole('button', { name }))
  expect(done).toEqual([
    ['go', undefined],
    ['rust', 'planB'],
    ['rust', 'for', 'again'],
  ])
})

it('unfolds the first alone, and says each by its kind', () => {
  conflicts([walk, own])
  expect(screen.getAllByRole('article').map((one) => one.getAttribute('aria-label'))).toEqual([
    'The way takes too long: 5 minutes late',
    'On for 30 minutes during Podcast',
  ])
  expect([...document.querySelectorAll('details')].map(({ open }) => open)).toEqual([true, false])
})

it('says so in French', () => {
  conflicts([overlap, walk, own], 'fr')
  expect(said().filter((line) => /heading|article/.test(line))).toEqual([
    '  heading "3 conflits"',
    '  article "En même temps pendant 30 minutes":',
    '  article "Le trajet est trop long : 5 minutes de retard":',
    '  article "30 minutes pendant Podcast":',
  ])
})

it('lets the name of a time of one’s own turn nothing around, and shows markup as it is written', () => {
  conflicts([
    { ...own, block: { ...block, title: '\u202Eשלום' } },
    { ...walk, sides: [side(rust), side(go)] },
  ])
  expect(screen.getAllByRole('article')[0]?.getAttribute('aria-label')).toBe(
    'On for 30 minutes during \u2068שלום\u2069',
  )
  conflicts([{ ...walk, sides: [side({ ...rust, title: '<b onclick=x>Rust</b>' })] }])
  expect([document.querySelector('b'), said()[4]]).toEqual([null, '    10:00–11:00 <b onclick=x>Rust</b>'])
})
