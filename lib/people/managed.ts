import { forget, onMemory, recall, remember } from '@/lib/platform/device-memory'

/** Which conferences whoever is signed in here may manage, as the server said last: "<person> <slug> <slug> …". */
const KEY = 'hallway-manages'

/**
 * Keeps which conferences a person may manage, so that pages that are the same for everybody can offer it to those
 * alone. Whether they may, the server decides.
 */
export function keepManaged(personId: string, slugs: readonly string[]): void {
  if (slugs.length > 0) remember(KEY, [personId, ...slugs].join(' '))
  else if (recall(KEY) !== null) forget(KEY)
}

/** May this person manage this conference, as far as this device knows? */
export function knowsManaged(personId: string, slug: string): boolean {
  const [of, ...slugs] = (recall(KEY) ?? '').split(' ')
  return of === personId && slugs.includes(slug)
}

/** Calls back when that becomes otherwise. @returns how to stop */
export function onManaged(listener: () => void): () => void {
  return onMemory((key) => {
    if (key === KEY || key === null) listener()
  })
}
