// @vitest-environment happy-dom
import { render, within } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { useState } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { messagesOf } from '@/lib/i18n/messages'
import { WalkTable } from './walk-table'

function Typing() {
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  return (
    <NextIntlClientProvider locale="en" messages={messagesOf('en')} timeZone="UTC">
      <WalkTable
        zones={['East', 'West']}
        walks={[]}
        typed={typed}
        onType={(cell, text) => setTyped((before) => new Map(before).set(cell, text))}
      />
      <output>{JSON.stringify([...typed])}</output>
    </NextIntlClientProvider>
  )
}

it('hears of the minutes that were typed before our code was there', () => {
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = renderToString(<Typing />)
  // What another file drew last may stand beside it.
  const drawn = within(container)
  const cell = (name: string) => drawn.getByRole<HTMLInputElement>('spinbutton', { name })
  cell('From East to West, minutes').value = '12'
  cell('From West to East, minutes').value = '4'
  render(<Typing />, { container, hydrate: true })
  expect(['From East to West, minutes', 'From West to East, minutes'].map((name) => cell(name).value)).toEqual([
    '12',
    '4',
  ])
  expect(drawn.getByRole('status').textContent).toBe('[["0 1","12"],["1 0","4"]]')
})
