// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { again, said, show } from '@/tests/show'
import { PublishAtField, wallInstant } from './publish-at-field'

const before = process.env.TZ
beforeEach(() => void (process.env.TZ = 'Europe/Berlin'))
afterEach(() => void (process.env.TZ = before))

const now = new Date('2027-03-01T12:00:00Z')
const passed = 'That time has passed.'
const hint = 'Leave both empty to publish at once. The time is that of this device, from 00:00 to 23:59.'
const skipped = 'The clocks are put forward that night: this time does not exist. Choose another.'
const twice = 'The clocks are put back that night and show this time twice: the first is meant.'
const dayBox = () => screen.getByLabelText<HTMLInputElement>('Day')

it.each([
  ['2027-03-28T02:30', [skipped], true],
  ['2027-10-31T02:30', [twice], false],
  ['2027-10-31T03:30', [], false],
  ['2027-03-01T12:58', [passed], true],
  ['2027-03-01T12:59', [], false],
  ['', [], false],
])('says at %s what this device’s clocks make of it', (value, words, isWrong) => {
  show(<PublishAtField value={value} now={now} onChange={() => undefined} />)
  const all = said().join('\n')
  expect([hint, skipped, twice, passed].filter((part) => all.includes(part))).toEqual([hint, ...words])
  expect([dayBox().getAttribute('aria-invalid'), dayBox().validationMessage]).toEqual(
    isWrong ? ['true', words[0]] : [null, ''],
  )
})

it('is a day and a time of 24 hours, whatever the browser’s own would show, and both or neither', () => {
  const heard: string[] = []
  const field = (value: string) => <PublishAtField value={value} now={now} onChange={(next) => heard.push(next)} />
  show(field(''))
  fireEvent.change(dayBox(), { target: { value: '2027-05-04' } })
  again(field('2027-05-04T'))
  const timeBox = screen.getByLabelText<HTMLInputElement>('Time')
  const noTime = 'Say when as a day and a time from 00:00 to 23:59, or leave both empty.'
  fireEvent.change(timeBox, { target: { value: '25:99' } })
  expect([dayBox().validationMessage, timeBox.validationMessage]).toEqual(['', noTime])
  fireEvent.change(timeBox, { target: { value: '2130' } })
  expect(heard).toEqual(['2027-05-04T', '2027-05-04T', '2027-05-04T21:30'])
  again(field('2027-05-04T21:30'))
  expect([dayBox().validationMessage, timeBox.validationMessage]).toEqual(['', ''])
  again(field('T21:30'))
  expect(dayBox().validationMessage).toBe('Say both the day and the time, or neither.')
})

it.each([
  ['2027-05-04T21:30', '2027-05-04T19:30:00.000Z'],
  ['2027-05-04T', null],
  ['T21:30', null],
  ['', null],
])('is of %j the instant %s', (value, at) => {
  expect(wallInstant(value)).toBe(at)
})
