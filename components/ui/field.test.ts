import { createElement, type ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Field, TextField } from './field'
import { TooLongWords } from './typing/field-words'

const drawn = (field: ReturnType<typeof createElement>) =>
  renderToStaticMarkup(createElement(TooLongWords, { value: 'At most {most} characters; {over} too many.' }, field))
const line = (given: Partial<ComponentProps<typeof Field>>) => drawn(createElement(Field, { label: 'Name', ...given }))

it.each([
  [undefined, true],
  ['text', true],
  ['search', true],
  ['url', false],
  ['email', false],
  ['time', false],
])('runs as its own text does where people write freely: %s', (type, runs) => {
  expect(line({ type }).includes('dir="auto"')).toBe(runs)
})

it('cuts nothing that is too long, and says by how much', () => {
  const text = 'x'.repeat(12)
  for (const html of [
    line({ maxLength: 10, value: text, readOnly: true }),
    drawn(createElement(TextField, { label: 'Text', maxLength: 10, value: text, readOnly: true })),
  ]) {
    expect(html).toContain('At most 10 characters; 2 too many.')
    expect(html).toContain('aria-invalid="true"')
    expect(html.toLowerCase()).not.toContain('maxlength')
  }
  expect(line({ maxLength: 12, value: text, readOnly: true })).not.toContain('alert')
})
