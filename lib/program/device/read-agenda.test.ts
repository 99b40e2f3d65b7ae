import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { atOnce, inParts } from '@/lib/platform/tasks/in-parts'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { AGENDA_SHAPE } from './agenda-shape'
import { agendaSchema } from './document-schemas'
import { readAgenda } from './read-agenda'

const many = {
  ...agendaOf(Array.from({ length: 120 }, (_, nth) => talk(`s${nth}`))),
  speakers: Array.from({ length: 70 }, (_, nth) => ({ id: `p${nth}`, slug: `p${nth}`, name: `P ${nth}` })),
}
/** One thing of it is another. */
const broken = (path: 'sessions' | 'speakers', nth: number) => ({
  ...many,
  [path]: many[path].map((one, index) => (index === nth ? { ...one, id: 7 } : one)),
})

it('reads the same in parts, at once, and by its schema, and nothing that the schema does not know', async () => {
  const json: unknown = JSON.parse(JSON.stringify({ ...many, secret: 1, sessions: [{ ...talk('x'), secret: 1 }] }))
  const read = atOnce(readAgenda(json))
  expect([read, await inParts(readAgenda(json), () => false)]).toEqual([agendaSchema.parse(json), read])
  expect(atOnce(readAgenda(many))).toEqual(many)
})

it.each<[string, unknown]>([
  ['a session late in the list', broken('sessions', 119)],
  ['a speaker', broken('speakers', 0)],
  ['a list', { ...many, sessions: 'none' }],
  ['what is no list', { ...many, conference: null }],
  ['all of it', null],
])('cannot read one where %s is another', (_, json) => {
  expect(atOnce(readAgenda(json))).toBeNull()
})

it('says which schema reads it: where this fails, the schema is another, and so is its name', () => {
  const schema = JSON.stringify(z.toJSONSchema(agendaSchema))
  expect(AGENDA_SHAPE).toBe(createHash('sha256').update(schema).digest('hex').slice(0, 8))
})
