import { describe, expect, it } from 'vitest'
import { goesOn, stepWith, type UndoStep } from './undo-steps'

/** The steps of undo that typing makes of a text: each as the text was before it. */
function stepsOf(changes: { at: number; remove?: number; insert?: string }[], start = ''): string[] {
  let [text, step]: [string, UndoStep | null] = [start, null]
  const before: string[] = []
  for (const { at, remove = 0, insert = '' } of changes) {
    const change = { at, remove, insert }
    const isSame = step !== null && goesOn(step, change, text)
    if (!isSame) before.push(text)
    step = stepWith(isSame ? step : null, change)
    text = text.slice(0, at) + insert + text.slice(at + remove)
  }
  return before
}

const typed = (text: string, from = 0) => [...text].map((insert, index) => ({ at: from + index, insert }))
const erased = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ at: from - index - 1, remove: 1 }))

describe('one undo takes back', () => {
  it('a word with what stands behind it, until the next one begins', () => {
    expect(stepsOf(typed('to be  or'))).toEqual(['', 'to ', 'to be  '])
    expect(stepsOf(typed('a\nb'))).toEqual(['', 'a\n'])
  })

  it('what is erased in one go, backwards or forwards, apart from what is typed', () => {
    expect(stepsOf([...typed('word'), ...erased(4, 3), ...typed('x', 1)])).toEqual(['', 'word', 'w'])
    const forwards = [
      { at: 0, remove: 1 },
      { at: 0, remove: 1 },
    ]
    expect(stepsOf(forwards, 'abc')).toEqual(['abc'])
    expect(
      stepsOf(
        [
          { at: 2, remove: 1 },
          { at: 0, remove: 1 },
        ],
        'abcd',
      ),
    ).toEqual(['abcd', 'abd'])
  })

  it('what is typed elsewhere by itself', () => {
    expect(stepsOf([...typed('ab'), { at: 0, insert: 'c' }])).toEqual(['', 'ab'])
  })

  it('a word together with what a keyboard corrects of it', () => {
    expect(stepsOf([...typed('teh'), { at: 0, remove: 3, insert: 'the' }, { at: 3, insert: 'n' }])).toEqual([''])
    expect(stepsOf([...typed('teh'), { at: 0, remove: 2, insert: 'the' }])).toEqual(['', 'teh'])
  })

  it('no more than forty letters of a script without spaces', () => {
    expect(stepsOf(typed('あ'.repeat(90)))).toEqual(['', 'あ'.repeat(40), 'あ'.repeat(80)])
    // What is replaced does not count twice.
    const composed = [...typed('あ'.repeat(39)), { at: 38, remove: 1, insert: 'い' }]
    expect(stepsOf([...composed, { at: 39, insert: 'う' }, { at: 40, insert: 'え' }])).toEqual([
      '',
      `${'あ'.repeat(38)}いう`,
    ])
  })
})
