import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, talk } from '@/tests/factories/agenda'
import { attendanceChange, attendanceWith, blockChange, blockWith, canBeAttended, noAttendance, saidIn } from './said'
import type { Attendance, Block } from './schema'

const there: Attendance = { status: 'attended', watchReplay: true, findSlides: true, reason: 'Long queue' }
const lunch: Block = {
  id: 'b',
  conferenceId: 'c',
  title: 'Lunch',
  startAt: '2026-03-24T12:00:00.000Z',
  endAt: '2026-03-24T13:00:00.000Z',
  daily: false,
}
const ids = { id: 'b', conferenceId: 'c' }

describe('an attendance', () => {
  it('is asked of what has begun and somebody gives: no cloakroom, no break, no frame, and nothing of tomorrow', () => {
    const asked = (given: Parameters<typeof talk>[1], time: string) =>
      canBeAttended(talk('one', given), new Date(`2026-03-24T${time}:00Z`), 'Europe/Paris')
    const untimed = { startAt: undefined, endAt: undefined }
    const ten = at('09:00', '10:00')
    expect([asked(ten, '08:59'), asked(ten, '09:00'), asked({ ...ten, kind: 'keynote' }, '12:00')]).toEqual([
      false,
      true,
      true,
    ])
    expect((['service', 'break', 'container'] as const).map((kind) => asked({ ...ten, kind }, '09:30'))).toEqual([
      false,
      false,
      false,
    ])
    expect([asked(untimed, '00:00'), asked({ ...untimed, dayOn: '2026-03-25' }, '22:59')]).toEqual([true, false])
    expect(asked({ ...untimed, dayOn: '2026-03-25' }, '23:00')).toBe(true)
  })

  it('keeps what was not named, and takes what was, also that it is no more', () => {
    expect(attendanceWith(there, {})).toEqual(there)
    expect(attendanceWith(there, { status: null, watchReplay: false, findSlides: false })).toEqual({
      ...noAttendance,
      reason: 'Long queue',
    })
    expect(attendanceWith(there, { status: 'missed', reason: 'Full' })).toEqual({
      ...there,
      status: 'missed',
      reason: 'Full',
    })
    expect(attendanceWith(noAttendance, there)).toEqual(there)
  })

  it('has no reason where it is empty', () => {
    expect(attendanceWith(there, { reason: '' })).toEqual({ status: 'attended', watchReplay: true, findSlides: true })
  })

  it('only gains where words of two devices are added up', () => {
    expect(
      attendanceWith(there, { adds: true, status: 'missed', watchReplay: false, findSlides: false, reason: 'Full' }),
    ).toEqual(there)
    expect(attendanceWith(noAttendance, { ...there, adds: true })).toEqual(there)
    expect(attendanceWith(noAttendance, { adds: true })).toEqual(noAttendance)
    expect(attendanceWith({ ...noAttendance, reason: 'Full' }, { adds: true, findSlides: true })).toEqual({
      ...noAttendance,
      findSlides: true,
      reason: 'Full',
    })
  })

  it('says nothing of what it leaves open', () => {
    expect(saidIn(there)).toEqual(there)
    expect(saidIn({ ...noAttendance, watchReplay: true })).toEqual({ watchReplay: true })
    expect(saidIn({ ...noAttendance, findSlides: true })).toEqual({ findSlides: true })
    expect(saidIn({ ...noAttendance, reason: 'Full' })).toEqual({ reason: 'Full' })
    expect(saidIn({ ...noAttendance, status: 'missed' })).toEqual({ status: 'missed' })
    expect([saidIn(noAttendance), saidIn(undefined), saidIn({ ...noAttendance, reason: '' })]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('differs in what is another than before', () => {
    expect(attendanceChange(there, there)).toEqual({})
    expect(attendanceChange(noAttendance, there)).toEqual(there)
    expect(attendanceChange(there, { ...there, status: null })).toEqual({ status: null })
    expect(attendanceChange(there, { ...there, watchReplay: false })).toEqual({ watchReplay: false })
    expect(attendanceChange(there, { ...there, findSlides: false })).toEqual({ findSlides: false })
    expect(attendanceChange(there, { ...there, reason: 'Full' })).toEqual({ reason: 'Full' })
    expect(attendanceChange(there, { status: 'attended', watchReplay: true, findSlides: true })).toEqual({})
  })

  it('becomes by its change what it was to become, and says all of itself to nobody', () => {
    const attendance = fc.record<Attendance>(
      {
        status: fc.constantFrom(null, 'attended', 'missed', 'leftEarly'),
        watchReplay: fc.boolean(),
        findSlides: fc.boolean(),
        reason: fc.constantFrom('Full', 'Long queue'),
      },
      { requiredKeys: ['status', 'watchReplay', 'findSlides'] },
    )
    fc.assert(
      fc.property(attendance, attendance, (before, after) => {
        const reason = after.reason ?? before.reason
        expect(attendanceWith(before, attendanceChange(before, after))).toEqual({ ...after, ...(reason && { reason }) })
        expect(attendanceWith(noAttendance, saidIn(after) ?? {})).toEqual(after)
      }),
    )
  })
})

describe('a block', () => {
  it('keeps what was not named, and takes what was', () => {
    expect(blockWith(lunch, ids)).toEqual(lunch)
    expect(blockWith(lunch, { ...ids, title: 'Podcast' })).toEqual({ ...lunch, title: 'Podcast' })
    expect(blockWith(lunch, { ...ids, daily: true })).toEqual({ ...lunch, daily: true })
    expect(blockWith(lunch, { ...ids, startAt: '2026-03-24T11:00:00.000Z' })).toEqual({
      ...lunch,
      startAt: '2026-03-24T11:00:00.000Z',
    })
    expect(blockWith(lunch, { ...ids, endAt: '2026-03-24T14:00:00.000Z' })).toEqual({
      ...lunch,
      endAt: '2026-03-24T14:00:00.000Z',
    })
  })

  it('is made when all was said of it, and not before', () => {
    expect(blockWith(undefined, lunch)).toEqual(lunch)
    expect(blockWith(undefined, { ...lunch, adds: true })).toEqual(lunch)
    for (const missing of ['title', 'startAt', 'endAt', 'daily'] as const)
      expect([missing, blockWith(undefined, { ...lunch, [missing]: undefined })]).toEqual([missing, undefined])
  })

  it('stays as it stands where words of two devices are added up', () => {
    expect(blockWith(lunch, { ...lunch, title: 'Podcast', adds: true })).toBe(lunch)
  })

  it('differs in what is another than before, its two times together', () => {
    expect(blockChange(undefined, lunch)).toEqual(lunch)
    expect(blockChange(lunch, lunch)).toEqual(ids)
    expect(blockChange(lunch, { ...lunch, title: 'Podcast' })).toEqual({ ...ids, title: 'Podcast' })
    expect(blockChange(lunch, { ...lunch, daily: true })).toEqual({ ...ids, daily: true })
    const [startAt, endAt] = ['2026-03-24T11:00:00.000Z', '2026-03-24T14:00:00.000Z']
    expect(blockChange(lunch, { ...lunch, startAt })).toEqual({ ...ids, startAt, endAt: lunch.endAt })
    expect(blockChange(lunch, { ...lunch, endAt })).toEqual({ ...ids, startAt: lunch.startAt, endAt })
  })

  it('becomes by its change what it was to become', () => {
    const block = fc.record<Block>({
      id: fc.constant('b'),
      conferenceId: fc.constant('c'),
      title: fc.constantFrom('Lunch', 'Podcast'),
      startAt: fc.constantFrom('2026-03-24T11:00:00.000Z', '2026-03-24T12:00:00.000Z'),
      endAt: fc.constantFrom('2026-03-24T13:00:00.000Z', '2026-03-24T14:00:00.000Z'),
      daily: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.option(block, { nil: undefined }), block, (before, after) => {
        expect(blockWith(before, blockChange(before, after))).toEqual(after)
      }),
    )
  })
})
