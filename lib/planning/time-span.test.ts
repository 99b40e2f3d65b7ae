import { expect, it } from 'vitest'
import { at, talk } from '@/tests/factories/agenda'
import { timeLeft } from './time-span'

const session = talk('one', at('10:00', '10:40'))
const left = (time: string) => timeLeft(session, new Date(`2026-03-24T${time}Z`))

it('says how long it still is, or until it begins, and draws a wait of an hour and more as a whole', () => {
  expect([left('08:00:00'), left('09:30:00'), left('09:59:30')]).toEqual([
    { isOn: false, minutes: 120, share: 1 },
    { isOn: false, minutes: 30, share: 0.5 },
    { isOn: false, minutes: 1, share: 0.5 / 60 },
  ])
  expect([left('10:00:00'), left('10:30:00'), left('10:39:59'), left('10:40:00')]).toEqual([
    { isOn: true, minutes: 40, share: 1 },
    { isOn: true, minutes: 10, share: 0.25 },
    { isOn: true, minutes: 1, share: 1 / 2400 },
    null,
  ])
})

it('has nothing to say of a session without a time, and half an hour of one without an end', () => {
  expect(timeLeft(talk('some day', { startAt: undefined, endAt: undefined }), new Date())).toBe(null)
  expect(timeLeft(talk('open', at('10:00')), new Date('2026-03-24T10:15:00Z'))).toEqual({
    isOn: true,
    minutes: 15,
    share: 0.5,
  })
})
