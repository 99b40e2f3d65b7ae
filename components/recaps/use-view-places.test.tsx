// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { show } from '@/tests/show'
import { EditorHead } from './editor-head'
import { useViewPlaces } from './use-view-places'

function Editor() {
  const { view, turn } = useViewPlaces()
  return <EditorHead back="/" view={view} onView={turn} onMore={() => undefined} />
}

it('leaves what is written and what is seen where each was scrolled to', () => {
  show(<Editor />)
  const turn = (name: string) => {
    fireEvent.click(screen.getByRole('button', { name }))
    return scrollY
  }
  scrollTo(0, 900)
  const first = turn('See')
  scrollTo(0, 300)
  expect([first, turn('Write'), turn('Write'), turn('See'), turn('Write')]).toEqual([0, 900, 900, 300, 900])
})
