import { describe, expect, it } from 'vitest'
import { sourceAddress } from './source-address'

const at = (address: string, isSite = true) => ({ address, siteKey: null, urls: [address], instead: null, isSite })
const file = (address: string) => at(address, false)
const sched = at('https://kccnceu2026.sched.com/all.ics')
const pretalx = at('https://pretalx.com/democon/schedule/export/schedule.json')
const sheets = 'https://docs.google.com/spreadsheets/d'
const sessionize = (views: string[]) => ({
  address: `https://sessionize.com/api/v2/abc123${views.includes('All') ? '/view/All' : ''}`,
  siteKey: 'abc123',
  urls: views.map((view) => `https://sessionize.com/api/v2/abc123/view/${view}`),
  instead: 'https://sessionize.com/api/v2/abc123/view/GridSmart?under=True',
  isSite: true,
})

describe('sourceAddress', () => {
  it.each([
    ['https://kccnceu2026.sched.com', sched],
    ['kccnceu2026.sched.com/list/descriptions/', sched],
    ['http://kccnceu2026.sched.com/event/1aBcD/a-talk?x=1#y', sched],
    ['webcal://kccnceu2026.sched.com/all.ics', file('https://kccnceu2026.sched.com/all.ics')],
    ['<a id="sched-embed" href="//kccnceu2026.sched.com/">View</a>', sched],
    ['https://kccnceu2026.sched.com/ann.ics', file('https://kccnceu2026.sched.com/ann.ics')],
    ['https://sched.com/', file('https://sched.com/')],
    ['https://support.sched.com/a', file('https://support.sched.com/a')],
    ['https://kccnceu2026.sched.com.example.org/', file('https://kccnceu2026.sched.com.example.org/')],
    ['https://sessionize.com/api/v2/abc123/view/GridSmart?under=True', sessionize(['GridSmart', 'Speakers'])],
    ['sessionize.com/api/v2/abc123/view/GridSmart', sessionize(['GridSmart', 'Speakers'])],
    ['//sessionize.com/api/v2/abc123/view/SpeakerWall', sessionize(['GridSmart', 'Speakers'])],
    ['https://www.sessionize.com/api/v2/abc123/view/Speakers', sessionize(['GridSmart', 'Speakers'])],
    ['https://sessionize.com/api/v2/abc123', sessionize(['GridSmart', 'Speakers'])],
    ['https://sessionize.com/api/v2/abc123/view/All', sessionize(['All'])],
    [
      '<script type="text/javascript" src="https://sessionize.com/api/v2/abc123/view/GridSmart"></script>',
      sessionize(['GridSmart', 'Speakers']),
    ],
    ['https://sessionize.com/some-conference', file('https://sessionize.com/some-conference')],
    ['https://pretalx.com/democon/', pretalx],
    ['pretalx.com/democon/schedule/', pretalx],
    ['https://pretalx.com/democon/talk/ABC123/?x=1', pretalx],
    ['https://pretalx.com/democon/speaker/ABC123/', pretalx],
    ['https://pretalx.example.org/c-4/schedule', at('https://pretalx.example.org/c-4/schedule/export/schedule.json')],
    [
      'https://pretalx.com/democon/schedule/export/schedule.xml',
      file('https://pretalx.com/democon/schedule/export/schedule.xml'),
    ],
    ['https://pretalx.com/', file('https://pretalx.com/')],
    ['https://pretalx.com/p/about-us/', file('https://pretalx.com/p/about-us/')],
    ['https://fosdem.org/2026/', at('https://fosdem.org/2026/schedule/xml')],
    ['www.fosdem.org/2026/schedule/track/go/', at('https://fosdem.org/2026/schedule/xml')],
    ['https://fosdem.org/2026/schedule/ical', file('https://fosdem.org/2026/schedule/ical')],
    ['https://fosdem.org/about/', file('https://fosdem.org/about/')],
    [`${sheets}/1aB-c_9/edit?gid=42#gid=42`, at(`${sheets}/1aB-c_9/export?format=csv&gid=42`)],
    [`${sheets}/1aB-c_9/edit?usp=sharing`, at(`${sheets}/1aB-c_9/export?format=csv`)],
    ['https://docs.google.com/spreadsheets/u/0/d/1aB/edit#gid=0', at(`${sheets}/1aB/export?format=csv&gid=0`)],
    [`${sheets}/e/2PACX-1x/pubhtml?gid=7&single=true`, at(`${sheets}/e/2PACX-1x/pub?output=csv&gid=7`)],
    ['https://docs.google.com/document/d/1aB/edit', file('https://docs.google.com/document/d/1aB/edit')],
    [' https://example.org/schedule.csv ', file('https://example.org/schedule.csv')],
    ['webcals://example.org/all.ics', file('https://example.org/all.ics')],
    ['example.org', file('https://example.org/')],
    ['example.org:8080/a.ics', file('https://example.org:8080/a.ics')],
    ['nonsense', file('nonsense')],
  ])('%s', (typed, expected) => {
    expect(sourceAddress(typed)).toEqual(expected)
  })

  it('uses a name and password, and shows them nowhere', () => {
    expect(sourceAddress('https://ann:secret@example.org/all.ics')).toEqual({
      ...file('https://example.org/all.ics'),
      urls: ['https://ann:secret@example.org/all.ics'],
    })
  })
})
