// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { show } from '@/tests/show'
import { SpanFields } from './span-fields'

const heard: string[] = []
function draw(from = '', until = ''): void {
  show(
    <SpanFields
      start={{ name: 'start', label: 'Start', defaultValue: from }}
      end={{ name: 'end', label: 'End', defaultValue: until, onClock: (clock) => heard.push(clock) }}
    />,
  )
}
async function type(field: 'Start' | 'End', text: string): Promise<void> {
  const input = screen.getByRole('textbox', { name: field })
  await userEvent.clear(input)
  await userEvent.type(input, text)
  await userEvent.tab()
}
const said = () => [...document.querySelectorAll('input')].map(({ value }) => value)

it('takes the end along when it begins at another time, and says so', async () => {
  draw('09:00', '09:45')
  await type('Start', '1030')
  expect([said(), heard.at(-1)]).toEqual([['10:30', '11:15'], '11:15'])
  await type('Start', '23:40')
  expect(said()).toEqual(['23:40', '00:25'])
})

it('lasts as long as its end says', async () => {
  draw('09:00', '09:45')
  await type('End', '10:00')
  expect(said()).toEqual(['09:00', '10:00'])
  await type('Start', '9:30')
  expect(said()).toEqual(['09:30', '10:30'])
})

it('leaves an end alone in which somebody is', async () => {
  draw('09:00', '09:45')
  const [start, end] = [...document.querySelectorAll('input')]
  end?.focus()
  if (start) fireEvent.change(start, { target: { value: '1030' } })
  expect(said()).toEqual(['10:30', '09:45'])
})

it('leaves an end alone that is not there, or that had no beginning', async () => {
  draw('09:00')
  await type('Start', '10:00')
  expect(said()).toEqual(['10:00', ''])
  draw('', '11:00')
  await type('Start', '10:00')
  expect(said()).toEqual(['10:00', '11:00'])
})
