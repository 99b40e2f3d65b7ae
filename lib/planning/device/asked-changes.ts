import { askedFor } from '@/lib/sync/client/store/asked'

/** The conferences, by slug, of which screens are told what changed for whoever is here. */
export const askedChanges = askedFor()
