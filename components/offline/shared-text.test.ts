import { expect, it } from 'vitest'
import { sharedText } from './shared-text'

it.each([
  ['?title=A+talk&text=Worth+it&url=https%3A%2F%2Fexample.org', 'A talk\nWorth it\nhttps://example.org'],
  ['?text=Worth+it+https%3A%2F%2Fexample.org&url=https%3A%2F%2Fexample.org', 'Worth it https://example.org'],
  ['?title=Same&text=Same', 'Same'],
  ['?text=%20%20', ''],
  ['?title=A%00+talk%07&text=One%0D%0ATwo%09%1B%5B31mred&url=%01', 'A talk\nOne\nTwo\t[31mred'],
  ['', ''],
])('reads %s as %j', (search, text) => {
  expect(sharedText(search)).toBe(text)
})
