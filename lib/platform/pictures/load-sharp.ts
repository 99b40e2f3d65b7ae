import type { SharpConstructor } from 'sharp'

/**
 * sharp, only where a picture is asked for: loaded it takes more memory than the rest of the front door. It draws each
 * picture in one of libuv's threads, never in Node's own, and keeps nothing of it.
 */
export async function loadSharp(): Promise<SharpConstructor> {
  const { default: sharp } = await import('sharp')
  // A small server has requests to answer beside it.
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}
