import { missingOfS3 } from '../blobs/s3-settings'
import { isLoopback } from './loopback'

type Variables = Readonly<Record<string, string | undefined>>
/** What is wrong with a variable, as it goes on after its name. */
type Complaint = readonly [name: string, complaint: string]

const DEFAULT_PORT = '3000'
const DEFAULT_HOST = '127.0.0.1'
const PAIRS = [
  ['GITHUB_ID', 'GITHUB_SECRET'],
  ['GOOGLE_ID', 'GOOGLE_SECRET'],
] as const

/**
 * What is wrong with variables beside each other, each of which may be right: half of what belongs together, or two
 * that exclude each other.
 * @param variables none is empty
 */
export function wrongTogether(variables: Variables): Complaint[] {
  return [
    ...halves(variables),
    ...missingOfS3(variables),
    ...ofBackups(variables),
    ...ofMail(variables),
    ...ofDoors(variables),
  ]
}

function halves(variables: Variables): Complaint[] {
  return PAIRS.flatMap((pair) => {
    const [there, missing] = [pair.find((name) => variables[name]), pair.find((name) => !variables[name])]
    return there && missing ? [[missing, `is missing: ${there} needs it`] as const] : []
  })
}

function ofBackups(variables: Variables): Complaint[] {
  const { HALLWAY_BACKUP_BUCKET: bucket, HALLWAY_BACKUP_FOLDER: folder, HALLWAY_BACKUP_SECRETS: secrets } = variables
  return [
    ...(bucket && !variables.HALLWAY_S3_ENDPOINT
      ? [['HALLWAY_BACKUP_BUCKET', 'needs HALLWAY_S3_ENDPOINT and what goes with it'] as const]
      : []),
    ...(secrets === '1' && !bucket && !folder
      ? [
          [
            'HALLWAY_BACKUP_SECRETS',
            'needs HALLWAY_BACKUP_FOLDER or HALLWAY_BACKUP_BUCKET: no backup is made at night without',
          ] as const,
        ]
      : []),
  ]
}

function ofMail({ SMTP_URL, MAIL_FROM }: Variables): Complaint[] {
  const url = SMTP_URL && URL.canParse(SMTP_URL) ? new URL(SMTP_URL) : null
  // What names no server at all is said of SMTP_URL alone.
  if (!url?.hostname) return []
  return [
    ...(url.username && !url.password
      ? [['SMTP_URL', 'names a user without a password: smtps://user:password@mail.example.org'] as const]
      : []),
    // A server of this machine's own passes on what comes from it.
    ...(!MAIL_FROM && !isLoopback(url.hostname)
      ? [['MAIL_FROM', 'is missing: SMTP_URL needs it, such as Hallway <hallway@example.org>'] as const]
      : []),
  ]
}

function ofDoors(variables: Variables): Complaint[] {
  const { PORT = DEFAULT_PORT, HOST = DEFAULT_HOST, HALLWAY_METRICS_PORT: metrics, HALLWAY_NOW } = variables
  return [
    ...(metrics && Number(metrics) === Number(PORT)
      ? [['HALLWAY_METRICS_PORT', `has to be another port than PORT, which is ${PORT}, too`] as const]
      : []),
    ...(HALLWAY_NOW && !isLoopback(HOST)
      ? [['HALLWAY_NOW', `is for tests alone, and refused with HOST=${HOST}, which others reach`] as const]
      : []),
  ]
}
