/** The longest name of a feed. Apart from schema.ts, so that a browser needs no zod to know it. */
export const FEED_NAME_LENGTH = 100
