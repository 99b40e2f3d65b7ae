/** The most that the files of one import may hold together, inflated. */
export const MOST_BYTES = 20_000_000
