import { expect, it } from 'vitest'
import { linksOf } from './links'
import { readProperty } from './property'

function links(...lines: string[]) {
  const all = lines.flatMap((line) => readProperty(line) ?? [])
  const properties = new Map(all.map(({ name }) => [name, all.filter((property) => property.name === name)]))
  return Object.values(linksOf({ url: properties.get('url')?.[0]?.values[0] ?? null, properties }))
}

it.each([
  [
    ['URL:https://a.example', 'CONFERENCE;VALUE=URI:https://b.example'],
    ['https://a.example', null, null],
  ],
  [
    ['CONFERENCE;VALUE=URI:tel:+1', 'CONFERENCE;VALUE=URI:https://b.example'],
    ['https://b.example', null, null],
  ],
  [['ATTACH:https://c.example/more'], ['https://c.example/more', null, null]],
  [
    ['ATTACH:https://c.example/a.PDF?x=1', 'ATTACH:CID:1'],
    [null, 'https://c.example/a.PDF?x=1', null],
  ],
  [['ATTACH;FMTTYPE=application/pdf:https://c.example/a'], [null, 'https://c.example/a', null]],
  [['ATTACH;FMTTYPE=video/mp4:https://c.example/a'], [null, null, 'https://c.example/a']],
  [['ATTACH;FMTTYPE=image/png:https://c.example/a'], [null, null, null]],
])('finds in %j the page, the slides and the replay', (lines, found) => {
  expect(links(...lines)).toEqual(found)
})
