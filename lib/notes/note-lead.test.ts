import { expect, it } from 'vitest'
import { foundLine, noteLead } from './note-lead'

it.each([
  ['> A thin layer may do — Ada', { kind: 'quote', text: 'A thin layer may do', by: 'Ada' }],
  ['\n  \n> \n[x] send the slides', { kind: 'todo', text: 'send the slides' }],
  ['14:05 ? why though', { kind: 'question', text: 'why though' }],
  ['14h05 the lights went out', { kind: 'time', text: 'the lights went out' }],
  ['@ Grace, Navy — compilers', { kind: 'person', text: 'Grace, Navy — compilers' }],
  ['$ Acme — free stickers', { kind: 'sponsor', text: 'Acme — free stickers' }],
  ['## **Platform** teams', { kind: null, text: 'Platform teams' }],
  ['- a point', { kind: null, text: 'a point' }],
  ['see [the slides](https://example.org/1) later', { kind: null, text: 'see the slides later' }],
  ['https://example.org/1', { kind: null, text: 'https://example.org/1' }],
  ['```sh\n> out\n```\nthen words', { kind: null, text: 'then words' }],
  ['', null],
  ['> \n[ ] ', null],
  ['```\ncode alone\n```', null],
])('reads how %j begins', (text, lead) => {
  expect(noteLead(text)).toEqual(lead)
})

it('reads no further than where a note begins', () => {
  expect(noteLead(`${'\n'.repeat(3_000)}late`)).toBeNull()
})

it('finds the first line with a word that is sought, whatever its case and accents', () => {
  const text = 'First\n> Le dîner est à midi — Zoé\n[ ] diner again'
  expect(foundLine(text, 'DINER xyz')).toEqual({ kind: 'quote', text: 'Le dîner est à midi', by: 'Zoé' })
  expect([foundLine(text, 'zzz'), foundLine(text, '')]).toEqual([null, null])
})

it('shows the time of the line that is found where the time was sought', () => {
  const text = 'First\n11:15 ? why queues\n11:20'
  expect(['11:15', 'queues', '11:20'].map((query) => foundLine(text, query)?.text)).toEqual([
    '11:15 why queues',
    'why queues',
    '11:20',
  ])
})
