import { startProgram } from '../support/program'
import { expect, expectAccessible, test } from '../support/test'

test('the program answers its first page with what a stranger is to do', async ({ page, program }) => {
  const answer = await page.goto('/')
  expect(answer?.status()).toBe(200)
  // Setting up while there is no account, signing in afterwards; what was tested before decides which.
  expect([`${program.url}/welcome`, `${program.url}/sign-in`]).toContain(page.url())
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expectAccessible(page)
})

test('every page is allowed to run only the scripts that it was sent with', async ({ page }) => {
  const first = await page.goto('/')
  const second = await page.goto('/')
  const nonces = [first, second].map((answer) => /'nonce-([^']+)'/.exec(answer?.headers()['content-security-policy'] ?? '')?.[1])
  expect(nonces[0]).toBeTruthy()
  expect(nonces[0]).not.toBe(nonces[1])
  expect(first?.headers()).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
  })
})

test('a script or a handler that somebody smuggled into the page does not run', async ({ page, program, allowErrors }) => {
  allowErrors(/Content Security Policy|Hydration|hydrat/)
  await page.route(`${program.url}/welcome`, async (route) => {
    const response = await route.fetch()
    const smuggled =
      '<script>document.title = "smuggled"</script><img src="data:," onerror="document.title = \'smuggled\'"></body>'
    await route.fulfill({ response, body: (await response.text()).replace('</body>', smuggled) })
  })
  const refused = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'))
  await page.goto('/welcome')
  await refused
  await expect(page.getByRole('heading').first()).toBeVisible()
  expect(await page.title()).not.toBe('smuggled')
})

test('the program also works when it is called over another name of this machine', async ({ page, allowErrors: _ }) => {
  const program = await startProgram({ env: { HOST: '127.0.0.1' } })
  const answer = await page.goto(`http://127.0.0.1:${program.port}/`)
  expect(answer?.status()).toBe(200)
  expect(new URL(page.url()).host).toBe(`127.0.0.1:${program.port}`)
  await page.close()
  expect(await program.stop()).toBe(0)
})
