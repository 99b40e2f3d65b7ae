import { describe, expect, it } from 'vitest'
import { findAdapter } from './registry'

const file = (text: string) => [{ name: 'schedule', bytes: new TextEncoder().encode(text) }]

describe('findAdapter', () => {
  it('knows a format by its content, whatever the file is called', () => {
    const calendar = 'BEGIN:VCALENDAR\r\nPRODID:-//Sched.com Fog//EN\r\nEND:VCALENDAR'
    const program = '{"rooms":[],"tracks":[],"colocatedEvents":[],"speakers":[],"sessions":[]}'
    expect([calendar, program].map((text) => findAdapter(file(text))?.format)).toEqual(['sched-ics', 'program-json'])
  })

  it('takes the format that is named, and no other', () => {
    expect([findAdapter(file(''), 'sched-ics')?.format, findAdapter(file('{}'), 'telepathy')]).toEqual([
      'sched-ics',
      null,
    ])
  })

  it('knows nothing of a picture', () => {
    expect(findAdapter([{ name: 'all.ics', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }])).toBe(null)
  })
})
