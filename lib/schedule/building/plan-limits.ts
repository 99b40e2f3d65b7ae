/** What the plan of a floor may be; without validators, because browsers load it. */

/** The most that a picture may weigh as it is sent. */
export const MOST_GIVEN_BYTES = 10_000_000

/** The most that a plan weighs as it is kept: a phone holds all floors of a building. */
export const MOST_PLAN_BYTES = 250_000

/** In pixels, as it is kept: small print of a plan is read at this size. */
export const LONGEST_PLAN_SIDE = 2000

export const MOST_FLOORS = 30
export const MOST_FLOOR_NAME = 100

/** The widest building, in metres. */
export const WIDEST_METRES = 5_000

/** Why a picture does not become a plan: it is no JPEG, PNG or still WebP, it is too large, there are 30 floors. */
export const planRefusals = ['notAPicture', 'tooLarge', 'tooManyFloors'] as const
export type PlanRefusal = (typeof planRefusals)[number]
