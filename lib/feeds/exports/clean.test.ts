import { expect, it } from 'vitest'
import { fileLine, fileText, webUri } from './clean'

it('writes no character that a file may not hold', () => {
  expect(fileText('a\u0000b\ud800c\ufffed\r\ne\tf]]>')).toBe('ab\ufffdc\ufffdd\ne\tf]]>')
  expect(fileLine(' a\r\n\tb\u2028c ')).toBe('a b c')
})

it.each([
  ['https://a.example', 'https://a.example/'],
  ['https://a.example/ä b?{c}|d#e#f[0]', 'https://a.example/%C3%A4%20b?%7Bc%7D%7Cd#e%23f%5B0%5D'],
  ['https://ada:secret@a.example/%zz', 'https://a.example/%25zz'],
  ['http://[::1]:8080/a', 'http://[::1]:8080/a'],
  ['javascript:alert(1)', null],
  ['a.example', null],
  [null, null],
])('writes the address %s as %s', (address, uri) => {
  expect(webUri(address)).toBe(uri)
})
