import { expect, it } from 'vitest'
import { lettersIn, shortenName } from './shorten-name'

const cut = '…\u200b'
const hall = (end: string) => `The very large hall on the second floor behind the cloakroom, ${end}`

it('keeps of a long name its beginning and its end, by which rooms are told apart', () => {
  const most = lettersIn(8)
  const [left, right] = [shortenName(hall('left'), most), shortenName(hall('right'), most)]
  expect([left, right, [...left.replace('\u200b', '')].length <= most]).toEqual([
    `The very large hall on the second${cut}left`,
    `The very large hall on the second${cut}right`,
    true,
  ])
})

it('cuts between words, and within one only where it is longer than what there is room for', () => {
  expect([
    shortenName('Auditorium Grand Palais | Niveau 2 (Nord)', 30),
    shortenName('Donaudampfschifffahrtsgesellschaft', 20),
    shortenName('Saal Donaudampfschifffahrtsgesellschaft Ost', 20),
  ]).toEqual([`Auditorium Grand${cut}2 (Nord)`, `Donaudamp${cut}sellschaft`, `Saal Donaudampfs${cut}Ost`])
})

it('leaves alone what is short enough, and never cuts a sign in two', () => {
  expect([shortenName('Hall 7', 39), shortenName(hall('left'), lettersIn(24))]).toEqual(['Hall 7', hall('left')])
  expect(shortenName('🎪'.repeat(9), 5)).toBe(`🎪🎪${cut}🎪🎪`)
})
