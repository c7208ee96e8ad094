/** What the secret of a webhook is sealed for. */
export function secretPurpose(webhookId: string): string {
  return `webhook ${webhookId}`
}
