import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readListed, readPeople, writeListed, writePeople } from './listed'

/** Words of what separates, quotes and leaves blanks. */
const words = fc
  .array(fc.constantFrom('Ann', 'Lee', ',', ';', '"', '""', '\n', ' ', ', ', 'é', '‘'), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '')
const person = fc.record({ name: words, company: fc.option(words) })

it('reads a list back as it was written', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (items) => {
      expect(readListed(writeListed(items)).map(({ text }) => text)).toEqual(items)
    }),
  )
})

it.each([['; '], ['\n']] as const)('reads people back as they were written with %j between them', (between) => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 4 }), (people) => {
      expect(readPeople(writePeople(people, between), between === '\n' ? '\n' : ';\n')).toEqual(people)
    }),
  )
})

it('leaves plain words plain, and reads what people type', () => {
  expect(
    writePeople([
      { name: 'Ann "Bo" Lee', company: 'Acme, Inc.' },
      { name: 'Lee, Jr.', company: null },
    ]),
  ).toBe('Ann "Bo" Lee, Acme, Inc.; "Lee, Jr."')
  expect(writePeople([{ name: 'Ann Lee', company: '"Bob" O’Neil' }])).toBe('Ann Lee, "Bob" O’Neil')
  expect(readPeople('Ann Lee ,Acme,Inc.;\r\n Bo\n, Nobody; "Sue, Ann')).toEqual([
    { name: 'Ann Lee', company: 'Acme, Inc.' },
    { name: 'Bo', company: null },
    { name: '"Sue', company: 'Ann' },
  ])
})
