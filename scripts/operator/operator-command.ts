import { writeAct } from '@/lib/operating/server/acts'
import { appoint, appointedAddress, isForFirst } from '@/lib/people/server/operator'
import { connect } from '@/lib/platform/db'
import { readEnvironment } from '@/lib/platform/env'
import type { PrismaClient } from '@/generated/prisma/client'
import type { CommandPlace } from '../backup/backup-command'
import { misunderstood, parseWords } from '../words/parse-words'
import { conferenceSlugIn } from '../words/conference-slug-in'
import { handOver } from './hand-over'

export const operatorUsage = `npm run -s operator -- [ADDRESS]
npm run -s operator -- --conference NAME --owner ADDRESS

The first says who runs this installation, or makes whoever signs in with ADDRESS its operator in place of whoever was:
they see its state in Settings, and can block people and take conferences down. Whoever signs in first is it otherwise.
HALLWAY_OPERATOR, where it is set, counts instead.

The second makes whoever signs in with ADDRESS an owner of a conference, beside whoever owns it: where its owner is
blocked or has no account any more. NAME is what follows /c/ in its address, or the address; one that was deleted they
can bring back.`

type Words = { address: string | undefined; gift: { slug: string; owner: string } | null }

/** `npm run operator`. @returns its exit code */
export async function runOperator(words: string[], { url, now, say, complain }: CommandPlace): Promise<number> {
  const said = readWords(words)
  if ('wrong' in said) {
    complain(misunderstood(said.wrong, operatorUsage))
    return 1
  }
  const db = connect(url, 1)
  try {
    const outcome = said.gift ? await handOver(db, said.gift, now) : await appointOrTell(db, said.address, { url, now })
    for (const line of outcome.said) (outcome.ok ? say : complain)(line)
    return outcome.ok ? 0 : 1
  } finally {
    await db.$disconnect()
  }
}

function readWords(words: string[]): Words | { wrong: string[] } {
  const said = parseWords(words, { conference: { type: 'string' }, owner: { type: 'string' } })
  if ('wrong' in said) return said
  const { conference: slug, owner } = said.values
  const [address, more] = said.positionals
  const surplus = slug !== undefined && owner !== undefined ? address : more
  if (surplus !== undefined) return { wrong: [`${surplus} is one word too many.`] }
  if (slug !== undefined && owner !== undefined)
    return { address: undefined, gift: { slug: conferenceSlugIn(slug), owner } }
  if (slug !== undefined) return { wrong: ['--conference needs --owner beside it.'] }
  return owner === undefined ? { address, gift: null } : { wrong: ['--owner needs --conference beside it.'] }
}

async function appointOrTell(
  db: PrismaClient,
  address: string | undefined,
  { url, now }: Pick<CommandPlace, 'url' | 'now'>,
): Promise<{ ok: boolean; said: string[] }> {
  const { HALLWAY_OPERATOR } = readEnvironment({ ...process.env, DATABASE_URL: url })
  if (address !== undefined) {
    const person = await appoint(db, address, now)
    if (!person) return { ok: false, said: [`${address} is no e-mail address. Write it like name@example.org.`] }
    await writeAct(db, { kind: 'appointed', at: now, byCommand: true, userId: person.id })
  }
  return { ok: true, said: whoRuns(HALLWAY_OPERATOR, await appointedAddress(db), await isForFirst(db)) }
}

/** Who runs the installation; where the environment names somebody, who would without. */
function whoRuns(named: readonly string[], appointed: string | null, isFirstAsked: boolean): string[] {
  if (named.length === 0) {
    const nobody = isFirstAsked ? 'whoever signs in first will.' : 'name somebody with an ADDRESS.'
    return [appointed ? `${appointed} runs this installation.` : `Nobody runs this installation: ${nobody}`]
  }
  const who = `${named.join(', ')} ${named.length === 1 ? 'runs' : 'run'} this installation: HALLWAY_OPERATOR says so.`
  return appointed && !named.includes(appointed)
    ? [who, `${appointed} will once HALLWAY_OPERATOR is empty, and does not before.`]
    : [who]
}
