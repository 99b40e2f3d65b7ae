import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { programJson } from '@/lib/formats/program-json/program-json'
import { programSchema } from '@/lib/program/program'
import { demoConferences } from './load'

const folder = fileURLToPath(new URL('.', import.meta.url))
const facts = readdirSync(folder).filter((name) => name.endsWith('.json'))

describe.each(facts)('%s', (name) => {
  const bytes = readFileSync(`${folder}${name}`)
  const { program, problems } = programJson.parse([{ name, bytes }], { timeZone: 'UTC' })

  it('is a whole program, without a problem', () => {
    expect(problems).toEqual([])
    expect(programSchema.parse(program)).toEqual(program)
  })

  it('tells facts only', () => {
    const told = new Set(
      Object.values(JSON.parse(new TextDecoder().decode(bytes))).flatMap((part) =>
        Array.isArray(part) ? part.flatMap((entry) => Object.keys(entry)) : [],
      ),
    )
    const allowed = [
      'key',
      'name',
      'capacity',
      'capacityKind',
      'company',
      'sourceId',
      'title',
      'kind',
      'dayOn',
      'startAt',
      'endAt',
      'roomKeys',
      'trackKey',
      'colocatedKey',
      'speakerKeys',
      'language',
    ]
    expect([...told].filter((field) => !allowed.includes(field))).toEqual([])
  })
})

describe('demoConferences', () => {
  it('has every conference with the sessions of its sources', () => {
    const conferences = demoConferences(new Date('2031-04-14T23:30:00Z'))
    expect(
      conferences.map(({ slug, sources }) => [slug, ...sources.map(({ program }) => program.sessions.length)]),
    ).toEqual([
      ['hallway-days', 103],
      ['kubecon-eu-2026', 599, 205],
      ['kubecon-eu-2024', 25],
      ['kcd-munich-2024', 63],
      ['devworld-2024', 7],
    ])
  })

  it('joins the co-located events of both KubeCon sources by key', () => {
    const [main, colocated] =
      demoConferences(new Date())[1]?.sources.map(({ program }) => program.colocatedEvents.map(({ key }) => key)) ?? []
    expect(colocated?.filter((key) => !main?.includes(key))).toEqual(['agentics day'])
  })

  it('begins Hallway Days on the date in Paris', () => {
    const [hallwayDays] = demoConferences(new Date('2031-04-14T22:30:00Z'))
    expect([...new Set(hallwayDays?.sources[0]?.program.sessions.map(({ dayOn }) => dayOn))]).toEqual([
      '2031-04-15',
      '2031-04-16',
    ])
  })
})
