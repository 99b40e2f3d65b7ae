import { describe, expect, it } from 'vitest'
import { knownPeople, splitTitle } from './people-in-title'

const summaries = [
  'Fog for Beginners - Ida Kelp, Northlight',
  'Nets at Scale - Omar Shoal, Foghorn Labs & Lise Le Goff, Pier',
  'Where Is Saint Malo? - Grace Tide, Marsh Lennan',
  'Ropes - Flynn, Technical Evangelist',
]
const known = knownPeople(summaries, ['Saint Malo'])

const person = (name: string, company: string | null = null, tagline: string | null = null) => ({
  name,
  company,
  tagline,
})

describe('splitTitle', () => {
  it.each([
    ['one person', 'Fog - Ida Kelp, Northlight', 'Fog', [person('Ida Kelp', 'Northlight')]],
    [
      'a person with a role',
      'Fog - Ida Kelp, Director, Lamps and Lenses, Northlight',
      'Fog',
      [person('Ida Kelp', 'Northlight', 'Director, Lamps and Lenses')],
    ],
    [
      'a role instead of a company',
      'Fog - Ida Kelp, Lead Maintainer',
      'Fog',
      [person('Ida Kelp', null, 'Lead Maintainer')],
    ],
    [
      'two people of one company',
      'Fog - Ida Kelp & Omar Shoal, Pier',
      'Fog',
      [person('Ida Kelp', 'Pier'), person('Omar Shoal', 'Pier')],
    ],
    [
      'two people of two companies',
      'Fog - Ida Kelp, Marsh Lennan & Omar Shoal, Pier',
      'Fog',
      [person('Ida Kelp', 'Marsh Lennan'), person('Omar Shoal', 'Pier')],
    ],
    [
      'three people of one company',
      'Fog - Ida Kelp, Bo Reef & Cy Buoy, Pier',
      'Fog',
      [person('Ida Kelp', 'Pier'), person('Bo Reef', 'Pier'), person('Cy Buoy', 'Pier')],
    ],
    [
      'groups',
      'Fog - Ida Kelp & Bo Reef, Pier; Cy Buoy, Quay',
      'Fog',
      [person('Ida Kelp', 'Pier'), person('Bo Reef', 'Pier'), person('Cy Buoy', 'Quay')],
    ],
    [
      '"and" between people',
      'Fog - Ida Kelp, Tom Tom and Bo Reef, Pier',
      'Fog',
      [person('Ida Kelp', 'Tom Tom'), person('Bo Reef', 'Pier')],
    ],
    [
      '"and" within a role',
      'Fog - Ida Kelp, Head of Fog and Mist, Pier',
      'Fog',
      [person('Ida Kelp', 'Pier', 'Head of Fog and Mist')],
    ],
    ['"&" within a role', 'Fog - Ida Kelp, Founder & CEO, Pier', 'Fog', [person('Ida Kelp', 'Pier', 'Founder & CEO')]],
    ['"&" within a company', 'Fog - Ida Kelp, Quay & Cie SA', 'Fog', [person('Ida Kelp', 'Quay & Cie SA')]],
    [
      'a legal form',
      'Fog - Ida Kelp, Pier, Inc. & Bo Reef, Quay Co., Ltd.',
      'Fog',
      [person('Ida Kelp', 'Pier, Inc.'), person('Bo Reef', 'Quay Co., Ltd.')],
    ],
    [
      'a dash within a role',
      'Fog - Ida Kelp, Engineer, Pier & Bo Reef, Engineer - Nets, Pier',
      'Fog',
      [person('Ida Kelp', 'Pier', 'Engineer'), person('Bo Reef', 'Pier', 'Engineer, Nets')],
    ],
    ['a dash within the title', 'Fog - A Story - Ida Kelp, Pier', 'Fog - A Story', [person('Ida Kelp', 'Pier')]],
    ['a dash that lost its space', 'What Is Fog?- Ida Kelp, Pier', 'What Is Fog?', [person('Ida Kelp', 'Pier')]],
    ['names alone', 'Fog - Ida Kelp and Bo Reef', 'Fog', [person('Ida Kelp'), person('Bo Reef')]],
    [
      'one name with a role',
      'Ropes - Flynn, Technical Evangelist',
      'Ropes',
      [person('Flynn', null, 'Technical Evangelist')],
    ],
    ['one name with a known company', 'Ropes - Flynn, Northlight', 'Ropes', [person('Flynn', 'Northlight')]],
    [
      'particles, initials and nicknames',
      'Fog - Wim van der Zee, Pier; K. N Reef, Quay; Dan "Danny" O’Shoal, Quay',
      'Fog',
      [person('Wim van der Zee', 'Pier'), person('K. N Reef', 'Quay'), person('Dan "Danny" O’Shoal', 'Quay')],
    ],
    [
      'other scripts',
      'Fog - 王小明, 码头; ليلى بحر, ميناء',
      'Fog',
      [person('王小明', '码头'), person('ليلى بحر', 'ميناء')],
    ],
  ])('finds %s', (_, summary, title, people) => {
    expect(splitTitle(summary, known)).toEqual({ title, people })
  })

  it.each([
    'FogCon Hosted by Pier - Full-Day Event | ALL ACCESS PASS REQUIRED',
    'Sponsored Keynote - Your Lamp, Our Oil: Moving Without Pausing Your Light',
    'Sponsored Keynote - TBA, Pier',
    'Zero Fog Architecture - 3 Years Onward',
    'Panel: It Is Not If, It Is When - Practical Preparation for the Next Storm',
    'Port of Call - Saint Malo',
    'Main Concert - Mollylele, Mega Ran',
    '- Ida Kelp, Pier',
    'State-of-the-Art Fog',
  ])('leaves %s whole', (summary) => {
    expect(splitTitle(summary, known)).toEqual({ title: summary, people: [] })
  })
})
