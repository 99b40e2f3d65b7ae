// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { said, show } from '@/tests/show'
import { Dialog } from './dialog'

let closed = 0
beforeEach(() => void (closed = 0))

/** A page with a button that opens a window over it. */
function Page() {
  const [isOpen, setOpen] = useState(false)
  const close = () => {
    closed++
    setOpen(false)
  }
  return (
    <main onKeyDown={({ key }) => key === 'Escape' && closed++}>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {isOpen ? (
        <Dialog title="Plan B" closeName="Close" onClose={close}>
          <p>What else is on</p>
        </Dialog>
      ) : null}
    </main>
  )
}

async function open(): Promise<HTMLElement> {
  show(<Page />)
  await userEvent.click(screen.getByRole('button', { name: 'Open' }))
  return screen.getByRole('dialog')
}

it('is a window with a name, which can be closed', async () => {
  await open()
  expect(said()).toEqual([
    'button "Open"',
    'dialog "Plan B":',
    '  heading "Plan B"',
    '  button "Close"',
    '  What else is on',
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect([closed, said()]).toEqual([1, ['button "Open"']])
})

it('gives the focus back to where it was', async () => {
  await open()
  screen.getByRole('button', { name: 'Close' }).focus()
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open' }))
})

it('keeps the focus when what had it goes away', async () => {
  function Vanishing() {
    const [isThere, setThere] = useState(true)
    return (
      <Dialog title="Publish" closeName="Close" onClose={() => undefined}>
        {isThere ? (
          <button type="button" onClick={() => setThere(false)}>
            Unpublish
          </button>
        ) : null}
      </Dialog>
    )
  }
  show(<Vanishing />)
  await userEvent.click(screen.getByRole('button', { name: 'Unpublish' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Publish' })))
})

it('is closed by a tap beside it, not by one within', async () => {
  const dialog = await open()
  await userEvent.click(screen.getByText('What else is on'))
  expect(closed).toBe(0)
  fireEvent.click(dialog)
  expect(closed).toBe(1)
})

it('is closed by Escape, which closes nothing that it stands in', async () => {
  const dialog = await open()
  fireEvent.keyDown(dialog, { key: 'Escape' })
  expect(closed).toBe(0)
  const cancel = new Event('cancel', { cancelable: true })
  fireEvent(dialog, cancel)
  expect([closed, cancel.defaultPrevented, screen.queryByRole('dialog')]).toEqual([1, true, null])
})

it('is over when the browser closed it by itself', async () => {
  const dialog = await open()
  fireEvent(dialog, new Event('close'))
  expect(closed).toBe(0)
  dialog.removeAttribute('open')
  fireEvent(dialog, new Event('close'))
  expect(closed).toBe(1)
})
