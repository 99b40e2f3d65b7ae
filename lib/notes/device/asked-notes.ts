import { askedFor } from '@/lib/sync/client/store/asked'

/** Whether screens are told of notes, too: reading all takes a moment that lists of sessions need not wait for. */
export const askedNotes = askedFor()
