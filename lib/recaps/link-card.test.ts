import { expect, it } from 'vitest'
import { drawableCard, linkCard } from './link-card'

const card = { title: 'Day 1', author: 'Ann', about: 'KubeCon · Wednesday', handle: 'ann' }

it('leaves out what cannot be drawn, and calls an author of whose name nothing is left by their address', () => {
  expect(drawableCard({ ...card, title: '\u202E日本 🎉  שלום x', author: 'שלום', about: '👋🏽' })).toEqual({
    title: '日本 x',
    author: 'ann',
    about: '',
  })
})

it('shortens a title that no card holds', () => {
  const { title } = drawableCard({ ...card, title: 'word '.repeat(60) })
  expect([title.length <= 141, title.endsWith('…')]).toEqual([true, true])
})

it('is drawn line by line, a long title in smaller letters', () => {
  const drawn = (title: string) =>
    linkCard({ ...card, title }).props.children.map(({ key, props }) => [key, props.children, props.style.fontSize])
  expect(drawn('Day 1')).toEqual([
    ['about', 'KubeCon · Wednesday', 32],
    ['title', 'Day 1', 68],
    ['author', 'Ann', 36],
  ])
  expect(drawn('x'.repeat(81))[1]?.[2]).toBe(52)
})
