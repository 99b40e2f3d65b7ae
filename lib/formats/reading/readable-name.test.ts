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
