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

describe('what a programme’s titles say beyond doubt', () => {
  it('are names, and companies that stand alone behind one', () => {
    const { names, companies, places } = knownPeople(
      [
        'Fog - Ida Kelp, Northlight',
        'Ice - Omar Shoal, Director, Quay & Bo Reef, Pier; Cy Buoy, Marsh',
        'Sand - Lise Le Goff, Lead Maintainer',
        'Dew - nobody, Foghorn',
        'No dash at all, Harbour',
        'A - B - Eve Sea, Lagoon',
      ],
      ['Hall', 'Hall'],
    )
    expect([[...names], [...companies], [...places]]).toEqual([
      ['Ida Kelp', 'Omar Shoal', 'Bo Reef', 'Cy Buoy', 'Lise Le Goff', 'Eve Sea'],
      ['Northlight', 'Pier', 'Marsh', 'Lagoon'],
      ['Hall'],
    ])
  })

  it('says who works where in a list that could be read in two ways', () => {
    const summary = 'Ropes - Ida Kelp, Grace Tide, Bo Reef'
    expect(splitTitle(summary, knownPeople([], [])).people.map(({ name }) => name)).toEqual([
      'Ida Kelp',
      'Grace Tide',
      'Bo Reef',
    ])
    const pair = 'Ropes - Ida Kelp, Marsh Lennan'
    expect([
      splitTitle(pair, knownPeople([], [])).people,
      splitTitle(pair, knownPeople(['Nets - Marsh Lennan, Pier'], [])).people,
    ]).toEqual([[person('Ida Kelp', 'Marsh Lennan')], [person('Ida Kelp'), person('Marsh Lennan')]])
  })
})

describe('people behind a dash', () => {
  const read = (summary: string) => splitTitle(summary, known)

  it.each([
    ['spaces around everything', '  Fog  -  Ida Kelp ,  Pier  ', 'Fog', [person('Ida Kelp', 'Pier')]],
    [
      'groups without a space',
      'Fog - Ida Kelp, Pier;Cy Buoy, Quay',
      'Fog',
      [person('Ida Kelp', 'Pier'), person('Cy Buoy', 'Quay')],
    ],
    [
      'an empty group',
      'Fog - Ida Kelp, Pier;; Cy Buoy, Quay;',
      'Fog',
      [person('Ida Kelp', 'Pier'), person('Cy Buoy', 'Quay')],
    ],
    [
      '"&" without spaces',
      'Fog - Ida Kelp&Bo Reef, Pier',
      'Fog',
      [person('Ida Kelp', 'Pier'), person('Bo Reef', 'Pier')],
    ],
    ['a comma before "and"', 'Fog - Ida Kelp, and Bo Reef', 'Fog', [person('Ida Kelp'), person('Bo Reef')]],
    ['a dash that touches a name', 'Fog -Ida Kelp, Pier', 'Fog', [person('Ida Kelp', 'Pier')]],
    [
      'legal forms of many countries',
      'Fog - Ida Kelp, Quay, S.A.; Bo Reef, Pier, GmbH; Cy Buoy, Marsh, B.V.',
      'Fog',
      [person('Ida Kelp', 'Quay, S.A.'), person('Bo Reef', 'Pier, GmbH'), person('Cy Buoy', 'Marsh, B.V.')],
    ],
    [
      'a company that begins like a legal form',
      'Fog - Ida Kelp, Engineer, Cotton',
      'Fog',
      [person('Ida Kelp', 'Cotton', 'Engineer')],
    ],
    [
      'a role that two share',
      'Fog - Ida Kelp & Bo Reef, Co-Chairs',
      'Fog',
      [person('Ida Kelp', null, 'Co-Chairs'), person('Bo Reef', null, 'Co-Chairs')],
    ],
  ])('are found with %s', (_, summary, title, people) => {
    expect(read(summary)).toEqual({ title, people })
  })

  it.each([
    'Fog - Ida Kelp, Pier; the rest of us',
    'Fog - Flynn, Nowhere',
    'Fog - Ida Kelp & nobody at all',
    'Fog - ',
    '',
  ])('are nobody in %j', (summary) => {
    expect(read(summary)).toEqual({ title: summary.trim(), people: [] })
  })
})
