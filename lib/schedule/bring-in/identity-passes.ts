import { onceFor } from '@/lib/platform/once-for'
import type { Comparable } from './alike'
import { looseKey, nameKey } from '@/lib/program/names/name-key'

/**
 * One way to tell that two sessions are one: their keys are equal. `alikeToo`: also where several are equal on either
 * side.
 */
export type Pass = { keyOf: (session: Comparable) => string; alikeToo: boolean }

type Parts = (texts: Texts) => string[]

const whole: Parts[] = [
  ({ time, day, people, rooms }) => [time, day, people, rooms],
  ({ time, people }) => [time, people],
  ({ time, rooms }) => [time, rooms],
  ({ time }) => [time],
  ({ day, people }) => [day, people],
  ({ people }) => [people],
]

/** How many of the ways name the time to the minute. */
export const TIMED = 4

/** Under the very same title, the most particular first. */
export const exactPasses: Pass[] = whole.map((partsOf, index) => ({
  alikeToo: index === 0,
  keyOf: (session) => keyOf(session, 'title', partsOf),
}))

/** The same under a title whose punctuation or accents changed, where its time and people or room say so too. */
const loosePasses: Pass[] = whole
  .slice(0, 3)
  .map((partsOf, index) => ({ alikeToo: index === 0, keyOf: (session) => keyOf(session, 'looseTitle', partsOf) }))

/** All of them in the order in which they are tried. */
export const passes: Pass[] = exactPasses.flatMap((pass, index) => [pass, ...loosePasses.slice(index, index + 1)])

function keyOf(session: Comparable, title: 'title' | 'looseTitle', partsOf: Parts): string {
  const texts = textsOf(session)
  return JSON.stringify([texts[title], ...partsOf(texts)])
}

/** What is compared of a session, as text. */
export type Texts = {
  title: string
  looseTitle: string
  day: string
  time: string
  people: string
  /** Whatever their order. */ rooms: string
}

/** Made once for a session, which is compared many times. */
export const textsOf = onceFor((session: Comparable): Texts => {
  const { title, dayOn, startAt, speakers, rooms } = session
  return {
    title: nameKey(title),
    looseTitle: looseKey(title),
    day: dayOn,
    time: startAt ?? dayOn,
    people: speakers
      .map(({ name }) => looseKey(name))
      .sort()
      .join('\n'),
    rooms: rooms.map(nameKey).sort().join('\n'),
  }
})
