import { describe, expect, it } from 'vitest'
import { readableNames } from './readable-name'

const readable = readableNames([
  'ArgoCon | Welcome',
  'How ArgoCon Came to the Cloud, for beginners',
  'AI, ML and more',
  'X | SEPARATE REGISTRATION REQUIRED',
])

describe('readableNames', () => {
  it.each([
    ['ARGOCON', 'ArgoCon'],
    ['AI + ML', 'AI + ML'],
    ['CLOUD NATIVE NOVICE', 'Cloud Native Novice'],
    ['KUBERNETES ON EDGE DAY', 'Kubernetes on Edge Day'],
    ['CNCF-HOSTED SDLC', 'CNCF-Hosted SDLC'],
    ['🚨 CONTRIBFEST', '🚨 Contribfest'],
    ['Q&A / PANEL', 'Q&A / Panel'],
    ['REGISTRATION', 'Registration'],
    ['BEGINNERS', 'Beginners'],
    ['WOMEN’S MEETUP', 'Women’s Meetup'],
    ['Left as it is: eBPF', 'Left as it is: eBPF'],
    ['المسار', 'المسار'],
  ])('writes %s as %s', (shouted, name) => {
    expect(readable(shouted)).toBe(name)
  })
})

describe('the spelling that titles use', () => {
  it('is the one that most of them have', () => {
    const write = readableNames(['GitOps in fog', 'Gitops again', 'GitOps', 'GITOPS DAY'])
    expect(write('GITOPS')).toBe('GitOps')
    expect(readableNames(['Gitops', 'GitOps', 'GitOps'])('GITOPS')).toBe('GitOps')
  })

  it('is not what a title shouts, nor how a word stands within a sentence', () => {
    expect(readableNames(['OPENING remarks'])('OPENING')).toBe('Opening')
    expect(readableNames(['NODES and pods'])('NODES PODS')).toBe('NODES Pods')
    expect(readableNames(['the nodes'])('NODES')).toBe('Nodes')
  })

  it('has the letters behind an apostrophe as part of its word', () => {
    expect([readableNames([])('O’REILLY’S DAY'), readableNames(["O'Reilly"])("O'REILLY")]).toEqual([
      'O’reilly’s Day',
      "O'Reilly",
    ])
  })

  it('is an abbreviation where it has no vowel, or is one that everybody knows', () => {
    const write = readableNames([])
    expect(['SDLC', 'HTTPS', 'KBRNTS', 'AI', 'OSPO', 'AIR', 'VIPER', 'ÀB'].map(write)).toEqual([
      'SDLC',
      'HTTPS',
      'Kbrnts',
      'AI',
      'OSPO',
      'Air',
      'Viper',
      'Àb',
    ])
  })

  it('is small for small words, but at the beginning', () => {
    expect([readableNames([])('THE STATE OF THE ART'), readableNames([])('ON/OFF DAY')]).toEqual([
      'The State of the Art',
      'On/Off Day',
    ])
  })
})
