import { expect, it } from 'vitest'
import { findLinkOffers, takeLinkOffer, type LinkWords } from './link-offers'

const words: LinkWords = {
  slides: { todo: ['slides', 'diapositives'], said: { en: 'Slides', fr: 'Diapositives' } },
  replay: { todo: ['replay', 'rediffusion'], said: { en: 'Replay', fr: 'Rediffusion' } },
}
const sessions = [
  { number: 7, title: 'Rust', slides: 'https://example.org/rust.pdf' },
  { number: 8, title: 'Wasm', slides: 'https://example.org/wasm.pdf', replay: 'https://example.org/wasm' },
]
const text = `## [Rust](session:7)

[to do: slides] · [to do: replay]

## What I missed

- [Wasm](session:8) — the room was full — [à faire : rediffusion]

[to do: ask the team]`

it('offers what is known by now where it is marked as missing, and nothing else', () => {
  expect(
    findLinkOffers(text, sessions, words).map(({ mark, kind, title, url }) => [mark.line, kind, title, url]),
  ).toEqual([
    [2, 'slides', 'Rust', 'https://example.org/rust.pdf'],
    [6, 'replay', 'Wasm', 'https://example.org/wasm'],
  ])
  expect(findLinkOffers('[to do: slides]', sessions, words)).toEqual([])
})

it('puts a link where its mark was and leaves the rest', () => {
  const [first, second] = findLinkOffers(text, sessions, words)
  if (!first || !second) throw new Error('There are two.')
  const taken = takeLinkOffer(takeLinkOffer(text, first, words, 'en'), second, words, 'fr')
  expect(taken).toBe(
    text
      .replace('[to do: slides]', '[Slides](<https://example.org/rust.pdf>)')
      .replace('[à faire : rediffusion]', '[Rediffusion](<https://example.org/wasm>)'),
  )
  expect(findLinkOffers(taken, sessions, words)).toEqual([])
})
