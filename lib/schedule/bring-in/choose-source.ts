import { isKin } from '@/lib/formats/kin'
import { looseKey, nameKey } from '@/lib/program/names/name-key'

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
 * one of their format that came the same way: what was pasted once is pasted again. A format's kin counts where no
 * source is of the format itself: who saved a spreadsheet as CSV has no other source. Else a new one if the conference
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
  const { format, siteKey, address } = given
  const sameSite = (one: KnownSource) => siteKey !== null && one.siteKey === siteKey
  const sameAddress = (one: KnownSource) => address !== null && one.address === address
  const sameWay = (one: KnownSource) => (one.siteKey ?? one.address ?? siteKey ?? address) === null
  const alike = [
    sources.filter((one) => sameSite(one) && one.format === format),
    sources.filter((one) => sameSite(one) && isKin(one.format, format)),
    sources.filter(sameAddress),
    sources.filter((one) => sameWay(one) && one.format === format),
    sources.filter((one) => sameWay(one) && isKin(one.format, format)),
  ]
  const [found, another] = alike.find((fitting) => fitting.length > 0) ?? []
  if (found && !another) return { source: found }
  return sources.length === 0 ? { new: siteKey ?? given.title ?? format } : { question: 'which-source' }
}
