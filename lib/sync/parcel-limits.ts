/** A year of conferences without photos is a tenth of it. */
export const MOST_PARCEL_BYTES = 2_000_000
export const PARCEL_LIFE_MINUTES = 10
