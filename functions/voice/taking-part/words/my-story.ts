import type { Settings } from "../../../../shared/web/world.ts"
import type { EasyPage } from "../../easy/idea.ts"

type Contact = Settings["contact"]

const yesOrNo = ["Yes", "No"]

/** The uses that somebody says yes or no to, each for itself. */
const uses = [
  "The team here",
  "Teams in other places",
  "Meetings of the council. These are open to all.",
  "Reports and the website",
  "Training",
  "Newspapers, radio and television",
]

export const myStory = ({ phone, address }: Contact): EasyPage => ({
  title: "My story",
  parts: [
    {
      ideas: [
        { picture: "book", says: ["My story can help other people."] },
        { picture: "heart", says: ["I do not have to tell it."] },
        { picture: "eye", says: ["I have seen my story."], tick: yesOrNo },
        { picture: "pencil", says: ["In the story I am called:"], write: 1 },
        { picture: "lock", says: ["That is not my real name."] },
      ],
    },
    {
      heading: "Who may see my story?",
      ideas: uses.map((use) => ({ picture: "eye", says: [use], tick: yesOrNo })),
    },
    {
      heading: "I can say STOP at any time",
      ideas: [
        { picture: "phone", says: [`I can phone: ${phone}.`] },
        { picture: "letter", says: ["I can write to:", address] },
        { picture: "people", says: ["Somebody I trust can say it for me."] },
      ],
    },
  ],
})
