import { finishLeaving } from '@/lib/sync/client/leaving'
import { VIEWER_KEY } from '@/lib/sync/client/known-viewer'

/** Keeps on this device who is signed in, as the server says: pages that are the same for everyone learn it here. */
export async function rememberViewer(): Promise<void> {
  // A cookie that is on its way out is nobody's here.
  if (!(await finishLeaving())) return forgetViewer()
  const answer: unknown = await (await fetch('/api/v1/me', { cache: 'no-store' })).json()
  const id = idOf(answer)
  if (id) localStorage.setItem(VIEWER_KEY, id)
  else forgetViewer()
}

/** Makes this device a guest's again. */
export function forgetViewer(): void {
  localStorage.removeItem(VIEWER_KEY)
}

function idOf(answer: unknown): string | null {
  const viewer = typeof answer === 'object' && answer !== null && 'viewer' in answer ? answer.viewer : null
  return typeof viewer === 'object' && viewer !== null && 'id' in viewer && typeof viewer.id === 'string' ? viewer.id : null
}
