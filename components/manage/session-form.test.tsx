// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { ComponentProps } from 'react'
import { said, show } from '@/tests/show'
import { SessionFields } from './session-fields'
import { SessionForm } from './session-form'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }))

const conference = { slug: 'kube', timeZone: 'Europe/Berlin' }
type Answer = Awaited<ReturnType<ComponentProps<typeof SessionForm>['action']>>

/** Saves the form of a session; gives what is said then. */
async function save(answer: Answer): Promise<string> {
  show(
    <SessionForm action={async () => answer} conference={conference}>
      <SessionFields conference={conference} rooms={[]} tracks={[]} isTrackGiven={false} day="2027-03-28" />
    </SessionForm>,
  )
  await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'Late')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => screen.getByRole('status'))
  return screen.getByRole('status').textContent ?? ''
}

it('says of a time that the clocks skip why it was not saved, and marks the field', async () => {
  const issues = [{ path: 'start', message: 'time-skipped' }]
  expect(await save({ ok: false, reason: 'time-skipped', issues })).toBe(
    'It was not saved: the clocks are put forward that night and never show this time; choose another.',
  )
  const invalid = [...document.querySelectorAll('input')].filter((field) => !field.validity.valid)
  expect(invalid.map(({ name, validationMessage }) => [name, validationMessage])).toEqual([
    ['start', 'This is not right: check it.'],
  ])
})

it('says of times that the clocks show twice which was taken', async () => {
  expect(await save({ ok: true, value: { collisions: [], twice: ['02:30', '02:45'] } })).toContain(
    'The clocks are put back that night and show 02:30, 02:45 twice: the first was taken.',
  )
  await save({ ok: true, value: { collisions: [] } })
  expect(said().at(-1)).toBe('  Saved.')
})
