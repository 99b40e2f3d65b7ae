import { useCallback, useEffect, useState } from 'react'
import { createFeedTokenAction, listFeedTokensAction, revokeFeedTokenAction } from '@/lib/feeds/actions'

type Answer = Awaited<ReturnType<typeof listFeedTokensAction>>
type Listed = Extract<Answer, { ok: true }>['value']
type Made = Extract<Awaited<ReturnType<typeof createFeedTokenAction>>, { ok: true }>['value']

export type FeedTokenItem = Listed['tokens'][number]

/**
 * The secret addresses of my plan, from the server, and what can be done to them. `made` holds the newest one's
 * address, which is told once.
 */
export function useFeedTokens(conferenceId: string) {
  const [listed, setListed] = useState<Listed | null>(null)
  const [made, setMade] = useState<Made | null>(null)
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

  const make = (name: string) =>
    change(async () => {
      const answer = await createFeedTokenAction({ conferenceId, name })
      if (answer.ok) setMade(answer.value)
      return answer
    })

  const revoke = (id: string) =>
    change(async () => {
      const answer = await revokeFeedTokenAction({ id })
      if (answer.ok && made?.id === id) setMade(null)
      return answer
    })

  return { listed, made, pending, failed, make, revoke, reload: () => change(async () => ({ ok: true })) }
}

// A network that is gone is a failure like any other: try again.
const failure = () => ({ ok: false })

function list(conferenceId: string): Promise<Answer | null> {
  return listFeedTokensAction({ conferenceId }).catch(() => null)
}
