// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { show } from '@/tests/show'
import { Facts, Outside } from './facts'

function drawn(): string {
  return document.body.innerHTML.replaceAll(/<\/?(?:div|bdi)[^>]*>/g, '')
}

it.each([
  ['ada.lovelace@mail.example.org', 'ada.<wbr>lovelace@<wbr>mail.<wbr>example.<wbr>org'],
  ['by a-b_c@e.org  · at night', 'by a-<wbr>b_<wbr>c@<wbr>e.<wbr>org  · at night'],
  ['https://e.org/a/b?c=d', 'https://<wbr>e.<wbr>org/<wbr>a/<wbr>b?c=d'],
  ['CI/CD and v1.2 of an e-mail', 'CI/CD and v1.2 of an e-mail'],
])('lets an address go on below at its parts: %s', (text, expected) => {
  show(<Outside>{text}</Outside>)
  expect(drawn()).toBe(expected)
  expect(document.body.textContent).toBe(text)
})

it('puts short facts in one line, without what is empty', () => {
  show(<Facts of={['10:30', '', null, false, 'Hall']} />)
  expect(document.body.textContent).toBe('10:30\u00a0· Hall')
})
