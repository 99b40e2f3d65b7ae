import { describe, expect, it } from 'vitest'
import { sourceAddress } from './source-address'

const sched = {
  address: 'https://kccnceu2026.sched.com/all.ics',
  siteKey: null,
  urls: ['https://kccnceu2026.sched.com/all.ics'],
}
const sessionize = (urls: string[]) => ({
  address: 'https://sessionize.com/api/v2/abc123',
  siteKey: 'abc123',
  urls: urls.map((view) => `https://sessionize.com/api/v2/abc123/view/${view}`),
})
const file = (address: string) => ({ address, siteKey: null, urls: [address] })

describe('sourceAddress', () => {
  it.each([
    ['https://kccnceu2026.sched.com', sched],
    ['http://kccnceu2026.sched.com/event/1aBcD/a-talk?x=1#y', sched],
    ['webcal://kccnceu2026.sched.com/all.ics', sched],
    ['https://kccnceu2026.sched.com/ann.ics', file('https://kccnceu2026.sched.com/ann.ics')],
    ['https://sched.com/', file('https://sched.com/')],
    ['https://kccnceu2026.sched.com.example.org/', file('https://kccnceu2026.sched.com.example.org/')],
    ['https://sessionize.com/api/v2/abc123/view/GridSmart?under=True', sessionize(['GridSmart', 'Speakers'])],
    ['https://www.sessionize.com/api/v2/abc123/view/Speakers', sessionize(['GridSmart', 'Speakers'])],
    ['https://sessionize.com/api/v2/abc123', sessionize(['GridSmart', 'Speakers'])],
    ['https://sessionize.com/api/v2/abc123/view/All', sessionize(['All'])],
    [' https://example.org/schedule.csv ', file('https://example.org/schedule.csv')],
    ['nonsense', file('nonsense')],
  ])('%s', (typed, expected) => {
    expect(sourceAddress(typed)).toEqual(expected)
  })
})
