/** What the tab key reaches first inside an element, for `initialFocus`. */
export function firstControl(within: Element | null): HTMLElement | null {
  const controls = within?.querySelectorAll<HTMLElement>(
    'input, textarea, select, button, a[href], [role=radio], [role=checkbox], [tabindex="0"]',
  )
  return (
    [...(controls ?? [])].find((control) => control.tabIndex >= 0 && !control.matches(':disabled, [aria-hidden=true]')) ?? null
  )
}
