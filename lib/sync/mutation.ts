import type { DeletePhoto, SetPhoto } from '@/lib/notes/pictures/photo-schema'
import type { DeleteNote, EditNote, RestoreNote } from '@/lib/notes/schema'
import type { AcknowledgeChanges, DropBlock, DropPick, SetAttendance, SetBlock, SetPick } from '@/lib/planning/schema'

type Envelope = { id: string; at: string }
type Named<Name, Args> = Envelope & { name: Name; args: Args }

/** Every kind of change that devices make, by name. */
export type Mutation =
  | Named<'setPick', SetPick>
  | Named<'dropPick', DropPick>
  | Named<'setBlock', SetBlock>
  | Named<'dropBlock', DropBlock>
  | Named<'setAttendance', SetAttendance>
  | Named<'editNote', EditNote>
  | Named<'deleteNote', DeleteNote>
  | Named<'restoreNote', RestoreNote>
  | Named<'acknowledgeChanges', AcknowledgeChanges>
  | Named<'setPhoto', SetPhoto>
  | Named<'deletePhoto', DeletePhoto>

export type MutationName = Mutation['name']
/** One kind of change. */
export type MutationOf<Name extends MutationName> = Extract<Mutation, { name: Name }>
