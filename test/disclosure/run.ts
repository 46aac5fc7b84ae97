import { parseArgs } from "node:util"
import { attackOn } from "./attack.ts"
import { inventedProgramme } from "./programme.ts"

/**
 * Releases invented programmes and tries to work out what is hidden, as everybody and as each site. Ends with 1 where
 * anything was worked out; a release that would be refused is named and gives nothing away. `--open`: without second cells, where it has to succeed.
 *
 *     npm run test:disclosure -- --programmes 10000 --from 1
 */
const { values } = parseArgs({
  options: {
    programmes: { type: "string", default: "10000" },
    from: { type: "string", default: "1" },
    open: { type: "boolean", default: false },
  },
})
const many = Number(values.programmes)
const first = Number(values.from)

const clock = () => performance.now()
const began = clock()
const all = { cells: 0, wanted: 0, second: 0, heldBack: 0, attempts: 0, sure: 0, untold: 0 }
let [pinned, refused, told, slowest] = [0, 0, 0, 0]

for (let done = 0; done < many; done++) {
  const seed = first + done
  const outcome = attackOn(inventedProgramme(seed), { secondCells: !values.open, clock })
  for (const key of Object.keys(all) as (keyof typeof all)[]) all[key] += outcome[key]
  slowest = Math.max(slowest, outcome.spent.releasing)
  if (outcome.told.length > 0) told++
  if (outcome.pins.length > 0) pinned++
  if (outcome.exposed.length > 0) refused++
  if ((outcome.pins.length > 0 || outcome.exposed.length > 0) && !values.open)
    console.log(`seed ${seed}: ${JSON.stringify({ pins: outcome.pins, exposed: outcome.exposed })}`)
  if ((done + 1) % 250 === 0 || done + 1 === many) {
    const seconds = Math.round((clock() - began) / 1000)
    console.log(
      `${done + 1} of ${many} programmes, seed ${seed}, ${seconds} s, ${pinned} with something worked out`,
    )
  }
}

const share = (some: number, of: number) => `${((100 * some) / of).toFixed(2)}%`
console.log(
  [
    `${many} programmes from seed ${first}, ${all.cells} cells, ${all.wanted} small counts to keep.`,
    `Hidden for the sake of others: ${all.second} cells (${share(all.second, all.cells)}); released figures held back: ${all.heldBack}.`,
    `${all.attempts} attempts; of ${all.sure} it was shown besides, by whole other tables, that they cannot succeed.`,
    `Worked out from the files: in ${pinned} programmes (${share(pinned, many)}).`,
    `Releases that would be refused, since nothing was found that keeps a count: in ${refused} programmes.`,
    `Worked out by whoever is told which hidden cells are small: in ${told} programmes (${share(told, many)}).`,
    `Slowest releases of a programme: ${Math.round(slowest)} ms.`,
  ].join("\n"),
)
const asItShould = values.open ? pinned > 0 : pinned === 0
process.exitCode = asItShould ? 0 : 1
