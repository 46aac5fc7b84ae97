import type { Settings } from "../../../../shared/web/world.ts"
import type { EasyPage } from "../../easy/idea.ts"
import { notSafe } from "./not-safe.ts"

type Contact = Settings["contact"]

export const myNamedSocialWorker = ({ phone }: Contact): EasyPage => ({
  title: "My named social worker",
  parts: [
    {
      ideas: [
        {
          picture: { frame: "Photo of your worker" },
          says: ["You have one main social worker.", "Their name is:"],
          write: 1,
        },
        { picture: "phone", says: ["Their phone number is:"], write: 1 },
      ],
    },
    {
      heading: "What you can expect",
      ideas: [
        { picture: "people", says: ["They get to know you."] },
        { picture: "ear", says: ["They listen to you."] },
        { picture: "speech", says: ["They use words that you know."] },
        { picture: "signpost", says: ["They help you to choose.", "You decide about your life."] },
        { picture: "heart", says: ["They stand up for your rights."] },
        { picture: "change", says: ["They tell you if your worker changes."] },
      ],
    },
    {
      heading: "What to do if nobody calls back",
      ideas: [
        { picture: "clock", says: ["Wait for two days. Then call again."] },
        { picture: "person", says: ["Still no answer? Ask for their manager."] },
        { picture: "question", says: [`Or phone us: ${phone}.`, "We help you to find the right person."] },
        notSafe,
      ],
    },
  ],
})
