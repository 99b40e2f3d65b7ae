import { describe, expect, it } from 'vitest'
import { sessionKind } from './session-kind'

describe('sessionKind', () => {
  it.each([
    ['container', 'CNCF-HOSTED CO-LOCATED EVENTS', 'FogCon Hosted by Pier'],
    ['break', 'BREAKS', 'Coffee ☕'],
    ['break', null, 'Coffee Break ☕'],
    ['break', 'PROJECT OPPORTUNITIES', 'Project Lightning Talk: Break'],
    ['break', null, 'Lunch | On Own'],
    ['break', null, 'Déjeuner'],
    ['break', null, 'Pause-café'],
    ['service', 'REGISTRATION', 'Badge Pick-Up'],
    ['service', 'EXPERIENCES', 'Group Fun Run'],
    ['service', null, 'Cloakroom'],
    ['talk', 'SOLUTIONS SHOWCASE', 'Sponsored Demo: A Very Bright Lamp'],
    ['talk', null, 'How to Break a Lamp'],
    ['talk', null, 'Breaking the Lamp'],
    ['talk', null, 'What We Learnt Since the London Keynote'],
    ['talk', null, 'Registration Forms Considered Harmful'],
    ['keynote', 'KEYNOTE SESSIONS', 'Closing Remarks'],
    ['keynote', null, 'FogCon | Sponsored Keynote - Lamps'],
    ['keynote', null, 'Keynote Panel: Lamps'],
    ['workshop', '📚 TUTORIALS', 'Knots'],
    ['workshop', null, '🚨 Contribfest: Knots'],
    ['workshop', null, 'Hands-on lab: knots'],
    ['lightning', '⚡ LIGHTNING TALKS', 'Knots'],
    ['lightning', null, '⚡Lightning Talk: Knots'],
    ['panel', null, 'Theater | FogCon: Panel: Who Pays the Keeper?'],
    ['panel', 'Q&A / PANEL', 'Ask the Keeper'],
  ])('calls it a %s when the category is %j and the title %j', (kind, category, title) => {
    expect(sessionKind({ title, category, hasSpeakers: false })).toBe(kind)
  })

  it('never takes what has speakers for a service or a break', () => {
    expect(sessionKind({ title: 'Breakfast', category: 'CONNECTIVITY', hasSpeakers: true })).toBe('talk')
  })
})

it.each([
  ['container', 'Colocated Event', 'FogCon'],
  ['break', '☕ Break', 'Coffee and cake'],
  ['talk', 'Breaking news', 'Coffee and cake'],
  ['talk', 'Tie-breaks', 'Coffee and cake'],
  ['keynote', 'Keynote', 'Closing Remarks'],
  ['workshop', 'Tutorial', 'Knots'],
  ['workshop', 'Workshops', 'Knots'],
  ['workshop', 'Workshop', 'Knots'],
  ['workshop', 'Hands-on Labs', 'Knots'],
  ['workshop', 'Hands-on lab', 'Knots'],
  ['workshop', '', 'The Knots Workshop'],
  ['talk', '', 'How Our Workshop Works'],
])('calls it a %s in the singular and the plural: %j, %j', (kind, category, title) => {
  expect(sessionKind({ title, category, hasSpeakers: false })).toBe(kind)
})
