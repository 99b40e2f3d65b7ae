import { expect, it } from 'vitest'
import { codeLast } from './code-last'

const code = (name: string) => `<script src="/_next/static/chunks/${name}.js" async=""></script>`
const own = '<script>placeDay()</script>'

it('asks for code after the text, in the order that Next gave it, and leaves all else where it is', () => {
  const hint = '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>'
  const font = '<link rel="preload" as="font" href="/inter.woff2"/>'
  const old = '<script src="/_next/static/chunks/old.js" noModule=""></script>'
  const text = `<p>${code('said in an article')}</p>${own}`
  expect(
    codeLast(`<html><head>${hint}${font}${code('b')}${code('a')}${old}</head><body>${text}${code('c')}</body></html>`),
  ).toBe(`<html><head>${font}${old}</head><body>${text}${code('c')}${code('b')}${code('a')}</body></html>`)
})

it('leaves what is no whole page', () => {
  const [part, reversed] = [`<p>${code('a')}</p></body>`, `</body>${code('a')}</head>`]
  expect([codeLast(part), codeLast(reversed), codeLast('')]).toEqual([part, reversed, ''])
})
