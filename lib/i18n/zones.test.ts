import { expect, it } from 'vitest'
import { cityOf, haveSameClocks } from './zones'

it('calls a zone by its city', () => {
  expect(['Europe/Paris', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT-3'].map(cityOf)).toEqual([
    'Paris',
    'Buenos Aires',
    'UTC',
    'GMT-3',
  ])
})

it('takes zones for the same whose clocks are, all year', () => {
  expect([
    haveSameClocks('Europe/Paris', 'Europe/Amsterdam'),
    haveSameClocks('Etc/UTC', 'UTC'),
    haveSameClocks('Europe/London', 'UTC'),
  ]).toEqual([true, true, false])
})
