// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { again, show } from '@/tests/show'
import { Finder } from './finder'
import type { FoundGroup, PaletteWords } from './palette-words'

const words: PaletteWords = {
  language: 'en',
  title: 'Find or go to',
  hints: { inside: '', outside: '' },
  close: 'Close',
  none: 'Nothing has these words.',
  groups: { conferences: '', screens: '', actions: '', sessions: '', speakers: '', rooms: '', notes: '' },
  ofConference: [],
  manage: 'Manage',
  write: 'Write a note',
  screens: [],
  actions: [],
}
const nothing = () => undefined

function found(name: string, href: string): FoundGroup[] {
  return [{ name: 'conferences', ways: [{ href, name }] }]
}

it('goes to what is found for all that was typed, also where Enter came before it was found', () => {
  const went: (string | null)[] = []
  const finder = (typed: string, ways: FoundGroup[], isFound: boolean) => (
    <Finder words={words} hint="" typed={typed} onType={nothing} groups={ways} isFound={isFound} onClose={nothing} />
  )
  show(finder('kubecon', found('Bring a conference in', '#new'), false))
  document.body.addEventListener(
    'click',
    ({ target }) => target instanceof Element && went.push(target.getAttribute('href')),
  )
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' })
  expect(went).toEqual([])
  again(finder('kubecon', found('KubeCon', '#kubecon'), true))
  expect(went).toEqual(['#kubecon'])
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' })
  expect(went).toEqual(['#kubecon', '#kubecon'])
})
