import type { PersonStore } from '@/lib/sync/client/kind'
import type { KeptFacts } from './kept'

/**
 * Brings the pictures of a conference's plans into a store: those that are not here yet, and none that its programme
 * names no more. They come after all texts: whoever reads the schedule waits for none of them.
 * @param fetchPlan answers null where a picture cannot be had: the next time asks again
 */
export async function keepPlans(
  store: PersonStore,
  { slug, plans }: Pick<KeptFacts, 'slug' | 'plans'>,
  fetchPlan: (picture: string) => Promise<Blob | null>,
): Promise<void> {
  const wanted = new Set(plans)
  const kept = new Set(await store.floorPlans.where({ slug }).primaryKeys())
  await store.floorPlans.bulkDelete([...kept].filter((picture) => !wanted.has(picture)))
  for (const picture of wanted) {
    const blob = kept.has(picture) ? null : await fetchPlan(picture)
    if (blob) await store.floorPlans.put({ picture, slug, blob })
  }
}
