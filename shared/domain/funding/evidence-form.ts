import { choice, text } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { type EvidenceType, evidenceTypeNames, evidenceTypes } from "./evidence.ts"

const options = Object.fromEntries(evidenceTypeNames.map((one) => [one, evidenceTypes[one].words])) as Record<
  EvidenceType,
  string
>

/** What is asked before a file is put into the store. */
export const evidenceForm = section({
  id: "evidence",
  title: "Add a file",
  minutes: 2,
  asks: {
    name: text({
      label: "What is in the file?",
      called: "what is in the file",
      hint: "Everybody who may open it reads these words, such as: ledger extract, October to December 2017. Name no person.",
      upTo: 100,
    }),
    type: choice({ label: "What type of file is it?", called: "the type of the file", options }),
  },
})
