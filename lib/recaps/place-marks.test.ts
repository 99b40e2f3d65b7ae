import { describe, expect, it } from 'vitest'
import { findPlaceMarks, findUnfinished, placeMark } from './place-marks'

const found = (markdown: string) => findPlaceMarks(markdown).map(({ line, text }) => ({ line, text }))

describe('place marks', () => {
  it.each(['en', 'fr'] as const)('are found as they are made in %s', (language) => {
    expect(found(`a\n${placeMark('slides [of\nAnn]', language)} · ${placeMark('replay', language)}`)).toEqual([
      { line: 1, text: 'slides of Ann' },
      { line: 1, text: 'replay' },
    ])
  })

  it('are those that people type, too, but not those in code', () => {
    expect(found('[To do: a]\n```\n[to do: b]\n```\n[to do c] [a faire: d] [À faire : e]')).toEqual([
      { line: 0, text: 'a' },
      { line: 4, text: 'e' },
    ])
  })

  it('stand alone as well, and are no links', () => {
    expect(found('[to come] [TBD] [à venir]\n[to come](https://a.example) [to come]: https://a.example')).toEqual([
      { line: 0, text: 'to come' },
      { line: 0, text: 'TBD' },
      { line: 0, text: 'à venir' },
    ])
  })

  it('are unfinished, as is a to-do that somebody wrote', () => {
    expect(
      findUnfinished('A [to do: slides] b\n- [ ] call Ann\n- [x] done\n[ ]\n```\n[ ] code\n```\n[à venir]'),
    ).toEqual([
      { line: 0, written: '[to do: slides]' },
      { line: 1, written: '[ ] call Ann' },
      { line: 7, written: '[à venir]' },
    ])
  })

  it('are unfinished, as is what still begins as in a note, but for a quote', () => {
    const text = [
      '> said',
      '? why so',
      '```',
      '? code',
      '```',
      '@ Ann, Acme',
      '14:05 $ Acme — shirts',
      '? ',
      'a @ b',
    ].join('\n')
    expect(findUnfinished(text)).toEqual([
      { line: 1, written: '? why so' },
      { line: 5, written: '@ Ann, Acme' },
      { line: 6, written: '14:05 $ Acme — shirts' },
    ])
  })

  it('are not found in a hostile line', () => {
    expect(findPlaceMarks('[to do: '.repeat(100_000))).toEqual([])
  })
})

describe('a place mark', () => {
  it('holds three hundred characters of what is missing, and is found again whole', () => {
    const marks = (['en', 'fr'] as const).map((language) => placeMark(`  ${'a '.repeat(200)} `, language))
    expect(marks.map((mark) => mark.length)).toEqual(['[to do: ]', '[à faire : ]'].map((around) => around.length + 300))
    expect(marks.map((mark) => findPlaceMarks(mark)[0]?.written)).toEqual(marks)
    expect(placeMark(' [a]\n[b] ', 'en')).toBe('[to do: a b]')
    expect(found('[to do: \u00a0 slides  ]')).toEqual([{ line: 0, text: 'slides' }])
  })

  it('is unfinished as it is written, with no space around it', () => {
    expect(findUnfinished('  - [ ]   call Ann  \n  ? why  \n@\nplain')).toEqual([
      { line: 0, written: '[ ] call Ann' },
      { line: 1, written: '? why' },
    ])
  })
})
