import { takingPartAt } from "../../../shared/web/evaluation/addresses.ts"
import type { Drawing } from "../../../shared/web/evaluation/pictures.tsx"
import type { Settings } from "../../../shared/web/world.ts"
import type { EasyPage } from "../easy/idea.ts"
import { myNamedSocialWorker } from "./words/my-named-social-worker.ts"
import { myStory } from "./words/my-story.ts"
import { stopMyStory } from "./words/stop-my-story.ts"
import { tellUs } from "./words/tell-us.ts"
import { whoToAsk } from "./words/who-to-ask.ts"
import { youSaidWeDid } from "./words/you-said-we-did.ts"

export const slipAt = `${takingPartAt}/tell-us/slip`

type Made = { picture: Drawing; made: (contact: Settings["contact"]) => EasyPage }

/** The pages of taking part, by the end of their address, in their order. */
export const takingPartPages: Record<string, Made> = {
  "my-named-social-worker": { picture: "person", made: myNamedSocialWorker },
  "tell-us": { picture: "speech", made: (contact) => tellUs(contact, slipAt) },
  "my-story": { picture: "book", made: myStory },
  "you-said-we-did": { picture: "ear", made: () => youSaidWeDid },
  "stop-my-story": { picture: "stop", made: stopMyStory },
  "who-to-ask": { picture: "question", made: whoToAsk },
}
