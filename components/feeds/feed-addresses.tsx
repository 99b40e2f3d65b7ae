import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useSyncExternalStore, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field, SelectField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { FEED_NAME_LENGTH } from '@/lib/feeds/feed-name'
import { feedSubjects, type Subject } from '@/lib/feeds/secret/subject'
import { isolated } from '@/lib/platform/bidi'
import { FeedTokenList } from './feed-token-list'
import { offerKey, type Offer } from './offers'
import { SubscribePanel } from './subscribe-panel'
import { useFeedTokens } from './use-feed-tokens'

type Props = {
  conferenceId: string
  /** Of what an address can be, given my groups; the first is what one gets without choosing. */
  offersOf: (groups: readonly { id: string; name: string }[]) => Offer[]
}

/** Makes a secret address, tells it once, and lists those that work. */
export function FeedAddresses({ conferenceId, offersOf }: Props) {
  const t = useTranslations('feeds')
  const { listed, made, revoked, pending, failed, make, revoke, restore, reload } = useFeedTokens(conferenceId)
  const offers = offersOf(listed?.groups ?? [])
  const sayOffer = useSayOffer()
  const subjects = new Set(offers.map(({ subject }) => subject))
  const tokens = listed?.tokens.filter(({ subject }) => subjects.has(subject)) ?? []
  const sayOf = (of: Subject) => {
    const offer = offers.find((one) => offerKey(one) === offerKey(of))
    return offer ? sayOffer(offer) : t('ofGone')
  }
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
      {revoked ? (
        <Notice live>
          <p>{t('revoked', { name: isolated(revoked.name) })}</p>
          <p>
            <Button onClick={() => void restore(revoked)} disabled={pending}>
              {t('undo')}
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
      <MakeForm offers={offers} pending={pending} onMake={make} />
      {listed && tokens.length > 0 ? (
        <FeedTokenList
          tokens={tokens}
          sayOf={offers.length > 1 ? sayOf : null}
          now={listed.now}
          pending={pending}
          onRevoke={revoke}
        />
      ) : null}
    </div>
  )
}

type FormProps = { offers: Offer[]; pending: boolean; onMake: (name: string, subject: Subject) => Promise<void> }

function MakeForm({ offers, pending, onMake }: FormProps) {
  const t = useTranslations('feeds')
  const [name, setName] = useState(t('defaultName'))
  const [key, setKey] = useState('')
  // What a page that led here named; the server knows nothing of it.
  const asked = useSyncExternalStore(
    onHash,
    () => location.hash.slice(1),
    () => '',
  )
  const form = useRef<HTMLFormElement>(null)
  const chosen = offers.find((offer) => offerKey(offer) === (key || asked)) ?? offers[0]
  const isAsked = chosen !== undefined && offerKey(chosen) === asked
  useEffect(() => {
    if (isAsked) form.current?.scrollIntoView({ block: 'center' })
  }, [isAsked])
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (chosen) void onMake(name, { subject: chosen.subject, subjectId: chosen.subjectId })
  }
  return (
    <form ref={form} onSubmit={send} className="grid gap-3">
      {chosen && offers.length > 1 ? <OfferField offers={offers} value={offerKey(chosen)} onChoose={setKey} /> : null}
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

function onHash(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

function OfferField({ offers, value, onChoose }: { offers: Offer[]; value: string; onChoose: (key: string) => void }) {
  const t = useTranslations('feeds')
  const sayOffer = useSayOffer()
  return (
    <SelectField label={t('of')} value={value} onChange={(event) => onChoose(event.target.value)}>
      {feedSubjects.map((subject) => {
        const choices = offers
          .filter((offer) => offer.subject === subject)
          .map((offer) => (
            <option key={offerKey(offer)} value={offerKey(offer)}>
              {offer.name || sayOffer(offer)}
            </option>
          ))
        if (choices.length === 0 || subject === 'plan' || subject === 'conference') return choices
        return (
          <optgroup key={subject} label={t(`subjects.${subject}`)}>
            {choices}
          </optgroup>
        )
      })}
    </SelectField>
  )
}

function useSayOffer() {
  const t = useTranslations('feeds')
  return ({ subject, name }: Offer) => t(`subject.${subject}`, { name: isolated(name) })
}
