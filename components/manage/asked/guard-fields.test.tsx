// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { bringInSchema, fieldsOf } from '@/lib/schedule/bring-in/bring-in-form'
import type { Guard } from '@/lib/schedule/bring-in/guards/guards'
import { said, show } from '@/tests/show'
import { GuardFields } from './guard-fields'

const shifted: Guard = { code: 'all-shifted', shifted: 9, of: 10, minutes: -90, timeZone: 'Europe/Paris' }
const guards: Guard[] = [
  { code: 'nothing-scheduled', sessions: 12 },
  { code: 'part-missing', gone: 1 },
  { code: 'many-gone', gone: 4, standing: 12 },
  shifted,
  { code: 'all-shifted', shifted: 4, of: 4, minutes: 1440 },
  { code: 'rooms-renamed', renamed: 5, of: 5 },
  { code: 'rooms-renamed', renamed: 1, of: 1 },
  { code: 'rooms-gone', sessions: 19, of: 20 },
  { code: 'another-conference', common: 0, standing: 12 },
  { code: 'another-site', known: 'kube2026', given: 'kube2025' },
]
const nothing = () => undefined

it('says each with its numbers, in both languages', () => {
  show(<GuardFields guards={guards} onZone={nothing} />)
  expect(said().filter((line) => line.includes('checkbox'))).toEqual([
    'checkbox "None of its 12 sessions has a time: bring them in as still to be announced"',
    'checkbox "A part of the files could not be read: cancel the 1 session that the rest does not name"',
    'checkbox "Cancel 4 of 12 sessions: they are gone from the source"',
    'checkbox "9 of 10 sessions would be 1 hour 30 minutes earlier: move them, the time zone is right"',
    'checkbox "Every session would be 1 day later: move them, the time zone is right"',
    'checkbox "5 of 5 rooms have another name: take the new names"',
    'checkbox "The only room has another name: take the new name"',
    'checkbox "19 of 20 sessions that have a room would have none: the files name no room for them"',
    'checkbox "It looks like another conference, with none of the 12 sessions that came from this source: ' +
      'replace them all"',
    'checkbox "It says it is “kube2025”, and this source was “kube2026”: it is the same conference"',
  ])
  show(<GuardFields guards={[shifted]} onZone={nothing} />, 'fr')
  expect(said().join()).toContain('9 sessions sur 10 seraient 1 heure 30 minutes plus tôt')
})

it('says yes to what is ticked alone', async () => {
  show(
    <form>
      <GuardFields guards={guards} onZone={nothing} />
    </form>,
  )
  await userEvent.click(screen.getByRole('checkbox', { name: /^Cancel 4/ }))
  const form = document.querySelector('form')
  expect(form && bringInSchema.parse(fieldsOf(new FormData(form))).accept).toEqual(['many-gone'])
})

it('offers the zone that explains a shift', async () => {
  const zones: string[] = []
  show(<GuardFields guards={[shifted]} onZone={(zone) => zones.push(zone)} />)
  await userEvent.click(screen.getByRole('button', { name: 'Read it in Europe/Paris instead: then nothing is moved' }))
  expect(zones).toEqual(['Europe/Paris'])
})
