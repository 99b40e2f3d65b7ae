import { expect, it } from 'vitest'
import { ruleInWords } from './old-rule'

it.each([
  ['D1 #3', 'FREQ=DAILY;INTERVAL=1;COUNT=3'],
  ['D2', 'FREQ=DAILY;INTERVAL=2;COUNT=2'],
  ['W1 MO TU #0', 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU'],
  ['w2 20270710T000000Z', 'FREQ=WEEKLY;INTERVAL=2;UNTIL=20270710T000000Z'],
  ['MP1 1+ TU #3', 'MP1 1+ TU #3'],
  ['FREQ=DAILY', 'FREQ=DAILY'],
])('reads %j', (rule, words) => {
  expect(ruleInWords(rule)).toBe(words)
})
