import type { SetPhoto } from './photo-schema'

/** What is said of a photo is about its note, too, without which it is refused. */
export function aboutPhoto({ id, noteId }: Pick<SetPhoto, 'id' | 'noteId'>): string[] {
  return [id, noteId]
}
