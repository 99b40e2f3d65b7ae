import { looseKey, nameKey } from '@/lib/program/name-key'

type KnownSource = { name: string; format: string; siteKey: string | null; address: string | null }

type Given = {
  /** As the person calls it, when they do. */
  name: string | null
  format: string
  siteKey: string | null
  /** Where it was fetched; null for files and pasted text. */
  address: string | null
  /** What the files call themselves: the name of a first source. */
  title: string | null
}

export type SourceChoice<Source> = { source: Source } | { new: string } | { question: 'which-source' }

/**
 * Which of a conference's sources the files of one import are: the one with the given name; else the one of the same
 * format and site key; else the one of the same address; else, for files and pasted text that name no site, the only
 * one of their format that came the same way: what was pasted once is pasted again. Else a new one if the conference
 * has none. Otherwise a question.
 */
export function chooseSource<Source extends KnownSource>(sources: Source[], given: Given): SourceChoice<Source> {
  if (given.name !== null) {
    const [wanted, loosely] = [nameKey(given.name), looseKey(given.name)]
    // A full stop that was typed in haste makes no new source of it: everything would be there twice.
    const [alike, another] = sources.filter(({ name }) => looseKey(name) === loosely)
    const named =
      sources.find(({ name }) => name === given.name) ??
      sources.find(({ name }) => nameKey(name) === wanted) ??
      (another ? undefined : alike)
    return named ? { source: named } : { new: given.name }
  }
  const sameSite = sources.filter(
    ({ format, siteKey }) => given.siteKey !== null && siteKey === given.siteKey && format === given.format,
  )
  const sameAddress = sources.filter(({ address }) => given.address !== null && address === given.address)
  const sameWay = sources.filter(
    ({ format, siteKey, address }) =>
      (siteKey ?? address ?? given.siteKey ?? given.address) === null && format === given.format,
  )
  const [found, another] = [sameSite, sameAddress, sameWay].find((fitting) => fitting.length > 0) ?? []
  if (found && !another) return { source: found }
  return sources.length === 0 ? { new: given.siteKey ?? given.title ?? given.format } : { question: 'which-source' }
}
