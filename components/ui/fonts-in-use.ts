/** The rules of every sheet, those inside layers and conditions too. */
function fontRules(rules: CSSRuleList): CSSFontFaceRule[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSFontFaceRule) return [rule]
    if (rule instanceof CSSImportRule) return rule.styleSheet ? fontRules(rule.styleSheet.cssRules) : []
    return rule instanceof CSSGroupingRule ? fontRules(rule.cssRules) : []
  })
}

const bare = (text: string) => text.replaceAll(/["'\s]/g, '').toLowerCase()

/**
 * The fonts that the page has loaded, as style rules that hold the fonts themselves: an image stands outside the page and
 * fetches nothing. Done here because the library for pictures would set the base of a document, which our policy refuses,
 * and fetch every alphabet.
 */
export async function fontsInUse(): Promise<string> {
  const loaded = new Set(
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family, style, unicodeRange }) => bare(`${family} ${style} ${unicodeRange}`)),
  )
  const wanted = [...document.styleSheets]
    .flatMap((sheet) => fontRules(sheet.cssRules))
    .filter(({ style }) => {
      const [family, slant, range] = ['font-family', 'font-style', 'unicode-range'].map((name) => style.getPropertyValue(name))
      return loaded.has(bare(`${family} ${slant || 'normal'} ${range || 'U+0-10FFFF'}`))
    })
  const texts = await Promise.all(wanted.map(embedded))
  return texts.join('\n')
}

async function embedded(rule: CSSFontFaceRule): Promise<string> {
  const [whole, , address] = /url\((['"]?)([^'")]+)\1\)/.exec(rule.cssText) ?? []
  if (whole === undefined || address === undefined) return ''
  const answer = await fetch(new URL(address, rule.parentStyleSheet?.href ?? document.baseURI))
  if (!answer.ok) return ''
  return rule.cssText.replace(whole, `url("${await dataUrlOf(await answer.blob())}")`)
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('a font could not be read'))
    reader.readAsDataURL(blob)
  })
}
