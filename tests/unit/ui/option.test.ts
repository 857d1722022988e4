import { expect, test } from 'vitest'
import { inOrderOfMatch } from '@/components/ui/option'

const option = (label: string, ...keywords: string[]) => ({ value: label, label, keywords })
const names = (options: readonly { label: string }[]) => options.map(({ label }) => label)

test('the very name comes before a synonym of another, and names that begin so before those that hold it', () => {
  const options = [
    option('Chat', 'Messenger'),
    option('Hausmesse'),
    option('Messestand'),
    option('Messe', 'Fair'),
    option('Große Messe'),
  ]
  expect(names(inOrderOfMatch(options, 'Messe'))).toEqual(['Messe', 'Messestand', 'Große Messe', 'Hausmesse', 'Chat'])
  expect(names(inOrderOfMatch(options, ' messenger '))[0]).toBe('Chat')
  expect(names(inOrderOfMatch(options, 'grosse'))[0]).toBe('Große Messe')
})

test('without a query the given order stays', () => {
  const options = [option('B'), option('A')]
  expect(inOrderOfMatch(options, ' ')).toBe(options)
})
