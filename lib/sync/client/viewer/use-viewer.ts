import { useSyncExternalStore } from 'react'
import { knownViewer, onViewerChange, type KnownViewer } from './known-viewer'

/** Who is signed in, as this device knows it; null: a guest, and until the browser has drawn once. */
export function useViewer(): KnownViewer | null {
  return useSyncExternalStore(onViewerChange, knownViewer, nobody)
}

function nobody(): null {
  return null
}
