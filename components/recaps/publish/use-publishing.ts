import { useState } from 'react'
import { publishRecapAction } from '@/lib/recaps/server/actions'
import type { Doubts } from '@/lib/recaps/doubts'
import type { PublishRecap } from '@/lib/recaps/schema'
import { publishedState } from '@/lib/recaps/status'
import { settleOpenDraft } from '../open-draft'
import type { PublishProps } from './publish-props'
import { unreachable } from './unreachable'
import type { Placing } from './use-placing'

type Asked = {
  slug: string
  /** ISO; null: at once. */ publishAt: string | null
  author: { handle: string; name: string }
  /** What its author sees while they say so; null: there is nothing to doubt. */ told: Doubts | null
}

/**
 * Publishes a recap: first its text is on the server, its author has an address, and it stands where it was put. What
 * is doubtful is published only where its author was told exactly that.
 */
export function usePublishing({ recap: { id }, draft, facts, learn }: PublishProps, placing: Placing) {
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [heard, setHeard] = useState<Doubts | null>(null)

  /** @returns why it is not published; null: it is */
  async function attempt({ slug, publishAt, author, told }: Asked): Promise<string | null> {
    const unsettled = await settleOpenDraft()
    if (unsettled) return unsettled
    const unplaced = await placing.settle()
    if (unplaced) return unplaced
    const { handle, name } = author
    const isNew = facts.handle === null
    const answer = await publishAsTold(
      { id, slug, ...(publishAt && { publishAt }), ...(isNew && { author: { handle, ...(name && { name }) } }) },
      told,
    )
    if ('doubts' in answer) setHeard(answer.doubts)
    if (!answer.ok) return whyRefused(answer)
    learn({
      slug: answer.value.slug,
      latest: draft,
      state: publishedState(facts.state, publishAt, new Date()),
      // As the server's schemas leave them.
      ...(isNew && { handle: handle.trim().toLowerCase(), authorName: facts.authorName ?? name }),
    })
    return null
  }

  /** @returns whether it is published, or will be */
  async function publish(asked: Asked): Promise<boolean> {
    setPending(true)
    setRefusal(null)
    const reason = await attempt(asked)
    setPending(false)
    // Doubts are said as what they are.
    setRefusal(reason === 'doubts' ? null : reason)
    return reason === null
  }

  return {
    publish,
    isPending,
    refusal,
    heard,
    /** It is about what is being changed. */ forget: () => setRefusal(null),
  }
}

/** What is doubtful is published only where exactly that was told. */
async function publishAsTold(wanted: Omit<PublishRecap, 'evenSo'>, told: Doubts | null) {
  const answer = await publishRecapAction(wanted).catch(unreachable)
  if (!('doubts' in answer) || JSON.stringify(answer.doubts) !== JSON.stringify(told)) return answer
  return publishRecapAction({ ...wanted, evenSo: true }).catch(unreachable)
}

const wrongFields = {
  'author.name': 'nameWrong',
  'author.handle': 'handleWrong',
  slug: 'slugWrong',
  publishAt: 'publishAtWrong',
}

/** What was not right at the door has a sentence of its own for each field. */
function whyRefused({ reason, issues = [] }: { reason: string; issues?: readonly { path: string }[] }): string {
  if (reason !== 'INVALID') return reason
  const wrong = Object.entries(wrongFields).find(([field]) => issues.some(({ path }) => path === field))
  return wrong?.[1] ?? reason
}
