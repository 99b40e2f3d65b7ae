import type { RefusalCode } from '@/lib/platform/errors'

const statuses: Record<RefusalCode, number> = {
  UNAUTHENTICATED: 401,
  // Not 410: devices of before know by 401 that what they hold waits.
  ACCOUNT_GONE: 401,
  BLOCKED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  CHANGED_MEANWHILE: 409,
  INVALID: 400,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
}

/** The HTTP status of a refusal: the one table. */
export function statusOf(code: RefusalCode): number {
  return statuses[code]
}
