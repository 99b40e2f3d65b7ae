import { describe, expect, it } from 'vitest'
import { fillPlaceMark, findPlaceMarks, placeMark } from './place-marks'

describe('place marks', () => {
  it.each(['en', 'fr'] as const)('are found as they are made in %s', (language) => {
    expect(findPlaceMarks(`a\n${placeMark('slides [of\nAnn]', language)} · ${placeMark('replay', language)}`)).toEqual([{ line: 1, text: 'slides of Ann' }, { line: 1, text: 'replay' }])
  })

  it('are those that people type, too, but not those in code', () => {
    expect(findPlaceMarks('[To do: a]\n```\n[to do: b]\n```\n[to do c] [a faire: d] [À faire : e]')).toEqual([{ line: 0, text: 'a' }, { line: 4, text: 'e' }])
  })

  it('are filled in one by one', () => {
    const text = '[to do: slides] · [to do: replay] · [to do: slides]'
    expect(fillPlaceMark(text, { line: 0, text: 'slides' }, '[Slides](https://a.example)')).toBe('[Slides](https://a.example) · [to do: replay] · [to do: slides]')
    expect(fillPlaceMark(text, { line: 3, text: 'slides' }, 'x')).toBe(text)
    expect(fillPlaceMark(text, { line: 0, text: 'gone' }, 'x')).toBe(text)
  })

  it('take no time on a hostile line', () => {
    const start = performance.now()
    expect(findPlaceMarks('[to do: '.repeat(100_000))).toEqual([])
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
