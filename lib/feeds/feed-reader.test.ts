import { expect, it } from 'vitest'
import { readerOf } from './feed-reader'

it.each([
  ['Google-Calendar-Importer', 'google'],
  ['iOS/18.1 (22B83) dataaccessd/1.0', 'apple'],
  ['macOS/15.1 (24B83) dataaccessd/1.0', 'apple'],
  ['Mac OS X/10.15.7 (19H2) CalendarAgent/930.5.1', 'apple'],
  ['Microsoft Exchange/15.20 (OutlookService)', 'outlook'],
  ['Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)', 'outlook'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.3.1', 'thunderbird'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130 Safari/537.36', 'other'],
  ['', 'other'],
  [null, 'other'],
])('tells readers apart: %s', (userAgent, reader) => {
  expect(readerOf(userAgent)).toBe(reader)
})
