import type { Said, Word } from "../../../../shared/domain/coaching/going.ts"
import { type Going, goings, stuckOn } from "../../../../shared/domain/coaching/going-words.ts"
import type { CoachingView } from "../../../../shared/domain/people/coaching-policy.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { Tag, type TagColour } from "../../../../shared/web/govuk/tag.tsx"

const colours: Record<Going, TagColour> = {
  "on-track": "green",
  "needs-attention": "yellow",
  "needs-help": "red",
}

export const GoingTag = ({ says }: { says: Going }) => <Tag colour={colours[says]}>{goings[says]}</Tag>

const stuckWords = ({ stuck }: Pick<Word, "stuck">) => stuck.map((one) => stuckOn[one]).join("; ")

/** "Needs help, said by Ann Example on 16 January 2018 at 9am." */
export const saidLine = ({ says, by, at }: Word) =>
  `${goings[says]}, said by ${by.name} on ${stampWords(new Date(at))}.`

/** One side's word: with its line, who said it and what was said before, for whoever sees the whole. */
export const WordCell = ({ said, view }: { said: Said; view: CoachingView }) => (
  <>
    <GoingTag says={said.says} />
    {said.stuck.length > 0 && <span class="beside">Stuck on: {stuckWords(said)}</span>}
    {view === "whole" && (
      <>
        {said.line !== undefined && <span class="beside answer">{said.line}</span>}
        <span class="beside">
          {said.by.name}, {stampWords(new Date(said.at))}
        </span>
        {said.before.length > 0 && (
          <Details summary="What was said before">
            <ul class="govuk-list">
              {said.before.toReversed().map((one) => (
                <li>
                  {saidLine(one)}
                  {one.stuck.length > 0 && <span class="beside">Stuck on: {stuckWords(one)}</span>}
                  {one.line !== undefined && <span class="beside answer">{one.line}</span>}
                </li>
              ))}
            </ul>
          </Details>
        )}
      </>
    )}
  </>
)
