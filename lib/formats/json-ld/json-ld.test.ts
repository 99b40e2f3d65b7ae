import { describe, expect, it } from 'vitest'
import { jsonLd } from './json-ld'

const file = (text: string, name = 'page') => ({ name, bytes: new TextEncoder().encode(text) })
const script = (...values: unknown[]) =>
  file(values.map((value) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`).join('<p>'))
const event = (name: string, more: object = {}) => ({ '@type': 'Event', name, startDate: '2027-05-08', ...more })
const titles = (...files: ReturnType<typeof file>[]) => {
  const { program, problems } = jsonLd.parse(files, { timeZone: 'UTC' })
  return [program.title, ...program.sessions.map(({ title }) => title), ...problems.map(({ code }) => code)]
}

describe('what is recognised', () => {
  it.each([
    [true, script({ '@graph': [event('A')] })],
    [true, file(JSON.stringify([{ '@type': 'http://schema.org/MusicEvent', name: 'A' }]))],
    [false, script({ '@type': 'Organization', name: 'A' })],
    [false, file('<script>{"@type":"Event"}</script>')],
    [false, file('{"type":"Event"}')],
    [false, file('BEGIN:VCALENDAR "@type"')],
    [false, file('')],
  ])('%s', (recognised, given) => {
    expect(jsonLd.recognises([given])).toBe(recognised)
  })
})

describe('which events are sessions', () => {
  it('are the parts, wherever the whole is named', () => {
    const whole = { '@type': 'Event', '@id': '#all', name: 'All' }
    expect(titles(script({ ...whole, subEvents: event('A') }))).toEqual(['All', 'A'])
    expect(titles(script(whole, event('A', { superEvent: '#all' }), event('B', { superEvent: whole })))).toEqual([
      'All',
      'A',
      'B',
    ])
    expect(
      titles(script({ ...whole, subEvent: [{ '@id': '#a' }] }, event('A', { '@id': '#a' }), event('Else'))),
    ).toEqual(['All', 'A'])
  })

  it('are not the days between', () => {
    const days = ['1', '2'].map((day) => ({ '@type': 'Event', name: `Day ${day}`, subEvent: [event(`Talk ${day}`)] }))
    expect(titles(script({ '@type': 'Event', name: 'All', subEvent: days }))).toEqual(['All', 'Talk 1', 'Talk 2'])
  })

  it('are all of a list that has no whole, and the only one of a page is the conference', () => {
    expect(titles(script(event('A')), script(event('B')))).toEqual([null, 'only-conference', 'only-conference'])
    expect(titles(script(event('A'), event('B')))).toEqual([null, 'A', 'B'])
    expect(titles(script(event('A')))).toEqual(['A', 'only-conference'])
  })

  it('may name each other in circles', () => {
    const [one, two] = [event('A', { '@id': '#a', superEvent: '#b' }), event('B', { '@id': '#b', superEvent: '#a' })]
    expect(titles(script(one, two))).toEqual([null, 'no-sessions'])
  })
})

it('reads a page of any depth and size in its stride', () => {
  const many = Array.from({ length: 3000 }, (_, index) => event(`Talk ${index}`, { location: `Room ${index}` }))
  const page = script({ '@type': 'Event', name: 'All', subEvent: many })
  const deep = file('<div>'.repeat(500_000))
  const { program, problems } = jsonLd.parse([page, deep], { timeZone: 'UTC' })
  expect([program.sessions.length, program.rooms.length]).toEqual([3000, 3000])
  expect(problems.map(({ code }) => code)).toEqual(['no-sessions'])
})

it('reads so many events as no conference has, and says of which the rest is', () => {
  const page = file(`[${'{"@type":"Event"},'.repeat(20_010)}{}]`)
  const { program, problems } = jsonLd.parse([page], { timeZone: 'UTC' })
  expect(program.sessions).toEqual([])
  expect(problems[0]).toEqual({
    severity: 'error',
    path: '[19999]',
    code: 'too-many-entries',
    detail: '> 19999',
  })
})
