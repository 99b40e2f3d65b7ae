import { createElement } from 'react'
import { afterEach, expect, it } from 'vitest'
import { draw } from '@/tests/draw'
import { PublishAtField } from './publish-at-field'

const before = process.env.TZ
afterEach(() => void (process.env.TZ = before))

it.each([
  ['2027-03-28T02:30', 'true', ['Publish at', 'this time does not exist. Choose another.']],
  ['2027-10-31T02:30', undefined, ['Publish at', 'show this time twice: the first is meant.']],
  ['2027-10-31T03:30', undefined, ['Publish at']],
  ['', undefined, ['Publish at']],
])('says at %s what this device’s clocks make of it', (value, isWrong, said) => {
  process.env.TZ = 'Europe/Berlin'
  const html = draw(createElement(PublishAtField, { value, onChange: () => undefined }))
  const parts = ['Publish at', 'this time does not exist. Choose another.', 'show this time twice: the first is meant.']
  expect([/aria-invalid="(.*?)"/.exec(html)?.[1], parts.filter((part) => html.includes(part))]).toEqual([isWrong, said])
})
