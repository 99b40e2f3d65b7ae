import { expect, it } from 'vitest'
import { fitsRecap, MOST_RECAP_CHARACTERS, whyUnfit } from './length'
import { editRecapSchema } from './schema'

const long = (characters: number) => 'x'.repeat(characters)

it('lets an editor hold what can be saved, and what is on its way back to that', () => {
  const [most, more] = [long(MOST_RECAP_CHARACTERS), long(MOST_RECAP_CHARACTERS + 1)]
  expect([
    fitsRecap(most, ''),
    fitsRecap(more, most),
    fitsRecap(more, ''),
    fitsRecap(more, `${more}x`),
    fitsRecap(`${more}x`, more),
  ]).toEqual([true, false, false, true, false])
  const { text } = editRecapSchema.shape
  expect([text.safeParse(most).success, text.safeParse(more).success]).toEqual([true, false])
})

it('says what does not fit where saving would be refused, and nothing where it would not', () => {
  const { title, summary } = editRecapSchema.shape
  const told = [
    ['Day 1', ''],
    [' ', ''],
    [` ${long(200)} `, ` ${long(500)} `],
    [`a${' '.repeat(300)}b`, ''],
    [long(201), long(501)],
    ['Day 1', long(501)],
  ].map(([one = '', other = '']) => {
    const isTaken = title.safeParse(one).success && summary.safeParse(other).success
    return [whyUnfit({ title: one, summary: other }), isTaken]
  })
  expect(told).toEqual([
    [null, true],
    ['titleMissing', false],
    [null, true],
    [null, true],
    ['titleTooLong', false],
    ['summaryTooLong', false],
  ])
})
