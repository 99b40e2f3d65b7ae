/**
 * The names of all formats, for screens that say them in words (`bringIn.formatName`) and must not carry the adapters
 * along. A test holds them to the registry.
 */
export const formatNames = [
  'sched-ics',
  'sched-json',
  'ics',
  'sessionize',
  'frab-xml',
  'frab-json',
  'conference-hall',
  'openplanner',
  'voxxrin-2014',
  'json-ld',
  'devoxx',
  'hoverboard',
  'breizhcamp',
  'emf-camp',
  'program-json',
  'spreadsheet',
  'csv',
] as const
