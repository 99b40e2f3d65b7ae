/**
 * Where this device notes whose accounts are gone from the server while their stores are still here: ids, with commas
 * between.
 */
export const GONE_KEY = 'hallway-gone'
