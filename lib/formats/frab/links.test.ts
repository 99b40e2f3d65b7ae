import { expect, it } from 'vitest'
import { eventLinks, webAddress } from './links'

const base = 'https://fair.example.org/2027/'
const link = (href: string, title = '', type = '') => ({ href, title, type })
const of = (given: Partial<Parameters<typeof eventLinks>[0]>) =>
  eventLinks({ url: null, links: [], attachments: [], recordingUrl: null, ...given }, base)

it('finds slides among attachments, then among links', () => {
  const links = [link('https://a.example.org/source', 'Slides source'), link('https://a.example.org/s', 'My slides')]
  const attachments = [link('https://a.example.org/p.pdf', 'Paper', 'paper'), link('/p.pdf', 'Final', 'slides')]
  expect([of({ links, attachments }).slidesUrl, of({ links }).slidesUrl]).toEqual([
    'https://fair.example.org/p.pdf',
    'https://a.example.org/s',
  ])
})

it('finds the recording: the field of its own, else the first link that is one', () => {
  const links = [
    link('https://v.example.org/a.vtt', 'Video recording subtitle file (VTT)'),
    link('https://v.example.org/a.webm', 'Video recording (AV1/WebM; preferred) - 44.2 MB'),
    link('https://v.example.org/a.mp4', 'Video recording (MP4)'),
  ]
  expect(of({ links }).replayUrl).toBe('https://v.example.org/a.webm')
  expect(of({ links, recordingUrl: 'https://v.example.org/b' }).replayUrl).toBe('https://v.example.org/b')
  expect(of({ links: [link('https://media.ccc.de/v/x-1', 'here')] }).replayUrl).toBe('https://media.ccc.de/v/x-1')
  expect(of({ attachments: [link('https://a.example.org/v', 'Intro video')] }).replayUrl).toBe(null)
})

it.each([
  ['https://a.example.org/x?a=1', 'https://a.example.org/x?a=1'],
  ['/system/a.pdf', 'https://fair.example.org/system/a.pdf'],
  ['//evil.example.org/a', null],
  ['javascript:alert(1)', null],
  ['www.example.org', null],
  ['https://', null],
  ['', null],
])('makes of %j the address %s', (href, address) => {
  expect(webAddress(href, base)).toBe(address)
})
