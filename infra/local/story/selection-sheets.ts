/** One criterion of a sheet: its score, and why. */
export type Line = [score: number, because: string]

/** In the order of the round's criteria. */
type Sheet = [need: Line, quality: Line, delivery: Line, learning: Line, legacy: Line]

/** Those who asked to take part. */
const applicants = ["halton", "bradford", "shropshire"] as const
export type Applicant = (typeof applicants)[number]

export const isApplicant = (organisation: string): organisation is Applicant =>
  applicants.some((one) => one === organisation)

/** What readers gave to three real councils and why: nobody's scores, and nobody's words (invented). */
export const sheets: Record<Applicant, { first: Sheet; second: Sheet }> = {
  halton: {
    first: [
      [
        4,
        "It says how many people it is about, seventeen, and that some of them live far from home today. The number is small enough to know each of them by name, and large enough to learn from. (invented)",
      ],
      [
        3,
        "One worker stays with each person and is there when something changes, which is the heart of this round. A self-advocacy group changed the first draft, but we do not read what it changed. (invented)",
      ],
      [
        3,
        "Part of two posts is covered while the workers do this, so the other work does not stop. The amount fits the number of people, and what it buys in the last months could be plainer. (invented)",
      ],
      [
        3,
        "Whether people can say who their worker is can be asked from the first month, and everybody understands it. Two more things to count, one of them about families, would make it strong. (invented)",
      ],
      [
        2,
        "The council decides in the last month whether the role stays, which is late for the people and for the workers. Nothing is said about who would pay for it, or what happens if the answer is no. (invented)",
      ],
    ],
    second: [
      [
        3,
        "The people it is about are known and the reason for them is plain: they live away from their own town. What happens to them now is told in one sentence, and I would have liked two. (invented)",
      ],
      [
        3,
        "The proposal is short and I can picture it: the same worker, before and after a change. People with a learning disability had a say early enough to alter it, and that is more than many can show. (invented)",
      ],
      [
        3,
        "The cover for part of two posts is named and costed, and the start does not wait for anybody to be recruited. It depends on two people, and it does not say what happens if one of them leaves. (invented)",
      ],
      [
        2,
        "One measure, whether people can say who their worker is, is honest and easy and does not show what changed in their lives. I miss how it is written down and who looks at it, month by month. (invented)",
      ],
      [
        3,
        "A decision about the role is promised within the pilot, by the council itself, and that is a date we can ask about. It would be stronger if the money for the year after had been talked about. (invented)",
      ],
    ],
  },
  bradford: {
    first: [
      [
        3,
        "Forty people is the largest number of those who ask, and it says that they live far from home. It does not say how the forty were found, or whether they and their families know about it yet. (invented)",
      ],
      [
        4,
        "For forty people to have one worker each, who is there when something changes, is a real change in how they are treated. A self-advocacy group has altered the draft, and it can be seen where. (invented)",
      ],
      [
        2,
        "Forty people and part of two posts do not fit together without more being said. The answer to our question helps with the first months, and still does not say who does the other work from January. (invented)",
      ],
      [
        3,
        "Asking each of forty people whether they can say who their worker is gives a figure that means something. It should be asked at the start as well, so that there is something to compare it with. (invented)",
      ],
      [
        3,
        "The council says when it decides about the role, and with so many people it will have to mean it. I would like to read who on the council takes that decision, and on what they base it. (invented)",
      ],
    ],
    second: [
      [
        3,
        "That people live far from home is a need we know from other places, and the number given is high. More figures, for instance how many moved in the last year, would have brought it to the top. (invented)",
      ],
      [
        3,
        "The idea is the right one, and it is written so that anybody can follow it. What families decide, as opposed to what they are told, is not in it, and a line about that would have helped me. (invented)",
      ],
      [
        4,
        "They answered our question quickly and fully: which part of each post is covered, from which month, and by whom. With the amount they ask for this is the best value of what I have read so far. (invented)",
      ],
      [
        3,
        "What will be asked of people is one plain question, and nobody needs a new system for it. It says nothing about who will hear what was learned, which for forty people is worth a plan of its own. (invented)",
      ],
      [
        2,
        "A decision in the last month leaves forty people without knowing until the end who will be there for them. The council could decide half way, with what it has learned by then, and say so now. (invented)",
      ],
    ],
  },
  shropshire: {
    first: [
      [
        3,
        "Twenty people in a large and rural county, some of them living far from home, is a need of its own kind. How far is far, and how often anybody visits, would have made the case complete. (invented)",
      ],
      [
        3,
        "The same worker through every change is what is asked for here, and the proposal keeps to it. The self-advocacy group read the draft, and I would have liked to see its words beside the council's. (invented)",
      ],
      [
        3,
        "Part of two posts for twenty people is a sound plan, and the amount follows from it. Distances cost time in this county, and the plan does not count them: I expect the first months to be slow. (invented)",
      ],
      [
        2,
        "There is one measure and it is a good one, but nothing is said about when it is taken or by whom. With twenty people a conversation with each of them, written down, would have been possible. (invented)",
      ],
      [
        3,
        "The council commits itself to a decision while the pilot still runs, and that is worth something. It does not say what it would cost to go on, though the sums in the proposal would be enough to tell. (invented)",
      ],
    ],
    second: [
      [
        3,
        "It is clear who the twenty people are and why they were chosen, and that some are a long way from home. I would score it higher with one figure about what their lives are like at the moment. (invented)",
      ],
      [
        4,
        "This one convinced me: the worker is there when something changes, and the people themselves changed the plan before it was sent. It reads as if those who wrote it had met those it is about. (invented)",
      ],
      [
        3,
        "Two posts, partly covered, and twenty people: it can be done, and the money is in proportion. The first worker may be found late in a rural county, and the plan should say what happens until then. (invented)",
      ],
      [
        3,
        "Being able to say who your worker is matters to people, and it can be asked without a form. They could share it with the other councils early, and I would ask them to do that from the first month. (invented)",
      ],
      [
        3,
        "There is a moment at which the council decides, and those who will decide are the ones who sent this. That is better than a promise, although nothing is set aside for the months that come after. (invented)",
      ],
    ],
  },
}
