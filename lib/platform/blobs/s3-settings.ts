import { z } from 'zod'
import { addressOfWeb } from '../environment/fields'

const noSlashes = (text: string) => text.replace(/^\/+|\/+$/g, '')

export const bucketField = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'has to be the name of a bucket')

/** What the environment says of an S3 server; without an endpoint blobs are files of the data folder. */
export const s3Fields = {
  /** Its address, without the bucket. */
  HALLWAY_S3_ENDPOINT: addressOfWeb('https://s3.example.org').optional(),
  HALLWAY_S3_BUCKET: bucketField.optional(),
  HALLWAY_S3_REGION: z
    .string()
    .regex(/^[\w-]+$/, 'has to be a word such as eu-central-1')
    .default('us-east-1'),
  HALLWAY_S3_ACCESS_KEY_ID: z.string().optional(),
  HALLWAY_S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** A folder in the bucket, for one that several share. */
  HALLWAY_S3_PREFIX: z
    .string()
    .regex(/^[\w./-]*$/, 'has to be a path of letters, digits, dots and dashes')
    .transform(noSlashes)
    .default(''),
}

const s3Schema = z.object(s3Fields).required({
  HALLWAY_S3_ENDPOINT: true,
  HALLWAY_S3_BUCKET: true,
  HALLWAY_S3_ACCESS_KEY_ID: true,
  HALLWAY_S3_SECRET_ACCESS_KEY: true,
})

/** The bucket that holds blobs, and the key that opens it. */
export type S3Settings = {
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  prefix: string
}

const NEEDED = [
  'HALLWAY_S3_ENDPOINT',
  'HALLWAY_S3_BUCKET',
  'HALLWAY_S3_ACCESS_KEY_ID',
  'HALLWAY_S3_SECRET_ACCESS_KEY',
] as const

/** Which of the variables are missing where others are there, and why they are needed; none when all are, or no one. */
export function missingOfS3(variables: Readonly<Record<string, string | undefined>>): [name: string, why: string][] {
  const [there] = NEEDED.filter((name) => variables[name])
  if (there === undefined) return []
  return NEEDED.filter((name) => !variables[name]).map((name) => [name, `is missing: ${there} needs it`])
}

/**
 * The S3 server that the environment names; null where blobs are files of the data folder.
 * @throws {Error} when a variable is wrong; the process does not start with such
 */
export function readS3Settings(variables: Record<string, string | undefined>): S3Settings | null {
  if (!variables.HALLWAY_S3_ENDPOINT) return null
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const fields = s3Schema.parse(present)
  return {
    endpoint: fields.HALLWAY_S3_ENDPOINT,
    bucket: fields.HALLWAY_S3_BUCKET,
    region: fields.HALLWAY_S3_REGION,
    accessKeyId: fields.HALLWAY_S3_ACCESS_KEY_ID,
    secretAccessKey: fields.HALLWAY_S3_SECRET_ACCESS_KEY,
    prefix: fields.HALLWAY_S3_PREFIX,
  }
}
