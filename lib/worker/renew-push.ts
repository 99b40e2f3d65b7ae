type Subscription = Pick<PushSubscription, 'endpoint' | 'options' | 'toJSON'>
type Change = { oldSubscription?: Subscription | null; newSubscription?: Subscription | null }

type Ways = {
  subscribe: (options: PushSubscriptionOptions) => Promise<Subscription>
  /** @returns whether the server took it */
  tell: (method: 'POST' | 'DELETE', body: unknown) => Promise<boolean>
}

/**
 * A browser ended its subscription by itself: makes another with the same key, where the browser has not done so, and
 * has the server alert that one instead. Source: Push API, "The pushsubscriptionchange event".
 * @throws what the browser throws when it does not subscribe
 */
export async function renewPush(
  { oldSubscription, newSubscription }: Change,
  { subscribe, tell }: Ways,
): Promise<void> {
  const renewed = newSubscription ?? (oldSubscription ? await subscribe(oldSubscription.options) : null)
  if (!renewed) return
  await tell('POST', renewed.toJSON())
  if (oldSubscription && oldSubscription.endpoint !== renewed.endpoint)
    await tell('DELETE', { endpoint: oldSubscription.endpoint })
}
