import type { PersonStore } from '../kind'
import { entriesToHandOver } from './hand-over'

/**
 * Makes what a guest has in this page's memory ready to be sent for whoever turned out to be here, from where it is: as
 * what is handed over (merge-guest.ts), it replaces nothing that the account has. Nothing of it may be of a backup:
 * that needs other ids.
 */
export async function claimGuest(guest: PersonStore): Promise<void> {
  const kinds = await guest.synced()
  await guest.dexie.transaction('rw', guest.outbox, async () => {
    const handed = entriesToHandOver(kinds, await guest.outbox.toArray())
    await guest.outbox.clear()
    await guest.outbox.bulkPut(handed)
  })
}
