import { setImmediate } from 'node:timers/promises'

/** A fair queue of one. Yields to the event loop between turns: a queue of microtasks alone would starve it. */
export class Mutex {
  #tail: Promise<void> = Promise.resolve()

  async run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tail
    let release!: () => void
    this.#tail = new Promise((resolve) => {
      release = resolve
    })
    await turn
    await setImmediate()
    try {
      return await work()
    } finally {
      release()
    }
  }
}
