import { useLocale } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import {
  createFeedTokenAction,
  listFeedTokensAction,
  restoreFeedTokenAction,
  revokeFeedTokenAction,
} from '@/lib/feeds/actions'
import type { Subject } from '@/lib/feeds/secret/subject'
import { languages } from '@/lib/i18n/language-names'

type Answer = Awaited<ReturnType<typeof listFeedTokensAction>>
type Listed = Extract<Answer, { ok: true }>['value']
type Made = Extract<Awaited<ReturnType<typeof createFeedTokenAction>>, { ok: true }>['value']

export type FeedTokenItem = Listed['tokens'][number]

/**
 * My secret addresses of one conference, from the server, and what can be done to them. `made` holds the newest one's
 * address, which is told once; `revoked` the one that was ended last, which can be had back for a while.
 */
export function useFeedTokens(conferenceId: string) {
  const spoken = useLocale()
  const [listed, setListed] = useState<Listed | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  const [revoked, setRevoked] = useState<FeedTokenItem | null>(null)
  const [pending, setPending] = useState(false)
  const [failed, setFailed] = useState(false)

  const receive = useCallback((answer: Answer | null) => {
    if (answer?.ok) setListed(answer.value)
    setFailed(!answer?.ok)
  }, [])

  useEffect(() => {
    void list(conferenceId).then(receive)
  }, [conferenceId, receive])

  const change = async (what: () => Promise<{ ok: boolean }>) => {
    setPending(true)
    const done = await what().catch(failure)
    receive(done.ok ? await list(conferenceId) : null)
    setPending(false)
  }

  const make = (name: string, subject: Subject) =>
    change(async () => {
      const language = languages.find((one) => one === spoken)
      const answer = await createFeedTokenAction({ conferenceId, name, language, ...subject })
      if (answer.ok) setMade(answer.value)
      setRevoked(null)
      return answer
    })

  const revoke = (token: FeedTokenItem) =>
    change(async () => {
      const answer = await revokeFeedTokenAction({ id: token.id })
      if (answer.ok) setRevoked(token)
      return answer
    })

  const restore = ({ id }: FeedTokenItem) =>
    change(async () => {
      const answer = await restoreFeedTokenAction({ id })
      if (answer.ok) setRevoked(null)
      return answer
    })

  // What was ended is told no more, and is there again if it is had back.
  const told = made && listed?.tokens.some(({ id }) => id === made.id) ? made : null
  const reload = () => change(async () => ({ ok: true }))
  return { listed, made: told, revoked, pending, failed, make, revoke, restore, reload }
}

// A network that is gone is a failure like any other: try again.
const failure = () => ({ ok: false })

function list(conferenceId: string): Promise<Answer | null> {
  return listFeedTokensAction({ conferenceId }).catch(() => null)
}
