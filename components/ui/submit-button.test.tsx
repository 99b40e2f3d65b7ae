// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { show } from '@/tests/show'
import { SubmitButton } from './submit-button'

it('sends nothing before our code is there: the browser would lose what was entered', () => {
  expect(renderToString(<SubmitButton>Save</SubmitButton>)).toMatch(/^<button type="submit"[^>]* disabled="">/)
})

it('sends its form once it is', () => {
  const sent: string[] = []
  show(
    <form
      onSubmit={(event) => {
        event.preventDefault()
        sent.push('form')
      }}
    >
      <SubmitButton>Save</SubmitButton>
    </form>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(sent).toEqual(['form'])
})
