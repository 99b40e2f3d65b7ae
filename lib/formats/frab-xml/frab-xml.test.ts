import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findAdapter } from '../registry'
import { frabXml } from './frab-xml'

const file = (text: string, name = 'schedule.xml') => ({ name, bytes: new TextEncoder().encode(text) })
const fixture = (name: string) => ({
  name,
  bytes: readFileSync(new URL(`../fixtures/frab-xml/${name}`, import.meta.url)),
})

function schedule(conference: string, ...events: string[]): string {
  return (
    `<schedule><conference>${conference}</conference>` +
    `<day date="2027-06-10"><room name="Pier">${events.join('')}</room></day></schedule>`
  )
}
const event = (id: string, inside: string) => `<event id="${id}"><duration>0:30</duration>${inside}</event>`

describe('frabXml', () => {
  it('is a schedule by its root, and nothing else', () => {
    const others = ['<html><body><schedule/></body></html>', '<rss><schedule/></rss>', 'schedule', '{"schedule":{}}']
    expect(findAdapter([file(schedule(''))])?.format).toBe('frab-xml')
    expect(others.map((text) => frabXml.recognises([file(text)]))).toEqual([false, false, false, false])
  })

  it.each([
    ['Europe/Berlin', '2027-06-10T10:00:00+02:00', 'Europe/Berlin'],
    ['Europe/Berlin', '2027-06-10T08:00:00Z', 'Europe/Berlin'],
    ['America/New_York', '2027-06-10T10:00:00-04:00', 'America/New_York'],
    ['UTC', '2027-06-10T10:00:00+02:00', null],
    ['Europe/Atlantis', '2027-06-10T10:00:00+02:00', null],
    ['', '2027-06-10T10:00:00+02:00', null],
  ])('takes the zone %s beside %s for %s', (name, date, timeZone) => {
    const text = schedule(
      `<title>Tide &amp;amp; Co</title><acronym>tide27</acronym><time_zone_name>${name}</time_zone_name>`,
      event('1', `<title>A</title><date>${date}</date>`),
    )
    expect(frabXml.inspect([file(text)])).toEqual({ title: 'Tide & Co', siteKey: 'tide27', timeZone })
  })

  it('reads several files as one programme, named by the first, and keeps their people apart', () => {
    const person = (name: string) => `<persons><person id="1">${name}</person></persons>`
    const of = (title: string, name: string, id: string) =>
      schedule(
        `<title>${title}</title>`,
        event(id, `<title>${title}</title><start>10:00</start>${person(name)}`),
        event('x', '<title>Never</title>'),
      )
    const { program, problems } = frabXml.parse(
      [file(of('Main', 'Ann', '1'), 'main.xml'), file(of('Side', 'Bo', '2'), 'side.xml')],
      { timeZone: 'UTC' },
    )
    expect([program.title, program.speakers.map(({ name }) => name)]).toEqual(['Main', ['Ann', 'Bo']])
    expect(program.sessions.map(({ title, speakerKeys }) => [title, speakerKeys])).toEqual([
      ['Main', ['main.xml|1']],
      ['Side', ['side.xml|1']],
    ])
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'main.xml, line 1 start-missing',
      'side.xml, line 1 start-missing',
    ])
  })

  it('lets no address of a person in', () => {
    const all = [fixture('pretalx.xml'), fixture('wafer.xml')]
    expect(JSON.stringify(frabXml.parse(all, { timeZone: 'UTC' }))).not.toMatch(/@example\.org|twitter/)
  })

  it('gives the same identities when it is read again', () => {
    const ids = () =>
      frabXml.parse([fixture('merged.xml')], { timeZone: 'UTC' }).program.sessions.map((s) => s.sourceId)
    expect(ids()).toEqual(ids())
    expect(new Set(ids()).size).toBe(4)
  })
})
