export type Figures = { perSecond: number; p50: number; p99: number; failed: number }

/** So many calls by so many clients, each waiting for its answer. Milliseconds. */
export const load = async (
  calls: number,
  clients: number,
  call: (client: number, turn: number) => Promise<boolean>,
): Promise<Figures> => {
  const times: number[] = []
  let next = 0
  let failed = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (next < calls) {
        const turn = next++
        const from = performance.now()
        if (!(await call(client, turn))) failed++
        times.push(performance.now() - from)
      }
    }),
  )
  const whole = performance.now() - began
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: (calls / whole) * 1000, p50: at(0.5), p99: at(0.99), failed }
}

export const median = (figures: number[]) =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
