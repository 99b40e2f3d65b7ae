import { coarse } from '../after/coarse'

/** Numbers of people below this are told to nobody: of a few one might guess who they are. */
export const LEAST_PEOPLE = 5

/** How many people, in steps of five; null: under five, be it none. */
export function sayable(people: number): number | null {
  const said = coarse(people)
  return said === 'few' ? null : said
}

/** What is known of who wants to go where, for organizers. Of sessions without a number too few people speak. */
export type BoardDemand = {
  /** How many picked a session first; null: under LEAST_PEOPLE. */ picks: Readonly<Record<string, number | null>>
  /** How many are likely to come. */ expected: Readonly<Record<string, number>>
  /** Two sessions that many picked both, and how many; most first. */
  together: readonly (readonly [one: string, other: string, people: number])[]
}
