import { expect, it } from 'vitest'
import { languages } from '@/lib/i18n/language-names'
import { messagesOf } from '@/lib/i18n/messages'
import { sessionKinds } from '@/lib/program/session-kinds'
import { kindOfWord } from './kind-of-word'

it.each([
  ['Talk', 'talk'],
  ['Conférence', 'talk'],
  ['Lightning talk', 'lightning'],
  ['Quickie', 'lightning'],
  ['Opening keynote', 'keynote'],
  ['Plénière', 'keynote'],
  ['Hands-on lab', 'workshop'],
  ['Atelier', 'workshop'],
  ['Table ronde', 'panel'],
  ['Podiumsdiskussion', 'panel'],
  ['Coffee break', 'break'],
  ['Pause déjeuner', 'break'],
  ['Kaffeepause', 'break'],
  ['evening event', 'service'],
  ['Soirée', 'service'],
  ['Registration', 'service'],
  ['Co-located event', 'container'],
  ['personal block', 'personal'],
  ['Personal growth', null],
  ['happening', null],
  ['', null],
])('reads the kind %j', (word, kind) => {
  expect(kindOfWord(word)).toBe(kind)
})

it.each(languages)('knows each kind by what screens call it (%s)', (language) => {
  const called = messagesOf(language).session.kind
  expect(sessionKinds.map((kind) => kindOfWord(called[kind]))).toEqual(sessionKinds)
})
