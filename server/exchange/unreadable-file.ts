/** A file that cannot be read at all. The doors answer it as a Problem of code `invalid` with the same key and details. */
export class UnreadableFile extends Error {
  readonly messageKey: string
  readonly details: Record<string, string | number | boolean | null>

  constructor(messageKey: string, details: Record<string, string | number | boolean | null> = {}) {
    super(messageKey)
    this.name = 'UnreadableFile'
    this.messageKey = messageKey
    this.details = details
  }
}
