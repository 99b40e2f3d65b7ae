// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/tests/show'
import { BackToNow } from './back-to-now'
import { DAY_LIST } from './place-day'

type Seen = { isIntersecting: boolean; boundingClientRect: { top: number } }
let tell: (seen: Seen[]) => void = () => undefined
// Nothing is laid out here: what would be in sight is told.
class Observer {
  constructor(heard: (seen: Seen[]) => void) {
    tell = heard
  }
  observe() {}
  disconnect() {}
}
vi.stubGlobal('IntersectionObserver', Observer)
afterEach(() => document.body.replaceChildren())

it.each([
  ['is gone from sight while the page was busy', [inSight(true, 300), inSight(false, -900)], ['Back to now']],
  ['came into sight while the page was busy', [inSight(false, 900), inSight(true, 300)], []],
])('is offered by where now is in the end: it %s', (_, seen, offered) => {
  document.body.innerHTML = `<div id="${DAY_LIST}"><section data-now="Now 11:15"></section></div>`
  show(<BackToNow listed="all" />)
  act(() => tell(seen))
  expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(offered)
})

function inSight(isIntersecting: boolean, top: number): Seen {
  return { isIntersecting, boundingClientRect: { top } }
}
