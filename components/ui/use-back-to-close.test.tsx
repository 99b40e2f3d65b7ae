// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { said, show } from '@/tests/show'
import { useBackToClose } from './use-back-to-close'

function Over({ onClose }: { onClose: () => void }) {
  useBackToClose(onClose)
  return (
    <button type="button" onClick={onClose}>
      Close
    </button>
  )
}

function Page() {
  const [isOpen, setOpen] = useState(false)
  return isOpen ? <Over onClose={() => setOpen(false)} /> : <button onClick={() => setOpen(true)}>Open</button>
}

it('closes what is open at the way back, which leads no further', () => {
  show(<Page />)
  const before = history.length
  fireEvent.click(screen.getByRole('button', { name: 'Open' }))
  expect([said(), history.length - before]).toEqual([['button "Close"'], 1])
  fireEvent.popState(window)
  expect(said()).toEqual(['button "Open"'])
})
