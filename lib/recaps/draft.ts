import type { EditRecap } from './schema'

/** What an editor holds of a recap: all that it saves but for whose it is and what it began from. */
export type RecapDraft = Omit<EditRecap, 'id' | 'editedFrom' | 'summary'> & { summary: string }
