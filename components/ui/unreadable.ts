/**
 * Goes to the first field whose text could not be read, if there is one. Its value is what it was before, so sending the form
 * would look as if it had been taken.
 */
export function focusUnreadable(form: Element | null): boolean {
  const field = form?.querySelector<HTMLElement>('[data-unreadable]')
  field?.focus()
  return field != null
}
