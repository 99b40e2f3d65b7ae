import { expect, it } from 'vitest'
import { cardLines, drawableCard } from './link-card'

const card = { title: 'Day 1', author: 'Ann', conference: 'KubeCon', day: 'Wednesday', handle: 'ann' }

it('leaves out what has no outline, and calls an author of whose name nothing is left by their address', () => {
  const words = { ...card, title: '\u202E日本 🎉 🇫🇷 שלום\u0007 x\uE000', author: 'שלום', conference: '👋🏽' }
  const isDrawn = (letter: string) => !/[א-ת]|\p{Emoji_Presentation}|[\u{1f1e6}-\u{1f1ff}]/u.test(letter)
  expect(drawableCard(words, isDrawn)).toEqual({ title: '日本 FR x', author: 'ann', about: 'Wednesday' })
  expect(drawableCard(words)).toEqual({ title: '日本 🎉 🇫🇷 שלום x', author: 'שלום', about: '👋🏽 · Wednesday' })
})

it('has the name of a conference read in its own direction, and a day without one', () => {
  const about = (conference: string | null) => drawableCard({ ...card, conference }).about
  expect([about('כנס'), about(null)]).toEqual(['\u2068כנס\u2069 · Wednesday', 'Wednesday'])
})

it('shortens a title that no card holds, and names, never the day', () => {
  const long = 'word '.repeat(60)
  const { title, author, about } = drawableCard({ ...card, title: long, author: long, conference: long })
  expect([title, author, about].map((text) => [text.length, text.slice(-14)])).toEqual([
    [140, 'ord word word…'],
    [70, 'ord word word…'],
    [82, '… · Wednesday'.padStart(14, 'd')],
  ])
})

it('is drawn line by line, a title that takes more of them in smaller letters', () => {
  const drawn = (title: string) =>
    cardLines(drawableCard({ ...card, title })).map(({ name, text, size }) => [name, text, size])
  expect(drawn('Day 1')).toEqual([
    ['about', 'KubeCon · Wednesday', 32],
    ['title', 'Day 1', 68],
    ['author', 'Ann', 36],
  ])
  expect(['x'.repeat(81), '日'.repeat(45), '日'.repeat(84)].map((title) => drawn(title)[1]?.[2])).toEqual([52, 52, 42])
})
