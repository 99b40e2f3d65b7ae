/** What a photo may be; without validators, because browsers load it. */

/** What every browser shows and nothing that can hold a script. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

/** The most that one photo may weigh, as sent. */
export const MOST_PHOTO_BYTES = 10_000_000

/** Slides, not posters: what a browser unfolds of a picture grows with its sides, not with its bytes. */
export const LONGEST_SIDE = 8192

export const MOST_CAPTION = 500

/**
 * Why the bytes of a photo are not taken: they are no JPEG, PNG or still WebP; more than 10 MB; the person has 500
 * photos here, or 1 GB.
 */
export const photoRefusals = ['notAPicture', 'tooLarge', 'tooManyPhotos', 'noRoomLeft'] as const
export type PhotoRefusal = (typeof photoRefusals)[number]
