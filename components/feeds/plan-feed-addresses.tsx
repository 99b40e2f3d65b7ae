import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { FEED_NAME_LENGTH } from '@/lib/feeds/feed-name'
import { isolated } from '@/lib/platform/bidi'
import { FeedTokenList } from './feed-token-list'
import { SubscribePanel } from './subscribe-panel'
import { useFeedTokens } from './use-feed-tokens'

/** Makes a secret address, tells it once, and lists those that work. */
export function PlanFeedAddresses({ conferenceId }: { conferenceId: string }) {
  const t = useTranslations('feeds')
  const { listed, made, pending, failed, make, revoke, reload } = useFeedTokens(conferenceId)
  return (
    <div className="grid gap-5">
      {failed ? (
        <Notice tone="danger" live>
          <p>{t('failed')}</p>
          <p>
            <Button onClick={() => void reload()} disabled={pending}>
              {t('retry')}
            </Button>
          </p>
        </Notice>
      ) : null}
      {made ? (
        <>
          <Notice tone="good" live>
            <p className="font-medium">{t('made', { name: isolated(made.name) })}</p>
            <p>{t('secret')}</p>
          </Notice>
          <SubscribePanel url={made.url} name={made.name} />
        </>
      ) : null}
      <MakeForm pending={pending} onMake={make} />
      {listed && listed.tokens.length > 0 ? (
        <FeedTokenList tokens={listed.tokens} now={listed.now} pending={pending} onRevoke={revoke} />
      ) : null}
    </div>
  )
}

function MakeForm({ pending, onMake }: { pending: boolean; onMake: (name: string) => Promise<void> }) {
  const t = useTranslations('feeds')
  const [name, setName] = useState(t('defaultName'))
  const send = (event: FormEvent) => {
    event.preventDefault()
    void onMake(name)
  }
  return (
    <form onSubmit={send} className="grid gap-3">
      <Field
        label={t('name')}
        hint={t('nameHint')}
        value={name}
        required
        pattern=".*\S.*"
        maxLength={FEED_NAME_LENGTH}
        onChange={(event) => setName(event.target.value)}
      />
      <div>
        <SubmitButton variant="primary" disabled={pending}>
          {t('make')}
        </SubmitButton>
      </div>
    </form>
  )
}
