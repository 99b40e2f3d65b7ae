/**
 * A browser in which somebody signed out without a network sends it until the server has ended the sign-in: for nobody
 * it is signed in meanwhile. Written by its pages.
 */
export const LEAVING_COOKIE = 'hallway-leaving'

/** Does whoever sends these cookies say that they signed out? */
export function saysLeft(cookieHeader: string): boolean {
  return cookieHeader.split(';').some((pair) => pair.trim() === `${LEAVING_COOKIE}=1`)
}
