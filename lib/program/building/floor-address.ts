import { pageAddress } from '../addresses'

/** Where the picture of a floor's plan is. @param picture its key, which is another for another picture */
export function pictureAddress(picture: string): string {
  return `/api/v1/floor-plans/${picture}`
}

/** The plan, opened at a room. */
export function placeAddress(conference: string, room: { slug: string }): string {
  return `${pageAddress(conference, 'rooms')}#${room.slug}`
}
