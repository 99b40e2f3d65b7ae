/** What every browser shows and nothing that can hold a script. Without validators, because browsers load it. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

/** Slides and plans, not posters: what a browser unfolds of a picture grows with its sides, not with its bytes. */
export const LONGEST_SIDE = 8192
