import { describe, expect, it } from 'vitest'
import { isPage, scheduleOnPage } from './page-links'

const bytes = (text: string) => new TextEncoder().encode(text)
const found = (html: string) => scheduleOnPage(bytes(html), 'https://fog.example/2027/programme')?.urls[0] ?? null

describe('isPage', () => {
  it.each([
    ['<!DOCTYPE html><p>', true],
    ['\ufeff\n<!-- hello --><html lang="fr">', true],
    ['<script src="x"></script>', true],
    ['<?xml version="1.0"?><schedule/>', false],
    ['{"a":"<html>"}', false],
    ['title,day\n<b>,1', false],
    ['', false],
  ])('%j: %s', (text, yes) => {
    expect(isPage(bytes(text))).toBe(yes)
  })
})

describe('scheduleOnPage', () => {
  it.each([
    [
      'an embed of Sessionize',
      '<a href="all.ics">x</a><script src="https://sessionize.com/api/v2/abc/view/GridSmart"></script>',
      'https://sessionize.com/api/v2/abc/view/GridSmart',
    ],
    ['a site of sched.com', '<a id="sched-embed" href="//fog27.sched.com/">x</a>', 'https://fog27.sched.com/all.ics'],
    [
      'exports, JSON first',
      '<a href="schedule.xml">x</a><a href="/2027/export/schedule.json?v=1#top">x</a>',
      'https://fog.example/2027/export/schedule.json?v=1',
    ],
    [
      'an export that is XML, before calendars',
      '<base href="https://cdn.fog.example/"><a href="all.ics">x</a><a href="schedule.xml">x</a>',
      'https://cdn.fog.example/schedule.xml',
    ],
    [
      'the calendar that is offered to programs',
      '<a href="all.ics">x</a><link rel="alternate" type="text/calendar" href="/feed">',
      'https://fog.example/feed',
    ],
    [
      'of several calendars the one of all',
      '<a href="talk-1.ics">x</a><a href="webcal://fog.example/fog-schedule.ics">x</a>',
      'https://fog.example/fog-schedule.ics',
    ],
    [
      'an only calendar',
      '<a href="x/fog.ics">x</a><a href="x/fog.ics#again">x</a>',
      'https://fog.example/2027/x/fog.ics',
    ],
    ['nothing of several talks', '<a href="talk-1.ics">x</a><a href="talk-2.ics">x</a>', null],
    ['nothing of a sheet', '<a href="https://docs.google.com/spreadsheets/d/1aB/edit">x</a>', null],
    ['nothing of other schemes', '<a href="javascript:schedule.json">x</a><a href="file:///schedule.json">x</a>', null],
    [
      'itself, where its data has sessions',
      '<a href="a.ics"></a><script type="application/ld+json">{"@type":"Event","subEvent":{"@type":"Event"}}</script>',
      null,
    ],
    ['itself, where it is an embed', '<a href="all.ics">x</a><div data-sessionid="1"></div>', null],
  ])('finds %s', (_, html, url) => {
    expect(found(html)).toBe(url)
  })

  it('reads past data that tells of the conference alone', () => {
    const data = '<script type="application/ld+json">{"@type":"Event","name":"Fog"}</script>'
    expect(found(`${data}<a href="all.ics">x</a>`)).toBe('https://fog.example/2027/all.ics')
  })

  it('is not held up by a page that is all tags or all links', () => {
    expect(found('<div>'.repeat(500_000))).toBe(null)
    const links = Array.from({ length: 100_000 }, (_, index) => `<a href="/${index}.ics">`).join('</a>')
    expect(found(links)).toBe(null)
  })
})
