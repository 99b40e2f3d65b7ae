import { expect, it } from 'vitest'
import { conferenceSlugIn } from './conference-slug-in'

it.each([
  ['kubecon', 'kubecon'],
  ['/c/kubecon', 'kubecon'],
  ['c/kubecon/', 'kubecon'],
  ['https://hallway.example.org/c/kubecon/schedule/2026-11-30?track=ai#9', 'kubecon'],
  ['No Address', 'No Address'],
])('reads %s as %s', (word, slug) => {
  expect(conferenceSlugIn(word)).toBe(slug)
})
