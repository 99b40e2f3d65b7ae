import { expect, it } from 'vitest'
import { kindOf } from './kind'

it.each([
  ['Lenses', 'lightningtalk', null, true, 'lightning'],
  ['Lenses', 'LIGHTNING_TALK', null, true, 'lightning'],
  ['Lenses', 'hands-on', null, false, 'workshop'],
  ['Coffee break', 'hands-on', null, false, 'break'],
  ['Welcome', 'maintrack', 'Keynotes', true, 'keynote'],
  ['Who we are', 'meeting', 'Experiences', false, 'talk'],
  ['Lunch', null, null, false, 'break'],
  ['Registration', 'BREAK', null, false, 'break'],
  ['Queues: lunch', 'container', null, false, 'container'],
])('takes %s of type %s in %s for what it is', (title, type, track, hasSpeakers, kind) => {
  expect(kindOf({ title, type, track, hasSpeakers })).toBe(kind)
})
