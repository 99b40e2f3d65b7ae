// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { show } from '@/tests/show'
import { HomeList } from './home-list'

const kube = { slug: 'kube', name: 'Kube', facts: '12 sessions', phase: 'past', isMine: false } as const
const more = 'There are more conferences here: search for them.'
const moreFound = 'More conferences are called that: add a word to find yours.'
const back = 'Back to what is on'

it.each([
  ['all that are here', '', false, []],
  ['those that come first', '', true, [more]],
  ['all that were found', 'kube', false, [back]],
  ['the first that were found', 'kube', true, [moreFound, back]],
])('says below %s what else there is', (_, sought, isCut, below) => {
  show(<HomeList conferences={[kube]} sought={sought} isCut={isCut} />)
  const said = document.body.textContent
  expect([more, moreFound, back].filter((text) => said.includes(text))).toEqual(below)
})
