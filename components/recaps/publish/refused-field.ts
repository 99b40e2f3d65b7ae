import type { PublicFacts } from '../edited-recap'

export type RefusedField = 'name' | 'handle' | 'slug' | 'publishAt' | 'series'

const fields: Readonly<Record<string, RefusedField | undefined>> = {
  nameWrong: 'name',
  handleMissing: 'handle',
  handleTaken: 'handle',
  handleInUse: 'handle',
  handleWrong: 'handle',
  slugTaken: 'slug',
  slugWrong: 'slug',
  publishAtWrong: 'publishAt',
  publishAtPassed: 'publishAt',
  seriesTitleMissing: 'series',
}

/** The field that a refusal is about; null: it is about none that is shown. */
export function refusedField(
  refusal: string | null,
  facts: Pick<PublicFacts, 'handle' | 'authorName'>,
): RefusedField | null {
  const field = fields[refusal ?? ''] ?? null
  // Who has an address, or a name, is not asked for one.
  if (field === 'handle' && facts.handle !== null) return null
  if (field === 'name' && (facts.handle !== null || facts.authorName !== null)) return null
  return field
}
