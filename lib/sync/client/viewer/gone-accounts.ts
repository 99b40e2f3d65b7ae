import { forget, recall, remember } from '@/lib/platform/device-memory'
import { GONE_KEY } from './gone-key'
import { keepNobody, knownViewer } from './known-viewer'
import { removeStore } from '../store/store'

/** The people whose accounts are gone, and whose stores are still here. */
function goneAccounts(): string[] {
  return (recall(GONE_KEY) ?? '').split(',').filter(Boolean)
}

/**
 * The server has no such account any more: its store stays for whoever is at the device now to decide about, and is
 * shown on no screen.
 */
export function noteGoneAccount(person: string): void {
  remember(GONE_KEY, [...new Set([...goneAccounts(), person])].join(','))
  if (knownViewer()?.id === person) keepNobody('guest')
}

/** Removes what is here of an account that is gone. */
export async function letGoOfAccount(person: string): Promise<void> {
  await removeStore(person)
  const left = goneAccounts().filter((id) => id !== person)
  if (left.length > 0) remember(GONE_KEY, left.join(','))
  else forget(GONE_KEY)
}
