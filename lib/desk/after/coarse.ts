/**
 * How many people did something, said so that nobody can be told from it: fewer than five are "under 5", others are
 * counted in steps of five, for of two looks that lie one person apart the second would tell what that person did.
 */
export type Coarse = 'few' | number

const STEP = 5

export function coarse(count: number): Coarse {
  return count < STEP ? 'few' : Math.floor(count / STEP) * STEP
}
