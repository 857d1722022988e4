/** Pictures come over https or with the text itself, as the page's policy has it (`proxy.ts`). */
export const isShownPicture = (address: string): boolean => /^(https:|data:image\/)/i.test(address)
