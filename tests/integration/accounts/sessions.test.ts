import { encode } from 'next-auth/jwt'
import { beforeAll, describe, expect, test } from 'vitest'
import { findUser } from '@/db/stores/users'
import { Attempts, triesPerAccount, triesPerAddress } from '@/server/auth/attempts'
import { hashPassword, standInHash, verifyPassword } from '@/server/auth/password'
import { findSessionUser } from '@/server/auth/session'
import { checkSignIn } from '@/server/auth/sign-in'
import { changePassword, signOutEverywhere } from '@/server/domain/members/account.commands'
import { testDatabase } from '@/tests/support/database'
import { begin, quickHash, quickVerify } from './world'

const secret = 'a secret for the tests of sessions only'
const carrierOf = (token: string | undefined, name = 'etappe-session') => ({
  header: () => null,
  cookie: (asked: string) => (asked === name ? token : undefined),
})

describe('a session', () => {
  const db = testDatabase()
  let userId = ''
  const tokenOf = async (version: number, maxAge = 60) => encode({ token: { sub: userId, version }, secret, maxAge })
  const version = async () => (await findUser(db().read, userId))?.sessionVersion ?? 0
  beforeAll(async () => {
    process.env.NEXTAUTH_SECRET = secret
    userId = (await begin(db())).userId
  })

  test('says who is asking', async () => {
    expect(await findSessionUser(db(), carrierOf(await tokenOf(1)))).toEqual({
      id: userId,
      name: 'Anna',
      email: 'anna@example.org',
      locale: 'de',
    })
  })

  test('is nobody without a cookie, with a forged or with an expired one', async () => {
    const forged = await encode({ token: { sub: userId, version: 1 }, secret: 'somebody else', maxAge: 60 })
    for (const token of [undefined, 'nonsense', forged, await tokenOf(1, -3600)])
      expect(await findSessionUser(db(), carrierOf(token))).toBeNull()
  })

  test('is not read from the cookie for http when the request came by https', async () => {
    const token = await tokenOf(1)
    const header = (name: string) => (name === 'x-forwarded-proto' ? 'https' : null)
    expect(await findSessionUser(db(), { ...carrierOf(token), header })).toBeNull()
    expect(await findSessionUser(db(), { ...carrierOf(token, '__Secure-etappe-session'), header })).toMatchObject({ id: userId })
  })

  test('ends everywhere at the next request', async () => {
    const token = await tokenOf(await version())
    await signOutEverywhere({ db: db(), now: () => new Date(), user: { id: userId } })
    expect(await findSessionUser(db(), carrierOf(token))).toBeNull()
  })

  test('ends when the password changes, which needs the current one', async () => {
    const world = { db: db(), now: () => new Date(), user: { id: userId } }
    const work = { hash: quickHash, verify: quickVerify }
    const token = await tokenOf(await version())

    await expect(
      changePassword(world, { current: 'a wrong one', next: 'Der Wal zog in den Garten' }, work),
    ).rejects.toMatchObject({ messageKey: 'auth.problem.wrongPassword' })
    await expect(changePassword(world, { current: 'Im Keller wohnt ein Wal', next: 'kurz' }, work)).rejects.toMatchObject({
      messageKey: 'auth.password.complaint.tooShort',
    })
    expect(await findSessionUser(db(), carrierOf(token))).not.toBeNull()

    await changePassword(world, { current: 'Im Keller wohnt ein Wal', next: 'Der Wal zog in den Garten' }, work)
    expect(await findSessionUser(db(), carrierOf(token))).toBeNull()
    expect((await findUser(db().read, userId))?.passwordHash).toBe('hash of Der Wal zog in den Garten')
  })
})

describe('signing in', () => {
  const db = testDatabase()
  beforeAll(() => begin(db()))
  const address = '192.0.2.1'

  test('with a wrong address and with a wrong password looks and takes the same', async () => {
    const looked: (string | null)[] = []
    const verify = async (hash: string | null, password: string) => {
      looked.push(hash)
      return quickVerify(hash, password)
    }
    const world = { db: db(), attempts: new Attempts(), verify }
    expect(await checkSignIn(world, { email: 'nobody@example.org', password: 'whatever', address })).toBeNull()
    expect(await checkSignIn(world, { email: 'anna@example.org', password: 'whatever', address })).toBeNull()
    expect(await checkSignIn(world, { email: ' Anna@Example.org ', password: 'Im Keller wohnt ein Wal', address })).toMatchObject(
      { version: 1 },
    )
    expect(looked).toEqual([null, 'hash of Im Keller wohnt ein Wal', 'hash of Im Keller wohnt ein Wal'])
  })

  test('does the work of a real password where there is none', async () => {
    const shape = (hash: string) => hash.split('$').slice(0, 4).join('$')
    const made = await hashPassword('Im Keller wohnt ein Wal')
    expect(shape(standInHash)).toBe(shape(made))
    expect(standInHash).toHaveLength(made.length)
    expect(await verifyPassword(null, 'Im Keller wohnt ein Wal')).toBe(false)
    expect(await verifyPassword(made, 'Im Keller wohnt ein Wal')).toBe(true)
    expect(await verifyPassword(made, 'im keller wohnt ein wal')).toBe(false)
  })

  test('takes an umlaut however the keyboard makes it', async () => {
    const made = await hashPassword('Fünf Fische fahren Rad')
    expect(await verifyPassword(made, 'Fu\u0308nf Fische fahren Rad')).toBe(true)
  })

  test('pauses after a few wrong tries, for known and unknown accounts alike, also when all come at once', async () => {
    for (const email of ['anna@example.org', 'nobody@example.org']) {
      const world = { db: db(), attempts: new Attempts(), verify: quickVerify }
      const tries = await Promise.allSettled(
        Array.from({ length: 20 }, () => checkSignIn(world, { email, password: 'wrong', address })),
      )
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(triesPerAccount)
      const refused = tries.find((run) => run.status === 'rejected')
      expect(refused?.reason).toMatchObject({
        code: 'limit_reached',
        messageKey: 'auth.problem.tooManyTries',
        details: { minutes: 1 },
      })
      await expect(checkSignIn(world, { email, password: 'Im Keller wohnt ein Wal', address })).rejects.toMatchObject({
        code: 'limit_reached',
      })
    }
  })

  test('counts a network address over all accounts', async () => {
    const world = { db: db(), attempts: new Attempts(), verify: quickVerify }
    const guess = (n: number, from: string) =>
      checkSignIn(world, { email: `guess${n}@example.org`, password: 'wrong', address: from })
    const tries = await Promise.allSettled(Array.from({ length: triesPerAddress + 3 }, (_, n) => guess(n, address)))
    expect(tries.filter(({ status }) => status === 'rejected')).toHaveLength(3)
    expect(await guess(999, '192.0.2.77')).toBeNull()
  })

  test('starts counting afresh after a success', async () => {
    const world = { db: db(), attempts: new Attempts(), verify: quickVerify }
    const attempt = (password: string) => checkSignIn(world, { email: 'anna@example.org', password, address })
    for (let round = 0; round < 3; round += 1) {
      for (let n = 1; n < triesPerAccount; n += 1) expect(await attempt('wrong')).toBeNull()
      expect(await attempt('Im Keller wohnt ein Wal')).not.toBeNull()
    }
  })
})
