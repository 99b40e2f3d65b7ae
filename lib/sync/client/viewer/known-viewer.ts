import { forget, onMemory, recall, remember } from '@/lib/platform/device-memory'

/**
 * Who this device believes is signed in: enough to open the right store. Whether it is so, the server decides at each
 * push.
 */
export type KnownViewer = { id: string }

/** Where sign-in leaves the person's id on this device; nothing there: a guest, or nobody has asked. */
const VIEWER_KEY = 'hallway-viewer'
/** What came of asking the server, where it named nobody. */
const ASKED_KEY = 'hallway-viewer-asked'

let known: KnownViewer | null = null

/**
 * Whom this device remembers as signed in; the server decides whether it is so. Null: nobody, be it a guest or that it
 * is not known who (`whyNobody` tells which). The same object until it changes.
 */
export function knownViewer(): KnownViewer | null {
  const id = recall(VIEWER_KEY) || null
  if (id !== (known?.id ?? null)) known = id === null ? null : { id }
  return known
}

/**
 * Why nobody is known here. `guest`: the server said so, or whoever was here signed out. `signing-in`: somebody did,
 * and the server has not said who. `unasked`: this device remembers nothing, which is how a browser leaves it that has
 * cleared the site's data and kept its cookie.
 */
export function whyNobody(): 'guest' | 'signing-in' | 'unasked' {
  const asked = recall(ASKED_KEY)
  return asked === 'guest' || asked === 'signing-in' ? asked : 'unasked'
}

/** @returns whether the browser remembers it */
export function keepViewer(id: string): boolean {
  forget(ASKED_KEY)
  return remember(VIEWER_KEY, id)
}

/** Nobody is known here from now on, and why. */
export function keepNobody(why: 'guest' | 'signing-in'): void {
  remember(ASKED_KEY, why)
  if (recall(VIEWER_KEY) !== null) forget(VIEWER_KEY)
}

/** Calls back when somebody signs in or out, in this tab or in another. @returns how to stop */
export function onViewerChange(listener: () => void): () => void {
  return onMemory((key) => {
    // Null: everything was cleared.
    if (key === VIEWER_KEY || key === null) listener()
  })
}
