'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useMedia } from '@/components/ui/use-media'
import { fitsRecap, listUnfit } from '@/lib/recaps/length'
import type { UnfinishedIn } from '@/lib/recaps/doubts'
import type { RecapDraft } from '@/lib/recaps/draft'
import { plainMarkdown } from '@/lib/recaps/markdown-text'
import { recapStatusOf } from '@/lib/recaps/status'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import type { EditedRecap, PublicFacts, Sheet } from './edited-recap'
import { EditorBar } from './editor-bar'
import { EditorHead } from './editor-head'
import type { OwnPhoto } from './photo-sheet'
import { SeePane } from './see-pane'
import { useAutosave } from './use-autosave'
import { useGoTo } from './use-go-to'
import { useViewPlaces } from './use-view-places'
import { WritePane } from './write-pane'

const PublishSheet = dynamic(
  () => keepTrying(() => import('./publish/publish-sheet')).then((module) => module.PublishSheet),
  { ssr: false },
)
const MoreSheet = dynamic(() => keepTrying(() => import('./more/more-sheet')).then((module) => module.MoreSheet), {
  ssr: false,
})
const PhotoSheet = dynamic(() => keepTrying(() => import('./photo-sheet')).then((module) => module.PhotoSheet), {
  ssr: false,
})

type Props = { recap: EditedRecap; atFirst: PublicFacts }

/** There is room for what is read beside what is written. */
const BESIDE = '(min-width: 64rem)'

/** Where a recap is written, saved while one writes, and seen as the public would; and whence it is published. */
export function RecapEditor({ recap, atFirst }: Props) {
  const t = useTranslations('recaps')
  const { keeping, keeper } = useAutosave(recap.id, recap.saved)
  const { draft } = keeping
  const edit = (fields: Partial<RecapDraft>) => void keeper.edit(fields)
  const [facts, setFacts] = useState(atFirst)
  const learn = (news: Partial<PublicFacts>) => setFacts((known) => ({ ...known, ...news }))
  const { view, turn } = useViewPlaces()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [isTooLong, setTooLong] = useState(false)
  const beside = useMedia(BESIDE)
  // Those of its conference; there is none above a recap of a deleted one.
  const isOverPlaces = recap.back !== '/recaps'
  const unfit = listUnfit(draft)
  // A cover whose photo is gone is shown to nobody.
  const known = new Set(recap.photos.map(({ id }) => id))
  const shown = { ...draft, coverId: draft.coverId && known.has(draft.coverId) ? draft.coverId : null }
  const status = recapStatusOf(facts.state, facts.latest, shown)
  // Where the text was last written in: a photo goes there.
  const caretRef = useRef<number | null>(null)
  const { titleRef, textRef, goTo } = useGoTo()

  /** @returns whether it was taken */
  const editText = (text: string): boolean => {
    const isTaken = fitsRecap(text, draft.text)
    setTooLong(!isTaken)
    if (isTaken) edit({ text })
    return isTaken
  }
  const place = ({ id: photo, caption }: OwnPhoto) => {
    const at = caretRef.current ?? draft.text.length
    const [before, after] = [draft.text.slice(0, at).trimEnd(), draft.text.slice(at).trimStart()]
    const said = plainMarkdown(caption || t('photoCaption'))
    editText([before, `![${said}](photo:${photo})`, after].filter(Boolean).join('\n\n'))
  }
  const leaveFor = (found: UnfinishedIn) => {
    goTo(found)
    setSheet(null)
    turn('write')
  }
  const close = () => setSheet(null)

  return (
    <main
      id="main"
      className={
        'mx-auto grid min-h-[calc(100dvh-6.9375rem)] w-full max-w-3xl grid-cols-[minmax(0,1fr)] ' +
        'grid-rows-[auto_1fr_auto] px-4 lg:mb-0 lg:h-[calc(100dvh-5.5rem)] lg:min-h-128 lg:max-w-7xl ' +
        'lg:grid-cols-[auto_minmax(0,1fr)] lg:grid-rows-[auto_minmax(0,1fr)] lg:gap-x-6 ' +
        // The bar stands right above the places.
        (isOverPlaces ? '-mb-[2.4375rem]' : '')
      }
    >
      <h1 className="sr-only">{t('edit')}</h1>
      <EditorHead back={recap.back} view={view} onView={turn} onMore={() => setSheet('more')} />
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] lg:col-span-2 lg:min-h-0 lg:grid-cols-2 lg:gap-6">
        <WritePane
          draft={draft}
          recap={recap}
          titleRef={titleRef}
          textRef={textRef}
          caretRef={caretRef}
          isHidden={view !== 'write' && !beside}
          isTooLong={isTooLong}
          edit={edit}
          editText={editText}
        />
        <SeePane
          id={recap.id}
          draft={shown}
          author={facts.authorName}
          conference={recap.publicName}
          isShown={view === 'see' || beside}
        />
      </div>
      <EditorBar
        keeping={keeping}
        keeper={keeper}
        status={status}
        state={facts.state}
        unfit={unfit}
        isTooLong={isTooLong}
        photos={recap.photos.length}
        isOverPlaces={isOverPlaces}
        onOpen={setSheet}
      />
      {sheet === 'publish' ? (
        <PublishSheet
          recap={recap}
          draft={draft}
          facts={facts}
          status={status}
          unfit={unfit}
          edit={edit}
          learn={learn}
          onGoTo={leaveFor}
          onClose={close}
        />
      ) : null}
      {sheet === 'photos' ? (
        <PhotoSheet
          photos={recap.photos}
          draft={draft}
          onPlace={place}
          onCover={(coverId) => edit({ coverId })}
          onClose={close}
        />
      ) : null}
      {sheet === 'more' ? <MoreSheet recap={recap} onClose={close} /> : null}
    </main>
  )
}
