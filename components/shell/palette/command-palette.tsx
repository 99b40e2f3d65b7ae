import { useDeferredValue, useState } from 'react'
import { knowsManaged } from '@/lib/people/managed'
import { hasWords, queryWords } from '@/lib/platform/search/fold'
import { pageAddress } from '@/lib/program/addresses'
import { placeAt } from '@/lib/program/pages'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'
import { Finder } from './finder'
import type { FoundGroup, PaletteWords, Way } from './palette-words'
import { useConferences } from './use-conferences'
import { useFound } from './use-found'

type Props = { words: PaletteWords; onClose: () => void }

/**
 * Finds screens, actions and conferences by their names; in a conference its sessions, speakers, rooms and my notes,
 * too. Load it where it is used.
 */
export function CommandPalette(props: Props) {
  const slug = placeAt(location.pathname)?.slug
  return slug ? <Inside {...props} slug={slug} /> : <Outside {...props} />
}

function Inside({ slug, words, onClose }: Props & { slug: string }) {
  const [typed, setTyped] = useState('')
  const wanted = useDeferredValue(typed)
  const viewer = useViewer()
  const ofConference = words.ofConference.map(({ page, name }) => ({ href: pageAddress(slug, page), name }))
  const manages = viewer !== null && knowsManaged(viewer.id, slug)
  const screens = [...ofConference, ...(manages ? [{ href: pageAddress(slug, 'manage'), name: words.manage }] : [])]
  const found = useFound(slug, words.language, wanted)
  const conferences = useConferenceWays(slug)
  const groups = [
    ...named({ name: 'screens', ways: [...screens, ...words.screens] }, wanted),
    ...named({ name: 'actions', ways: [writeAt(pageAddress(slug, 'newNote'), words), ...words.actions] }, wanted),
    ...found.filter(({ ways }) => ways.length > 0),
    // Whoever is in one looks for another by its name.
    ...(wanted.trim() === '' ? [] : named(conferences, wanted)),
  ]
  return (
    <Finder
      {...{ words, typed, groups, onClose }}
      isFound={typed === wanted}
      hint={words.hints.inside}
      onType={setTyped}
    />
  )
}

function Outside({ words, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const wanted = useDeferredValue(typed)
  const conferences = useConferenceWays(null)
  const groups = [
    ...named(conferences, wanted),
    ...named({ name: 'screens', ways: words.screens }, wanted),
    ...named({ name: 'actions', ways: [writeAt('/new-note', words), ...words.actions] }, wanted),
  ]
  return (
    <Finder
      {...{ words, typed, groups, onClose }}
      isFound={typed === wanted}
      hint={words.hints.outside}
      onType={setTyped}
    />
  )
}

/** @param here the one that one is in, which is no place to go to */
function useConferenceWays(here: string | null): FoundGroup {
  const others = useConferences().filter(({ slug }) => slug !== here)
  return { name: 'conferences', ways: others.map(({ slug, name }) => ({ href: pageAddress(slug, 'now'), name })) }
}

function writeAt(href: string, { write }: PaletteWords): Way {
  return { href, name: write }
}

/** What of a group has the words; nothing where none has. */
function named({ name, ways }: { name: FoundGroup['name']; ways: readonly Way[] }, typed: string): FoundGroup[] {
  const words = queryWords(typed)
  const found = ways.filter((way) => hasWords(way.name, words))
  return found.length > 0 ? [{ name, ways: found }] : []
}
