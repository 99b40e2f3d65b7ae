import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { bucketField, s3Fields } from './blobs/s3-settings'
import {
  aFewWords,
  flag,
  betweenCommas,
  postgresAddress,
  secret,
  addressOfWeb,
  wholeNumber,
} from './environment/fields'
import { wrongTogether } from './environment/together'
import { emailAddress } from './fields'
import { isHostOrRange } from './http/public-address'

/** How many connections a process opens for requests, unless the environment says otherwise. */
export const CONNECTIONS = 15

/** How many it opens beside them for what jobs read and write. */
export const JOB_CONNECTIONS = 2

/** How they are shared out between pages with actions, and the front door, which has a pool of its own. */
export function shareOut(most: number): { pages: number; door: number } {
  const door = Math.max(1, Math.floor(most / 3))
  return { pages: most - door, door }
}

const environmentSchema = z.object({
  DATABASE_URL: postgresAddress,
  /** The same database without the pooler that DATABASE_URL goes through, such as PgBouncer. */
  HALLWAY_DATABASE_DIRECT_URL: postgresAddress.optional(),
  PORT: wholeNumber(0, 65535).default(3000),
  /** Interface to bind; loopback unless said otherwise. */
  HOST: z.string().default('127.0.0.1'),
  /** Public address for links, without a trailing slash. */
  HALLWAY_URL: addressOfWeb('https://hallway.example.org')
    .refine((url) => /^[^/]*\/\/[^/?#@]+$/.test(url), 'has to end with the host or its port: Hallway is under no path')
    .optional(),
  HALLWAY_DATA: z.string().default('.data'),
  HALLWAY_DEMO: flag,
  /** A fixed present moment for browser tests; refused unless bound to loopback. */
  HALLWAY_NOW: z.iso
    .datetime({ offset: true, error: 'has to be a moment such as 2027-05-11T09:00:00+02:00' })
    .optional(),
  /** `off` makes browsers drop their service worker and what it keeps: the way out should one ever be broken. */
  HALLWAY_WORKER: z.enum(['on', 'off'], 'has to be on or off').default('on'),
  /** How many proxies in front of us are to be believed about the visitor's address. */
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  /** How long requests are still answered after the word to end, with /api/ready at 503. */
  HALLWAY_DRAIN_SECONDS: wholeNumber(0, 120).default(0),
  /**
   * The name in calendar UIDs: made once by `npm run up` and kept with the data, for an event whose UID changes is
   * another event.
   */
  HALLWAY_INSTANCE_ID: z
    .string()
    .regex(/^[a-z0-9-]+$/i, 'has to be a word of letters, digits and dashes, which never changes')
    .optional(),
  /** Hosts, addresses and ranges of the own network that schedules may be fetched from though they are not public. */
  HALLWAY_FETCH_ALLOW: z
    .string()
    .default('')
    .transform(betweenCommas)
    .refine(
      (list) => list.every(isHostOrRange),
      'has to be hosts, addresses or ranges such as 10.0.0.0/8, with commas between',
    ),
  /** How many connections this process opens for requests at most; jobs and notifications take five more. */
  HALLWAY_DATABASE_POOL: wholeNumber(3, 500).default(CONNECTIONS),
  /** Where /metrics is answered and nothing else. */
  HALLWAY_METRICS_PORT: wholeNumber(1, 65535).optional(),
  /** Who has it may read /metrics at our own port: `Authorization: Bearer …`. */
  HALLWAY_METRICS_TOKEN: secret(16).optional(),
  /** A collector of traces, as OpenTelemetry names it. */
  OTEL_EXPORTER_OTLP_ENDPOINT: addressOfWeb('http://collector:4318').optional(),
  OTEL_SERVICE_NAME: z.string().default('hallway'),
  /** Addresses of whoever runs this installation; where there is none, it is whoever signs in first. */
  HALLWAY_OPERATOR: z
    .string()
    .default('')
    .transform(betweenCommas)
    .refine(
      (list) => list.every((address) => emailAddress.safeParse(address).success),
      'has to be e-mail addresses, with commas between',
    ),
  ...s3Fields,
  /** Each night everything is written into a file there, and old ones are removed. */
  HALLWAY_BACKUP_FOLDER: z.string().refine(isAbsolute, 'has to be a whole path, from the root of the disk').optional(),
  /** The same into a bucket of the S3 server, better not the one with the photos. */
  HALLWAY_BACKUP_BUCKET: bucketField.optional(),
  /** What signs people in and names calendars' events goes along: then guard the file. */
  HALLWAY_BACKUP_SECRETS: flag,
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: /./, error: 'has to be such as smtps://user:password@mail.example.org' })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/, 'has to be such as Hallway <hallway@example.org>')
    .default('Hallway <hallway@localhost>'),
  NEXTAUTH_SECRET: secret(32).optional(),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  GOOGLE_ID: z.string().optional(),
  GOOGLE_SECRET: z.string().optional(),
  /** Who answers for what people entrust to this installation, how to reach them, and where it runs. */
  HALLWAY_PRIVACY_RESPONSIBLE: aFewWords.optional(),
  HALLWAY_PRIVACY_CONTACT: aFewWords.optional(),
  HALLWAY_PRIVACY_HOSTING: aFewWords.optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'has to be debug, info, warn, error or silent')
    .default('info'),
})

export type Environment = z.output<typeof environmentSchema>

/** Every variable that is read. */
export const environmentNames: readonly string[] = Object.keys(environmentSchema.shape)

/** Which variables are wrong, a sentence each, for whoever set them. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'

  constructor(wrong: readonly string[]) {
    const said = wrong.length === 1 ? ` ${wrong.join()}` : wrong.map((sentence) => `\n- ${sentence}`).join('')
    super(`The environment is not usable, see .env.example:${said}`)
  }
}

/**
 * Reads the process's environment. An empty variable counts as absent.
 * @throws {EnvironmentError} which names every variable that is wrong
 */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(present)
  const issues = parsed.error?.issues.map(({ path, message }) => [path.join('.'), message] as const) ?? []
  // One sentence a variable: the first that was found wrong.
  const wrong = new Map([...issues, ...wrongTogether(present)].reverse())
  if (parsed.success && wrong.size === 0) return parsed.data
  throw new EnvironmentError([...wrong].reverse().map(([name, complaint]) => `${name} ${complaint}.`))
}

/** The address for what needs a connection of its own, such as LISTEN: without a pooler it is DATABASE_URL. */
export function directUrl(env: Pick<Environment, 'DATABASE_URL' | 'HALLWAY_DATABASE_DIRECT_URL'>): string {
  return env.HALLWAY_DATABASE_DIRECT_URL ?? env.DATABASE_URL
}

/** The address for links: HALLWAY_URL, else localhost. */
export function publicUrl(env: Pick<Environment, 'HALLWAY_URL' | 'PORT'>): string {
  return env.HALLWAY_URL ?? `http://localhost:${env.PORT}`
}
