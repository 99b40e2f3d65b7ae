import { expect, it } from 'vitest'
import { z } from 'zod'
import { checkEntries, listEntries, filesByPart } from './entries'
import { startProgram } from '../reading/program-draft'

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
const partOf = (json: unknown) => (Array.isArray(json) ? 'list' : null)

it('keeps the entries that fit, with all that stands beside them, and says of each other what does not', () => {
  const { addProblem, finish } = startProgram()
  const schema = z.object({ id: z.number(), rooms: z.array(z.object({ name: z.string() })) })
  const good = { id: 1, rooms: [{ name: 'Hall' }] }
  const [first, ...others] = listEntries('a', [good, { id: 2, rooms: [{ name: 'x' }, { name: 7 }] }, 'text'])
  expect(
    checkEntries([{ path: '', value: null, ...first, dayOn: '2027-07-06' }, ...others], schema, addProblem),
  ).toEqual([{ path: 'a[0]', dayOn: '2027-07-06', value: good }])
  expect(finish().problems.map(({ severity, path, code }) => [severity, path, code])).toEqual([
    ['error', 'a[1].rooms[1].name', 'entry-unreadable'],
    ['error', 'a[2]', 'entry-unreadable'],
  ])
})

it('names the files that are no part of a format, and leads the paths of the others by their names', () => {
  const { addProblem, finish } = startProgram()
  const files = [file('a.json', '\ufeff[1]'), file('b.json', '{}'), file('c.json', '[')]
  expect(filesByPart(files, partOf, addProblem)).toEqual([
    { name: 'a.json', prefix: 'a.json: ', part: 'list', json: [1] },
  ])
  expect(finish().problems.map(({ path, code }) => [path, code])).toEqual([
    ['b.json', 'file-not-used'],
    ['c.json', 'not-json'],
  ])
})

it('needs no name in front of the paths of a single file', () => {
  const { addProblem } = startProgram()
  expect(filesByPart([file('a.json', '[]')], partOf, addProblem).map(({ prefix }) => prefix)).toEqual([''])
})

it('checks so many as no schedule has, and says where the rest begins', () => {
  const { addProblem, finish } = startProgram()
  const entries = listEntries('a', Array<number>(20_002).fill(1))
  expect(checkEntries(entries, z.number(), addProblem).length).toBe(20_000)
  expect(finish().problems).toEqual([
    { severity: 'error', path: 'a[20000]', code: 'too-many-entries', detail: '> 20000' },
  ])
})
