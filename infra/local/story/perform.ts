import { mkdirSync } from "node:fs"
import { clientFor, tableOn } from "../../../shared/store/table.ts"
import { builtBundles, makesFrom } from "../bundles.ts"
import { createTable } from "../create-table.ts"
import { seed } from "../demonstration/seed.ts"
import { startEngine } from "../engine.ts"
import { everythingIn, sceneFolder, writeScene } from "./keep.ts"
import { playOn } from "./play.ts"
import { sceneNames, scenes } from "./scenes.ts"
import { type Stage, stageOn } from "./stage.ts"

type Mail = Stage["letters"][number]

const inOrder = (one: Mail, other: Mail) =>
  `${one.at} ${one.reference}` < `${other.at} ${other.reference}` ? -1 : 1

/** Plays the story once through the bundles, and keeps each scene as a file. */
const engine = await startEngine()
try {
  await builtBundles("dist")
  const name = "story"
  await createTable(engine.endpoint, name, { stream: false })
  const client = clientFor(engine.endpoint)
  const table = tableOn(client, name)
  await seed(table)
  const stage = stageOn(table, await makesFrom("dist"))
  const playing = playOn(stage)
  mkdirSync(sceneFolder, { recursive: true })
  for (const scene of sceneNames) {
    await playing.until(scenes[scene])
    const items = await everythingIn(client, name)
    writeScene(scene, { items, letters: stage.letters.toSorted(inOrder) })
    console.log(`${scene}: ${items.length} records, ${stage.letters.length} letters`)
  }
  if (stage.faults.length > 0) throw new Error(JSON.stringify(stage.faults))
} finally {
  await engine.stop()
}
