/**
 * A browser in which somebody signed out without a network sends it until the server has ended the sign-in: for nobody
 * it is signed in meanwhile. Written by its pages.
 */
export const LEAVING_COOKIE = 'hallway-leaving'
