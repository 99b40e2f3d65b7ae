// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { show } from '@/tests/show'
import { focusHeading, focusNextRow } from './focus-on'

const focused = () => document.activeElement?.textContent

it('gives the focus to the heading of the section around, past regions without one', () => {
  show(
    <main>
      <h1>Notes</h1>
      <section aria-label="Photos">
        <button>Undo</button>
      </section>
      <section>
        <h2>Talk</h2>
        <button>Bring back</button>
      </section>
    </main>,
  )
  focusHeading(screen.getByRole('button', { name: 'Undo' }))
  expect(focused()).toBe('Notes')
  focusHeading(screen.getByRole('button', { name: 'Bring back' }))
  expect(focused()).toBe('Talk')
})

it('gives the focus to the next row, after the last to the one before, after the only one to the heading', () => {
  const list = (names: string[]) => (
    <main>
      <h1>Notes</h1>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href="#note">Read {name}</a>
            <button>{name}</button>
          </li>
        ))}
      </ul>
    </main>
  )
  show(list(['one', 'two']))
  focusNextRow(screen.getByRole('button', { name: 'one' }))
  expect(focused()).toBe('two')
  focusNextRow(screen.getByRole('button', { name: 'two' }))
  expect(focused()).toBe('one')
  show(list(['one']))
  focusNextRow(screen.getByRole('button', { name: 'one' }))
  expect(focused()).toBe('Notes')
})
