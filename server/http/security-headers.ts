/** Headers that every answer carries. `isHttps`: the person's browser speaks https with us, through a proxy or not. */
export function securityHeaders(isHttps: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    ...(isHttps ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}

/** For answers that are no page: nothing may be loaded or run by them. */
export const policyOfData = "default-src 'none'; frame-ancestors 'none'"

/**
 * sonner writes its style sheet into the page from its script, without a nonce, so this one text is allowed by its hash.
 * `tests/unit/platform/policy.test.ts` works it out from the installed package.
 */
export const toastStyleHash = 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='

/** The same library first adds the element and then fills it: an empty style sheet is checked, too. */
const emptyHash = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='

/** What a page may load and run. Scripts and style elements need the nonce of this very answer; style attributes are free. */
export function policyOfPage(nonce: string, isDevelopment: boolean): string {
  const rules = {
    'default-src': ["'self'"],
    // In development the framework evaluates code.
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", `'nonce-${nonce}'`, `'${toastStyleHash}'`, `'${emptyHash}'`],
    'style-src-attr': ["'unsafe-inline'"],
    // Bodies in Markdown show pictures from where they lie.
    'img-src': ["'self'", 'data:', 'blob:', 'https:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(isDevelopment ? ['ws:', 'wss:'] : [])],
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    // Making a picture of a part of the page resolves addresses against a base of our own.
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}
