import { getLocale, getTranslations } from 'next-intl/server'
import { ChangeList } from '@/components/manage/releases/change-list'
import { ManageShell } from '@/components/manage/manage-shell'
import { ReleaseFacts } from '@/components/manage/releases/release-facts'
import { UndoRelease } from '@/components/manage/releases/undo-release'
import { ActionForm } from '@/components/shared/action-form'
import { FreshPage } from '@/components/shared/fresh-page'
import { Card } from '@/components/ui/card'
import { heldSince } from '@/lib/desk/server/alert-hold'
import { isolated } from '@/lib/platform/bidi'
import { database } from '@/lib/platform/db'
import { pageAddress } from '@/lib/program/addresses'
import { changedTexts } from '@/lib/schedule/bring-in/preview/field-text'
import { undoMergeAction } from '@/lib/schedule/merging/actions'
import { loadComparison, loadConferenceFor, loadEarlierReleases, loadUndo } from '@/lib/schedule/loaders'

type Props = {
  params: Promise<{ conference: string; release: string }>
  searchParams: Promise<{ since?: string | string[] }>
}

/**
 * What a release changed, or what is different at it since another one. The last import, and what the board published,
 * can be taken back here.
 */
export default async function ReleasePage({ params, searchParams }: Props) {
  const [{ conference: slug, release }, { since: earlierOne }] = [await params, await searchParams]
  const conference = await loadConferenceFor(slug, 'import', pageAddress(slug, 'managedRelease', release))
  const [t, language] = [await getTranslations('manage.releases'), await getLocale()]
  const { to, from, changes } = await loadComparison(conference.id, release, earlierOne)
  const since = earlierOne === undefined ? null : from
  const kind = to.kind === 'import' || to.kind === 'draft' ? to.kind : null
  const plan = kind && since === null ? await loadUndo(conference.id, to.number, kind) : null
  const isHeld = (await heldSince(database(), conference.id)) !== null
  const told = t(isHeld ? 'undoHeld' : 'undoTold')
  const earlier = await loadEarlierReleases(conference.id, to.number)
  const titles = new Map(changes.map(({ sessionId, title }) => [sessionId, title]))
  return (
    <ManageShell conference={conference} section="releases">
      <a
        className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
        href={pageAddress(slug, 'managed', 'releases')}
      >
        {t('back')}
      </a>
      <section aria-labelledby="release" className="grid gap-1">
        <h3 id="release" className="text-lg font-semibold">
          {t('number', { number: to.number })}
        </h3>
        <ReleaseFacts release={to} saying={{ timeZone: conference.timeZone, language }} />
      </section>
      <Card aria-labelledby="changed">
        <h3 id="changed" className="text-lg font-semibold">
          {since === null ? t('own') : t('since', { number: since })}
        </h3>
        {changes.length === 0 ? <p>{t('noDifference')}</p> : null}
        <ChangeList
          clocks={{ timeZone: conference.timeZone }}
          changes={changes.map(({ sessionId, fields, ...change }) => ({
            ...change,
            key: sessionId,
            href: pageAddress(slug, 'session', String(change.number)),
            fields: fields.map(({ field, old, new: now }) => ({ field, ...changedTexts(old, now) })),
          }))}
        />
      </Card>
      {earlier.length > 0 ? (
        <details>
          <summary className="min-h-11 py-2 text-accent underline underline-offset-4">{t('compare')}</summary>
          <ul className="flex flex-wrap gap-2">
            {earlier.map((number) => (
              <li key={number}>
                <a
                  className="inline-flex min-h-11 items-center rounded-full border border-edge px-4 text-sm"
                  href={`${pageAddress(slug, 'managedRelease', release)}?since=${number}`}
                  aria-current={number === since ? 'true' : undefined}
                >
                  {t('number', { number })}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {to.merge && since === null ? (
        <ActionForm
          action={undoMergeAction}
          values={{ conference: slug, merge: to.merge }}
          submit={t('undoMerge')}
          danger
          confirm={`${t('undoMergeAsk', { subject: isolated(to.subject ?? '') })} ${told}`}
        />
      ) : null}
      {/* What others do meanwhile changes what taking it back would. */}
      {plan && kind ? <FreshPage conferenceId={conference.id} of={['programme']} /> : null}
      {plan && kind ? (
        <UndoRelease
          kind={kind}
          conference={slug}
          release={to.number}
          sessions={plan.sessions}
          isHeld={isHeld}
          left={plan.left.map(({ sessionId, field, why }) => ({
            key: `${sessionId} ${field}`,
            title: titles.get(sessionId) ?? '',
            field,
            why,
          }))}
        />
      ) : null}
    </ManageShell>
  )
}
