import { encode } from 'next-auth/jwt'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '@/db/connect'
import { signInTries } from '@/db/schema'
import { findUser } from '@/db/stores/users'
import { triesAllowed } from '@/server/auth/attempts.rules'
import { hashPassword, standInHash, verifyPassword } from '@/server/auth/password'
import { findSessionUser } from '@/server/auth/session'
import { checkSignIn } from '@/server/auth/sign-in'
import { changePassword, signOutEverywhere } from '@/server/domain/members/account.commands'
import { copyOfTemplate, testDatabase } from '@/tests/support/database'
import { begin, now, quickHash, quickVerify } from './world'

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
    const world = { db: db(), now, verify }
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
})

describe('guessing passwords', () => {
  const db = testDatabase()
  beforeAll(() => begin(db()))
  const right = 'Im Keller wohnt ein Wal'
  let clock = now().getTime()
  const pass = (minutes: number) => {
    clock += minutes * 60_000
  }
  // Each test on a day of its own, when everything before is forgotten.
  beforeEach(() => pass(3 * 24 * 60))
  const signIn = (address: string, email = 'anna@example.org', password = 'wrong') =>
    checkSignIn({ db: db(), now: () => new Date(clock), verify: quickVerify }, { email, password, address })
  const refusal = { code: 'limit_reached', messageKey: 'auth.problem.tooManyTries' }

  test('pauses after a few tries, for known and unknown accounts alike, also when all come at once', async () => {
    for (const [email, address] of [
      ['anna@example.org', '192.0.2.1'],
      ['nobody@example.org', '192.0.2.2'],
    ] as const) {
      const tries = await Promise.allSettled(Array.from({ length: 20 }, () => signIn(address, email)))
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(triesAllowed.pair)
      const refused = tries.find((run) => run.status === 'rejected')
      expect(refused?.reason).toMatchObject({ ...refusal, details: { minutes: 1 } })
      await expect(signIn(address, email, right)).rejects.toMatchObject(refusal)
    }
  })

  test('is counted together by all processes on one database', async () => {
    const { url, drop } = await copyOfTemplate()
    const processes = [0, 1].map(() => connect({ url, dataDir: '.' }))
    const tries = Array.from({ length: 12 }, (_, n) => {
      const world = { db: processes[n % 2] ?? db(), now, verify: quickVerify }
      return checkSignIn(world, { email: 'nobody@example.org', password: 'wrong', address: '192.0.2.1' })
    })
    const ended = await Promise.allSettled(tries)
    for (const each of processes) await each.close()
    await drop()
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(triesAllowed.pair)
  })

  test('does not keep the owner out who comes from elsewhere', async () => {
    for (let n = 0; n < 200; n += 1) await signIn('192.0.2.1').catch(() => undefined)
    expect(await signIn('198.51.100.7', 'anna@example.org', right)).not.toBeNull()
  })

  test('comes to an end also from ever new addresses', async () => {
    const tries = await Promise.allSettled(Array.from({ length: triesAllowed.account + 4 }, (_, n) => signIn(`198.51.100.${n}`)))
    expect(tries.filter(({ status }) => status === 'rejected')).toHaveLength(4)
    expect(await signIn('198.51.100.200', 'nobody@example.org')).toBeNull()
  })

  test('comes to an end over many accounts from one address, a whole customer of IPv6 being one', async () => {
    const guess = (n: number, address: string) => signIn(address, `guess${n}@example.org`)
    const tries = await Promise.allSettled(
      Array.from({ length: triesAllowed.address + 3 }, (_, n) => guess(n, `2001:db8:0:1::${n.toString(16)}`)),
    )
    expect(tries.filter(({ status }) => status === 'rejected')).toHaveLength(3)
    expect(await guess(999, '2001:db8:0:2::1')).toBeNull()
  })

  test('may go on after the pause, which grows each time', async () => {
    const untilRefused = async () => {
      for (let n = 0; ; n += 1) {
        const refused = await signIn('192.0.2.1').then(
          () => undefined,
          (error: { details: { minutes: number } }) => error.details.minutes,
        )
        if (refused !== undefined) return [n, refused]
      }
    }
    expect(await untilRefused()).toEqual([5, 1])
    pass(1)
    expect(await untilRefused()).toEqual([5, 2])
    pass(1)
    expect(await untilRefused()).toEqual([0, 1])
    pass(1)
    expect(await untilRefused()).toEqual([5, 4])
  })

  test('is forgotten after a success, for this account at this address', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let n = 1; n < triesAllowed.pair; n += 1) expect(await signIn('192.0.2.1')).toBeNull()
      expect(await signIn('192.0.2.1', 'anna@example.org', right)).not.toBeNull()
    }
  })

  test('leaves nothing behind for longer than a day, and nothing that says who was tried', async () => {
    for (let n = 0; n < 6; n += 1) await signIn('192.0.2.1').catch(() => undefined)
    const held = () => db().read.select().from(signInTries)
    expect(JSON.stringify(await held())).not.toMatch(/anna|192\.0/)
    pass(25 * 60)
    await signIn('198.51.100.9', 'nobody@example.org')
    expect(await held()).toHaveLength(3)
  })
})
