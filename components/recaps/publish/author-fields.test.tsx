// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { show } from '@/tests/show'
import type { PublicFacts } from '../edited-recap'
import { AuthorFields } from './author-fields'

const facts: PublicFacts = {
  state: { state: 'draft' },
  latest: null,
  slug: 'day-1',
  handle: null,
  suggestedHandle: '',
  authorName: null,
  series: [],
  seriesId: null,
  label: null,
}
const none = () => undefined
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })
const type = (name: RegExp, value: string) => fireEvent.change(box(name), { target: { value } })

it('suggests an address for the name that is typed, until one is typed', () => {
  show(<AuthorFields facts={facts} origin="https://hallway.example" errorAt={none} />)
  const suggested = ['Zoë', 'Zoë Dupont-Ñu', '山田'].map((name) => {
    type(/^Your name/, name)
    return box(/^Your author address/).value
  })
  expect(suggested).toEqual(['zoe', 'zoe-dupont-nu', ''])
  type(/^Your author address/, 'writer')
  type(/^Your name/, 'Ann')
  expect(box(/^Your author address/).value).toBe('writer')
})

it('says at a field why it was refused', () => {
  const taken = (field: string) => (field === 'handle' ? 'Somebody else has it.' : undefined)
  show(<AuthorFields facts={facts} origin="https://h.example" errorAt={taken} />)
  expect(screen.getAllByRole('textbox').map((field) => field.getAttribute('aria-invalid'))).toEqual([null, 'true'])
  expect(screen.getByRole('alert').textContent).toBe('Somebody else has it.')
})

it('keeps to what a known name suggests, and asks nothing of an author who has an address', () => {
  show(
    <AuthorFields
      facts={{ ...facts, authorName: 'Ann', suggestedHandle: 'ann' }}
      origin="https://h.example"
      errorAt={none}
    />,
  )
  expect(screen.getAllByRole('textbox').map((field) => Reflect.get(field, 'value'))).toEqual(['ann'])
  show(<AuthorFields facts={{ ...facts, handle: 'ann' }} origin="https://h.example" errorAt={none} />)
  expect(screen.queryAllByRole('textbox')).toEqual([])
})
