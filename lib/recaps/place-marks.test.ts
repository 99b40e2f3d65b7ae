import { describe, expect, it } from 'vitest'
import { findPlaceMarks, placeMark } from './place-marks'

const found = (markdown: string) => findPlaceMarks(markdown).map(({ line, text }) => ({ line, text }))

describe('place marks', () => {
  it.each(['en', 'fr'] as const)('are found as they are made in %s', (language) => {
    expect(found(`a\n${placeMark('slides [of\nAnn]', language)} · ${placeMark('replay', language)}`)).toEqual([{ line: 1, text: 'slides of Ann' }, { line: 1, text: 'replay' }])
  })

  it('are those that people type, too, but not those in code', () => {
    expect(found('[To do: a]\n```\n[to do: b]\n```\n[to do c] [a faire: d] [À faire : e]')).toEqual([{ line: 0, text: 'a' }, { line: 4, text: 'e' }])
  })

  it('are not found in a hostile line', () => {
    expect(findPlaceMarks('[to do: '.repeat(100_000))).toEqual([])
  })
})
