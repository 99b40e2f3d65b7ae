import { expect, it } from 'vitest'
import { c3navAddress } from './c3nav'

it.each([
  ['https://nav.example', 'hall-1', 'https://nav.example/l/hall-1/'],
  ['https://nav.example/', 'hall-1', 'https://nav.example/l/hall-1/'],
  ['https://venue.example/c3nav/?lang=de#now', 'hall-1', 'https://venue.example/c3nav/l/hall-1/'],
  ['https://nav.example', '../admin?x', 'https://nav.example/l/..%2Fadmin%3Fx/'],
])('finds a room in %s', (c3nav, slug, address) => {
  expect(c3navAddress(c3nav, slug)).toBe(address)
})
