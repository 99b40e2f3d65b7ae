import { renamer } from '@/lib/notes/rename'
import type { Mutation } from '../../mutation'
import type { NoteRow } from './shown'

type Rename = (id: string) => string

/**
 * What a guest restored from an account's backup has that account's ids. Whoever signs in as somebody else gets them
 * under ids of their own, or the server would take them for attempts at the first one's, and refuse them as gone.
 * @param origins whose backup each came from, by id
 */
export function ownIds(origins: Readonly<Record<string, string>>, person: string | null): Rename {
  return (id) => {
    const from = origins[id]
    return from === undefined ? id : renamer(from, person)(id)
  }
}

/** Another account may be in none of the groups. */
export function ownNote<Row extends Pick<NoteRow, 'id' | 'groupId'>>(row: Row, own: Rename): Row {
  const id = own(row.id)
  return id === row.id ? row : { ...row, id, groupId: undefined }
}

export function ownMutation(mutation: Mutation, own: Rename): Mutation {
  switch (mutation.name) {
    case 'editNote':
      return { ...mutation, args: ownNote(mutation.args, own) }
    case 'setBlock':
      return { ...mutation, args: { ...mutation.args, id: own(mutation.args.id) } }
    case 'setPhoto':
      return { ...mutation, args: { ...mutation.args, id: own(mutation.args.id), noteId: own(mutation.args.noteId) } }
    case 'dropBlock':
      return { ...mutation, args: { id: own(mutation.args.id) } }
    case 'deleteNote':
      return { ...mutation, args: { id: own(mutation.args.id) } }
    case 'restoreNote':
      return { ...mutation, args: { id: own(mutation.args.id) } }
    case 'deletePhoto':
      return { ...mutation, args: { id: own(mutation.args.id) } }
    default:
      return mutation
  }
}
