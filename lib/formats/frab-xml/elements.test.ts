import { expect, it } from 'vitest'
import { readElements, rootOf } from './elements'

function read(text: string) {
  const found: unknown[] = []
  const fault = readElements(text, {
    whole: new Set(['event']),
    onElement: (element, line, outer) => {
      found.push([line, outer.map(({ name }) => name).join('/'), element.attributes.id, element.text.trim()])
      return element.attributes.id !== 'last'
    },
  })
  return { found, fault }
}

const inDay = (text: string) => `<schedule>\n<day>\n${text}\n</day></schedule>`

it('gives whole elements as they end, with their line and what is around them', () => {
  expect(read(inDay('<event id="1">a<x>b</x>c</event>\n<event id="2"/>'))).toEqual({
    found: [
      [3, 'schedule/day', '1', 'ac'],
      [4, 'schedule/day', '2', ''],
    ],
    fault: null,
  })
})

it('reads no further than it is asked to', () => {
  expect(read(inDay('<event id="last"/><event id="2"/></broken>'))).toEqual({
    found: [[3, 'schedule/day', 'last', '']],
    fault: null,
  })
})

it.each([
  ['a tag that closes another', '<event id="1"/>\n<event id="2"><t>x</y></event>', 4, 'xml-broken'],
  ['a cut', '<event id="1"/>\n<event id="2">half'.concat('<!--'), 5, 'file-cut-short'],
  ['depth', `<event id="1"/>\n${'<a>'.repeat(10_000)}`, 4, 'too-deep'],
  [
    'attributes',
    `<event id="1"/>\n<event ${Array.from({ length: 300 }, (_, n) => `a${n}=""`).join(' ')}/>`,
    4,
    'xml-broken',
  ],
])('reads up to %s and says where that is', (_, text, line, code) => {
  const { found, fault } = read(inDay(text))
  expect([found, fault?.line, fault?.code]).toEqual([[[3, 'schedule/day', '1', '']], line, code])
})

it.each([
  ['R&D &amp; <![CDATA[a && b]]>', 'R&D & a &amp;&amp; b'],
  ['&nbsp;&mine;', '&nbsp;&mine;'],
  ['a\u000bb', 'a\u000bb'],
  ['a <!-- -- --> ]]> b', 'a  ]]> b'],
])('keeps what is written loosely: %j', (text, kept) => {
  expect(read(inDay(`<event id="1">${text}</event>`))).toEqual({ found: [[3, 'schedule/day', '1', kept]], fault: null })
})

it('expands no entity that the file defines', () => {
  const doctype = '<!DOCTYPE schedule [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
  expect(read(`${doctype}<schedule><event id="1">&b;&c;</event></schedule>`)).toEqual({
    found: [[1, 'schedule', '1', '&b;&c;']],
    fault: null,
  })
})

it('keeps of an endless text or list what is enough', () => {
  const sizes: number[] = []
  readElements(`<event>${'a'.repeat(1_000_000)}${'<a/>'.repeat(20_000)}</event>`, {
    whole: new Set(['event']),
    onElement: ({ text, children }) => sizes.push(text.length, children.length) > 0,
  })
  expect(sizes).toEqual([200_000, 5_000])
})

it('knows a file by its first element', () => {
  const prolog = '<?xml version="1.0"?><!-- <schedule> --><!DOCTYPE schedule SYSTEM "x">\n'
  expect([`${prolog}<schedule a="1">`, '<html><schedule/>', 'schedule', ''].map(rootOf)).toEqual([
    'schedule',
    'html',
    null,
    null,
  ])
})
