import { describe, expect, it } from 'vitest'
import { isFresh } from './conditional'
import { representAs } from '../documents/representation'

const representation = representAs(
  { identity: Buffer.from('a'.repeat(99)), br: Buffer.from('b'), gzip: Buffer.from('g') },
  'text/plain',
  'Sun, 01 Mar 2026 10:00:00 GMT',
)
const [br, gzip, identity] = representation.variants.map(({ etag }) => etag)

describe('isFresh', () => {
  it.each([
    ['its own tag', { 'if-none-match': identity }, true],
    ['the tag of another encoding', { 'if-none-match': gzip }, true],
    ['a tag that a proxy made weak', { 'if-none-match': `W/${br}` }, true],
    ['a tag in a list', { 'if-none-match': `"x,y", W/"z",${br}` }, true],
    ['any state', { 'if-none-match': ' * ' }, true],
    ['another tag', { 'if-none-match': '"other"' }, false],
    ['a tag without its quotes', { 'if-none-match': identity?.slice(1, -1) }, false],
    [
      'another tag with a date that is new enough',
      { 'if-none-match': '"other"', 'if-modified-since': 'Sun, 01 Mar 2026 10:00:00 GMT' },
      false,
    ],
    ['the date of its change', { 'if-modified-since': 'Sun, 01 Mar 2026 10:00:00 GMT' }, true],
    ['a date before', { 'if-modified-since': 'Sun, 01 Mar 2026 09:59:59 GMT' }, false],
    ['no date at all', { 'if-modified-since': 'yesterday' }, false],
    ['nothing', {}, false],
  ])('answers to %s', (_, headers, fresh) => {
    expect(isFresh(headers, representation)).toBe(fresh)
  })
})

it('says nothing of dates when it has none', () => {
  expect(
    isFresh(
      { 'if-modified-since': 'Sun, 01 Mar 2026 10:00:00 GMT' },
      representAs({ identity: Buffer.from('a') }, 'text/plain'),
    ),
  ).toBe(false)
})
