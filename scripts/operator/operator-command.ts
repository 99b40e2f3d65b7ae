import { writeAct } from '@/lib/operating/server/acts'
import { appoint, appointedAddress } from '@/lib/people/server/operator'
import { connect } from '@/lib/platform/db'
import { readEnvironment } from '@/lib/platform/env'
import type { CommandPlace } from '../backup/backup-command'

export const operatorUsage = `npm run -s operator -- [ADDRESS]

Says who runs this installation, or makes whoever signs in with ADDRESS its operator in place of whoever was: they see
its state in Settings, and can block people and take conferences down. Whoever signs in first is it otherwise.

HALLWAY_OPERATOR, where it is set, counts instead.`

/** `npm run operator`. @returns its exit code */
export async function runOperator(words: string[], { url, now, say, complain }: CommandPlace): Promise<number> {
  const [address] = words
  if (words.length > 1) {
    complain(operatorUsage)
    return 1
  }
  const { HALLWAY_OPERATOR } = readEnvironment({ ...process.env, DATABASE_URL: url })
  const db = connect(url, 1)
  try {
    if (address !== undefined) {
      const person = await appoint(db, address, now)
      if (!person) {
        complain(`${address} is no e-mail address. Write it like name@example.org.`)
        return 1
      }
      await writeAct(db, { kind: 'appointed', at: now, byCommand: true, userId: person.id })
    }
    const appointed = await appointedAddress(db)
    say(
      appointed
        ? `${appointed} runs this installation.`
        : 'Nobody runs this installation: whoever signs in first will.',
    )
    if (HALLWAY_OPERATOR.length > 0) say(`HALLWAY_OPERATOR counts instead: ${HALLWAY_OPERATOR.join(', ')}.`)
    return 0
  } finally {
    await db.$disconnect()
  }
}
