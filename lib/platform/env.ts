import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { bucketField, missingOfS3, s3Fields } from './blobs/s3-settings'
import { emailAddress } from './fields'
import { isHostOrRange } from './http/public-address'

/** How many connections a process opens for requests, unless the environment says otherwise. */
export const CONNECTIONS = 15

/** How they are shared out between pages with actions, and the front door, which has a pool of its own. */
export function shareOut(most: number): { pages: number; door: number } {
  const door = Math.max(1, Math.floor(most / 3))
  return { pages: most - door, door }
}

/** A number as an environment has it. */
function wholeNumber() {
  // Of one out of bounds zod says the bound.
  const error = ({ code }: { code: string }) => (code === 'invalid_type' ? 'a whole number' : undefined)
  return z.coerce.number({ error }).int('a whole number')
}

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')

/** What stands between commas, in lower case. */
function listOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
}
const postgresAddress = z.string().regex(/^postgres(ql)?:\/\//, 'an address that begins with postgresql://')
const aFewWords = z.string().trim().max(300)

const environmentSchema = z
  .object({
    DATABASE_URL: postgresAddress,
    /** The same database without the pooler that DATABASE_URL goes through, such as PgBouncer. */
    HALLWAY_DATABASE_DIRECT_URL: postgresAddress.optional(),
    PORT: wholeNumber().min(0).max(65535).default(3000),
    /** Interface to bind; loopback unless said otherwise. */
    HOST: z.string().default('127.0.0.1'),
    /** Public address for links, without a trailing slash. */
    HALLWAY_URL: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
    HALLWAY_DATA: z.string().default('.data'),
    HALLWAY_DEMO: flag,
    /** A fixed present moment for browser tests; refused unless bound to loopback. */
    HALLWAY_NOW: z.iso.datetime({ offset: true }).optional(),
    /** `off` makes browsers drop their service worker and what it keeps: the way out should one ever be broken. */
    HALLWAY_WORKER: z.enum(['on', 'off']).default('on'),
    /** How many proxies in front of us are to be believed about the visitor's address. */
    TRUST_PROXY: wholeNumber().min(0).max(10).default(0),
    /** How long requests are still answered after the word to end, with /api/ready at 503. */
    HALLWAY_DRAIN_SECONDS: wholeNumber().min(0).max(120).default(0),
    /**
     * The name in calendar UIDs: made once by `npm run up` and kept with the data, for an event whose UID changes is
     * another event.
     */
    HALLWAY_INSTANCE_ID: z
      .string()
      .regex(/^[a-z0-9-]+$/i, 'a word of letters and digits that never changes')
      .optional(),
    /** Hosts, addresses and ranges of the own network that schedules may be fetched from though they are not public. */
    HALLWAY_FETCH_ALLOW: z
      .string()
      .default('')
      .transform(listOf)
      .refine(
        (list) => list.every(isHostOrRange),
        'hosts, addresses or ranges such as 10.0.0.0/8, with commas between',
      ),
    /** How many connections this process opens for requests at most; jobs and notifications take three more. */
    HALLWAY_DATABASE_POOL: wholeNumber().min(3).max(500).default(CONNECTIONS),
    /** Where /metrics is answered and nothing else. */
    HALLWAY_METRICS_PORT: wholeNumber().min(0).max(65535).optional(),
    /** Who has it may read /metrics at our own port: `Authorization: Bearer …`. */
    HALLWAY_METRICS_TOKEN: z.string().min(16).optional(),
    /** A collector of traces, as OpenTelemetry names it. */
    OTEL_EXPORTER_OTLP_ENDPOINT: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
    OTEL_SERVICE_NAME: z.string().default('hallway'),
    /** Addresses of whoever runs this installation; where there is none, it is whoever signs in first. */
    HALLWAY_OPERATOR: z
      .string()
      .default('')
      .transform(listOf)
      .refine(
        (list) => list.every((address) => emailAddress.safeParse(address).success),
        'e-mail addresses, with commas between',
      ),
    ...s3Fields,
    /** Each night everything is written into a file there, and old ones are removed. */
    HALLWAY_BACKUP_FOLDER: z.string().refine(isAbsolute, 'a whole path, from the root of the disk').optional(),
    /** The same into a bucket of the S3 server, better not the one with the photos. */
    HALLWAY_BACKUP_BUCKET: bucketField.optional(),
    /** What signs people in and names calendars' events goes along: then guard the file. */
    HALLWAY_BACKUP_SECRETS: flag,
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().default('Hallway <hallway@localhost>'),
    NEXTAUTH_SECRET: z.string().min(32).optional(),
    GITHUB_ID: z.string().optional(),
    GITHUB_SECRET: z.string().optional(),
    GOOGLE_ID: z.string().optional(),
    GOOGLE_SECRET: z.string().optional(),
    /** Who answers for what people entrust to this installation, how to reach them, and where it runs. */
    HALLWAY_PRIVACY_RESPONSIBLE: aFewWords.optional(),
    HALLWAY_PRIVACY_CONTACT: aFewWords.optional(),
    HALLWAY_PRIVACY_HOSTING: aFewWords.optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .check(({ value, issues }) => {
    const missing = missingOfS3(value)
    if (value.HALLWAY_BACKUP_BUCKET && !value.HALLWAY_S3_ENDPOINT)
      issues.push({
        code: 'custom',
        input: value,
        path: ['HALLWAY_BACKUP_BUCKET'],
        message: 'it needs HALLWAY_S3_ENDPOINT and what goes with it',
      })
    if (value.HALLWAY_NOW && !isLoopback(value.HOST))
      issues.push({
        code: 'custom',
        input: value,
        path: ['HALLWAY_NOW'],
        message: `for tests alone: refused with HOST=${value.HOST}, which others reach`,
      })
    if (missing) issues.push({ code: 'custom', input: value, path: ['HALLWAY_S3_ENDPOINT'], message: missing })
  })

export type Environment = z.output<typeof environmentSchema>

/** Every variable that is read. */
export const environmentNames: readonly string[] = Object.keys(environmentSchema.shape)

/** Which variables are wrong, in one sentence for whoever set them. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

/**
 * Reads the process's environment. An empty variable counts as absent.
 * @throws {EnvironmentError} one sentence that names every variable that is wrong
 */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(present)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`)
  throw new EnvironmentError(`The environment is not usable: ${wrong.join('; ')}. See .env.example.`)
}

/** The address for what needs a connection of its own, such as LISTEN: without a pooler it is DATABASE_URL. */
export function directUrl(env: Pick<Environment, 'DATABASE_URL' | 'HALLWAY_DATABASE_DIRECT_URL'>): string {
  return env.HALLWAY_DATABASE_DIRECT_URL ?? env.DATABASE_URL
}

/**
 * The same for a program as it starts: where it is not usable, one sentence says so, and the program ends. Whoever
 * started it and listens, as `npm run up` does, is told that sentence as `cannotStart`, and says it.
 */
export async function readOwnEnvironment(): Promise<Environment> {
  try {
    return readEnvironment()
  } catch (error) {
    const cannotStart = error instanceof Error ? error.message : String(error)
    await new Promise((done) => {
      if (process.send) process.send({ cannotStart }, done)
      else done(console.error(cannotStart))
    })
    process.exit(1)
  }
}

/** Is this interface reachable from this machine only? */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** The address for links: HALLWAY_URL, else localhost. */
export function publicUrl(env: Pick<Environment, 'HALLWAY_URL' | 'PORT'>): string {
  return env.HALLWAY_URL ?? `http://localhost:${env.PORT}`
}
