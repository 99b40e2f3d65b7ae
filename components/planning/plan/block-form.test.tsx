// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Block } from '@/lib/planning/schema'
import { said, show } from '@/tests/show'
import { BlockForm } from './block-form'

const days = [
  { date: '2026-03-28', label: 'Sat 28 Mar' },
  { date: '2026-03-29', label: 'Sun 29 Mar' },
]
const podcast: Block = {
  id: 'b',
  conferenceId: 'c',
  title: 'Podcast',
  startAt: '2026-03-28T14:30:00.000Z',
  endAt: '2026-03-28T15:15:00.000Z',
  daily: true,
}

/** Draws the form; what is saved goes into the list that is returned. */
function form(block?: Block): [Block, Block | undefined][] {
  const saved: [Block, Block | undefined][] = []
  const onSave = (now: Block, before: Block | undefined) => saved.push([now, before])
  show(
    <BlockForm
      conferenceId="c"
      days={days}
      timeZone="Europe/Paris"
      block={block}
      day="2026-03-29"
      onSave={(now, before) => void onSave(now, before)}
    />,
  )
  return saved
}

const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }))

it('asks what, on which day, from when to when, and whether daily', () => {
  form()
  expect(said()).toEqual([
    'textbox "What"',
    'combobox "Day": "2026-03-29" of ["Sat 28 Mar","Sun 29 Mar"]',
    'textbox "From"',
    'textbox "To"',
    'checkbox "Every day of the conference"',
    'button "Save"',
  ])
})

it('saves what was typed, on the clocks of the conference', async () => {
  const saved = form()
  await userEvent.type(screen.getByLabelText('What'), '  Lunch with Ann ')
  await userEvent.selectOptions(screen.getByLabelText('Day'), '2026-03-28')
  fill('From', '12:00')
  fill('To', '13:00')
  await save()
  expect(saved).toEqual([
    [
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        conferenceId: 'c',
        title: 'Lunch with Ann',
        startAt: '2026-03-28T11:00:00.000Z',
        endAt: '2026-03-28T12:00:00.000Z',
        daily: false,
      },
      undefined,
    ],
  ])
})

it('changes a time that there is, and says what it was', async () => {
  const saved = form(podcast)
  expect(said().slice(1, 5)).toEqual([
    'combobox "Day": "2026-03-28" of ["Sat 28 Mar","Sun 29 Mar"]',
    'textbox "From"',
    'textbox "To"',
    'checkbox "Every day of the conference" (checked)',
  ])
  expect(
    [screen.getByLabelText('From'), screen.getByLabelText('To')].map((field) => field.getAttribute('value')),
  ).toEqual(['15:30', '16:15'])
  await userEvent.click(screen.getByRole('checkbox'))
  fill('To', '16:00')
  await save()
  expect(saved).toEqual([[{ ...podcast, endAt: '2026-03-28T15:00:00.000Z', daily: false }, podcast]])
})

it.each([
  ['15:30', '15:30', 'Give a start and a later end. Only an end between 00:00 and 06:00 can be on the next day.'],
  ['15:30', '14:00', 'Give a start and a later end. Only an end between 00:00 and 06:00 can be on the next day.'],
  ['02:30', '03:30', 'The clocks are put forward that night: 02:30 does not exist. Choose another time.'],
])('saves none from %s to %s, and says why', async (from, to, why) => {
  const saved = form()
  await userEvent.type(screen.getByLabelText('What'), 'Sleep')
  fill('From', from)
  fill('To', to)
  await save()
  expect([saved, screen.getByRole('alert').textContent]).toEqual([[], why])
})

it('says that it ends the next day where it does', () => {
  form()
  fill('From', '23:00')
  expect(screen.getByRole('status').textContent).toBe('')
  fill('To', '01:00')
  expect(screen.getByRole('status').textContent).toBe('Ends the next day.')
})

it('says what a change of clocks makes of its times, on each day that it is for', async () => {
  form()
  fill('From', '02:15')
  fill('To', '02:45')
  await userEvent.selectOptions(screen.getByLabelText('Day'), '2026-03-28')
  const status = screen.getByRole('status')
  expect(status.textContent).toBe('')
  await userEvent.click(screen.getByRole('checkbox'))
  expect(status.textContent).toBe(
    'Sun 29 Mar: the clocks are put forward and never show 02:15; there it is 03:15. ' +
      'Sun 29 Mar: the clocks are put forward and never show 02:45; there it is 03:45.',
  )
})

it('takes the first of two like times, and says so', async () => {
  const saved: Block[] = []
  const day = { date: '2026-10-25', label: 'Sun 25 Oct' }
  const keep = (block: Block) => void saved.push(block)
  show(<BlockForm conferenceId="c" days={[day]} timeZone="Europe/Paris" day={day.date} onSave={keep} />)
  await userEvent.type(screen.getByLabelText('What'), 'Sleep')
  fill('From', '02:30')
  fill('To', '04:00')
  expect(screen.getByRole('status').textContent).toBe(
    'Sun 25 Oct: the clocks are put back and show 02:30 twice; the first is meant.',
  )
  await save()
  expect(saved.map(({ startAt, endAt }) => [startAt, endAt])).toEqual([
    ['2026-10-25T00:30:00.000Z', '2026-10-25T03:00:00.000Z'],
  ])
})
