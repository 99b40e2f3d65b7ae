import { expect, it } from 'vitest'
import { languageCode } from './language-code'

it.each([
  ['en', 'en'],
  ['EN', 'en'],
  ['pt_br', 'pt-BR'],
  ['English', 'en'],
  ['japanese', 'ja'],
  ['Français', 'fr'],
  ['allemand', 'de'],
  ['日本語', 'ja'],
  ['Engels', 'en'],
  ['Klingon', null],
  ['xx', null],
  ['', null],
  [null, null],
])('reads the language %j', (text, code) => {
  expect(languageCode(text)).toBe(code)
})
