/**
 * What devices change: each name with its arguments. Rooms add their own, beside the kind that they are of:
 * `declare module '@/lib/sync/mutation' { interface Changes { setPick: SetPick } }`.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- It is filled where the kinds are.
export interface Changes {}

export type MutationName = keyof Changes
/** One change, as it waits on a device and is sent. `id`: made there; `at`: ISO, by the device's clock. */
export type MutationOf<Name extends MutationName> = Name extends MutationName
  ? { id: string; at: string; name: Name; args: Changes[Name] }
  : never
export type Mutation = MutationOf<MutationName>
/** A change as a screen makes it. */
export type Change = { [Name in MutationName]: { name: Name; args: Changes[Name] } }[MutationName]
