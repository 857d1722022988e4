/**
 * Goes to the first field whose text could not be read, if there is one. Its value is what it was before, so sending the form
 * would look as if it had been taken.
 */
export function focusUnreadable(form: Element | null): boolean {
  const field = form?.querySelector<HTMLElement>('[data-unreadable]')
  // A field says what is wrong with it when it is left; who saves by a key has not left it.
  if (field === document.activeElement) field?.blur()
  field?.focus()
  return field != null
}
