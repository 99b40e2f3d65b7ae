import { redrawPicture } from '@/lib/notes/server/redraw-picture'

/** A picture's bytes as the server keeps them. */
export async function keptPicture(given: Buffer): Promise<Buffer> {
  const picture = await redrawPicture(given)
  if (!picture) throw new Error('This is no picture')
  return picture.bytes
}
