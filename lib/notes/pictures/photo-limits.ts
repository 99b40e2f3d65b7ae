/** What a photo may be; without validators, because browsers load it. */

/** The most that one photo may weigh, as sent. */
export const MOST_PHOTO_BYTES = 10_000_000

export const MOST_CAPTION = 500

/**
 * Why the bytes of a photo are not taken: they are no JPEG, PNG or still WebP; more than 10 MB; the person has 500
 * photos here, or 1 GB.
 */
export const photoRefusals = ['notAPicture', 'tooLarge', 'tooManyPhotos', 'noRoomLeft'] as const
export type PhotoRefusal = (typeof photoRefusals)[number]
