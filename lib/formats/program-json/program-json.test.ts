import { describe, expect, it } from 'vitest'
import { programJson } from './program-json'

const file = (text: string) => [{ name: 'program.json', bytes: new TextEncoder().encode(text) }]
const empty = {
  title: null,
  siteKey: null,
  timeZone: null,
  language: null,
  rooms: [],
  tracks: [],
  colocatedEvents: [],
  speakers: [],
  sessions: [],
}

describe('programJson', () => {
  it.each([
    ['not-json', '{"rooms":['],
    ['not-program-json', '{"sessions":[]}'],
  ])('says %s and gives an empty program for %s', (code, text) => {
    expect(programJson.recognises(file(text))).toBe(false)
    const { program, problems } = programJson.parse(file(text), { timeZone: 'UTC' })
    expect(program).toEqual(empty)
    expect(problems.at(0)).toEqual({ severity: 'error', path: 'program.json', code, detail: '' })
  })

  it('tells title, site and zone before anything is parsed', () => {
    const text = JSON.stringify({ ...empty, title: 'Fog', siteKey: 'fog', timeZone: 'Europe/Paris' })
    expect([programJson.recognises(file(text)), programJson.inspect(file(text))]).toEqual([
      true,
      { title: 'Fog', siteKey: 'fog', timeZone: 'Europe/Paris' },
    ])
  })
})
