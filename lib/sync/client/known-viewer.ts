/** Who this device believes is signed in: enough to open the right store. Whether it is so, the server decides at each push. */
export type KnownViewer = { id: string }

/** Where sign-in leaves the person's id on this device (localStorage); nothing there: a guest. */
export const VIEWER_KEY = 'hallway-viewer'

let known: KnownViewer | null = null

/** Who signed in here; null: a guest. The same object until it changes. */
export function knownViewer(): KnownViewer | null {
  const id = localStorage.getItem(VIEWER_KEY) || null
  if (id !== (known?.id ?? null)) known = id === null ? null : { id }
  return known
}

/** Calls back when somebody signs in or out in another tab; this one goes to another page then. @returns how to stop */
export function onViewerChange(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    // Null: everything was cleared.
    if (key === VIEWER_KEY || key === null) listener()
  }
  addEventListener('storage', onStorage)
  return () => removeEventListener('storage', onStorage)
}
