import { describe, expect, it } from 'vitest'
import { readJson, type Json } from './json'

const readText = (text: string): Json => readJson({ bytes: new TextEncoder().encode(text) })
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('readJson', () => {
  it.each([
    ['an object', '{"title":"Été"}'],
    ['space and a mark before it', '\ufeff \n{"title":"Été"}'],
    ['a guard against being run', ')]}\'\n{"title":"Été"}'],
    ['a guard with a comma', ')]}\',\n{"title":"Été"}'],
    ['a call around it', '/**/ jQuery.cb_1({"title":"Été"});\n'],
    ['a call without an end sign', 'callback( {"title":"Été"} )'],
  ])('reads %s', (_, text) => {
    expect(readText(text)).toEqual({ ok: true, value: { title: 'Été' } })
  })

  it('reads what an old program wrote', () => {
    const latin1 = Uint8Array.from('{"title":"Été"}', (letter) => letter.charCodeAt(0))
    const utf16 = Uint8Array.from('{"title":"Été"}'.split('').flatMap((letter) => [letter.charCodeAt(0), 0]))
    expect([readJson({ bytes: latin1 }), readJson({ bytes: utf16 })]).toEqual([
      { ok: true, value: { title: 'Été' } },
      { ok: true, value: { title: 'Été' } },
    ])
  })

  it.each(['', 'null', '"text"', '42', 'title,day\nA,2027-05-11', '{"cut":', 'call({"cut":1}', '[1]]'])(
    'says that this is none: %s',
    (text) => {
      expect(readText(text)).toEqual({ ok: false, code: 'not-json' })
    },
  )

  it('stops at a depth that no schedule has, before it builds anything', () => {
    expect([readText(nested(100)).ok, readText(nested(101)), readText(nested(10_000))]).toEqual([
      true,
      { ok: false, code: 'json-too-deep' },
      { ok: false, code: 'json-too-deep' },
    ])
    expect(readJson({ bytes: new Uint8Array(20_000_000).fill(0x5b) })).toEqual({ ok: false, code: 'json-too-deep' })
    expect(readText('{"a":'.repeat(200))).toEqual({ ok: false, code: 'json-too-deep' })
  })

  it.each([
    ['objects', `[${'{},'.repeat(2_100_000)}{}]`],
    ['numbers', `[${'1,'.repeat(2_100_000)}1]`],
  ])('stops at so many %s as no schedule has, before it builds anything', (_, text) => {
    expect(readText(text)).toEqual({ ok: false, code: 'json-too-many' })
  })

  it('counts no bracket inside a text', () => {
    const text = JSON.stringify([`\\"${'['.repeat(500)}`, '{'.repeat(500), ','.repeat(3_000_000)])
    expect(readText(text)).toEqual({ ok: true, value: JSON.parse(text) })
  })

  it('reads the same bytes once', () => {
    const file = { bytes: new TextEncoder().encode('[{}]') }
    expect(readJson(file)).toBe(readJson(file))
  })
})
