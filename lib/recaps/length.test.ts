import { expect, it } from 'vitest'
import { fitsRecap, MOST_RECAP_CHARACTERS, listUnfit } from './length'
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
  const fields = editRecapSchema.pick({ title: true, summary: true, tags: true, canonicalUrl: true })
  const fitting = { title: 'Day 1', summary: '', tags: [], canonicalUrl: '' }
  const blog = 'https://blog.example/'
  const told = [
    {},
    { title: ' ' },
    { title: ` ${long(200)} `, summary: ` ${long(500)} ` },
    { title: `a${' '.repeat(300)}b` },
    { title: long(201), summary: long(501) },
    { tags: Array.from({ length: 20 }, () => long(40)), canonicalUrl: blog + long(500 - blog.length) },
    { tags: Array.from({ length: 21 }, () => 'x') },
    { tags: ['rust', long(41)], canonicalUrl: blog + long(500) },
    { canonicalUrl: null },
    { canonicalUrl: 'http://blog.example:8080/a b?c#d' },
    { canonicalUrl: 'blog.example/day-1' },
    { canonicalUrl: 'javascript:alert(1)' },
    { canonicalUrl: ' ' },
  ].map((fields_) => {
    const draft = { ...fitting, ...fields_ }
    const said = listUnfit(draft).map(({ field: _, why, ...more }) => [why, ...Object.values(more)].join(' '))
    return [...said, fields.safeParse(draft).success]
  })
  expect(told).toEqual([
    [true],
    ['titleMissing', false],
    [true],
    [true],
    ['titleTooLong 200', 'summaryTooLong 500', false],
    [true],
    ['tooManyTags 20', false],
    [`tagTooLong 40 ${long(30)}…`, 'addressTooLong 500', false],
    [true],
    [true],
    ['addressWrong', false],
    ['addressWrong', false],
    ['addressWrong', false],
  ])
})
