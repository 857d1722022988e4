/**
 * For `style-src-elem` of the content security policy: sonner writes a style element when it is loaded and has no way
 * to give it a nonce. First empty, then with its rules, so both states need a hash. The same rules stand in
 * globals.css; without the hashes all works too, but the browser's console complains. A test computes them anew.
 */
export const styleHashes = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
] as const
