/**
 * What happens so often that an operator wants its number, by how it ended. Every outcome is named here: a number per
 * person, conference or address would never stop growing.
 */
export const counted = {
  mails: { help: 'Mails, by what the mail server said.', outcomes: ['sent', 'failed'] },
  alerts: {
    help: 'Alerts handed to push services, by what those said.',
    outcomes: ['sent', 'gone', 'later', 'refused'],
  },
  outbox_changes: {
    help: 'Changes that devices pushed, by their outcome; broken ones come again.',
    outcomes: ['accepted', 'refused', 'broken'],
  },
  imports: {
    help: 'Runs of imports and checks of sources, by their outcome.',
    outcomes: ['applied', 'unchanged', 'refused', 'waiting', 'failed'],
  },
  job_runs: { help: 'Runs of jobs in this process, by how they ended.', outcomes: ['done', 'failed'] },
  notification_connections: {
    help: 'Connections for notifications of the database that were made and lost.',
    outcomes: ['made', 'lost'],
  },
  limits: { help: 'Requests that passed a limit and were refused.', outcomes: ['refused'] },
  passing_faults: {
    help: 'Requests that the database or the disk kept from being done; they come again.',
    outcomes: ['database', 'disk'],
  },
  failures: { help: 'Bugs: what broke while a request was answered or a page drawn.', outcomes: ['request', 'page'] },
  s3_requests: { help: 'Requests to the S3 server for photos.', outcomes: ['done', 'failed'] },
} as const

export type CountName = keyof typeof counted
type OutcomeOf<Name extends CountName> = (typeof counted)[Name]['outcomes'][number]

// Next evaluates a module once per bundle: the numbers are the process's.
const shared = globalThis as typeof globalThis & { hallwayCounts?: Map<string, number> }

/** Counts that it happened once more in this process, or `by` times. */
export function count<Name extends CountName>(name: Name, outcome: OutcomeOf<Name>, by = 1): void {
  const counts = (shared.hallwayCounts ??= new Map())
  const key = `${name} ${outcome}`
  counts.set(key, (counts.get(key) ?? 0) + by)
}

/** How often it happened in this process, by outcome; those that never did are there with 0. */
export function countsOf(name: CountName): { outcome: string; times: number }[] {
  return counted[name].outcomes.map((outcome) => ({
    outcome,
    times: shared.hallwayCounts?.get(`${name} ${outcome}`) ?? 0,
  }))
}
