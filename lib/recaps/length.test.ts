import { expect, it } from 'vitest'
import { fitsRecap, MOST_RECAP_CHARACTERS } from './length'
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
