/** Where the evaluation of one site is, for everybody who has a part in it: the same address on both sides. */
export const evaluationAt = (organisation: string) => `/organisations/${organisation}/evaluation`
export const evaluationIn = (organisation: string, phase: string) => `${evaluationAt(organisation)}/${phase}`
export const evaluationPlanAt = (organisation: string, phase: string) =>
  `${evaluationIn(organisation, phase)}/plan`
export const measuresAt = (organisation: string, phase: string) =>
  `${evaluationIn(organisation, phase)}/measures`
export const reviewAt = (organisation: string, phase: string, reference: string) =>
  `${evaluationIn(organisation, phase)}/returns/${reference}`
export const releasedFiguresAt = (organisation: string, phase: string) =>
  `${evaluationIn(organisation, phase)}/released`
export const answersAt = (organisation: string, phase: string) =>
  `${evaluationIn(organisation, phase)}/answers`
export const onePageAt = (organisation: string, phase: string) =>
  `${evaluationIn(organisation, phase)}/one-page`

export const storiesAt = (organisation: string) => `/organisations/${organisation}/stories`
export const storiesIn = (organisation: string, phase: string) => `${storiesAt(organisation)}/${phase}`
export const storyAt = (organisation: string, phase: string, story: string) =>
  `${storiesIn(organisation, phase)}/${story}`

/** The monthly tally: for whoever is signed in, and by the secret of a letter, which opens this tally alone. */
export const tallyAt = (organisation: string, round: string) =>
  `/organisations/${organisation}/tally/${round}`
export const tallyByLetterAt = (token: string) => `/tally/${token}`

/** What is found across sites, for whoever works on the evaluation or reads what was released of it. */
export const findingsAt = "/findings"
export const allMeasuresAt = (phase: string) => `${findingsAt}/${phase}/measures`
export const oneMeasureAt = (phase: string, measure: string) => `${allMeasuresAt(phase)}/${measure}`
export const releasesAt = (phase: string) => `${findingsAt}/${phase}/releases`
export const releaseAt = (phase: string, number: number | string) => `${releasesAt(phase)}/${number}`
export const makeReleaseAt = (phase: string) => `${releasesAt(phase)}/new`

/** What is for everybody, without an account. */
export const takingPartAt = "/taking-part"
export const tellUsAt = (secret: string) => `/tell-us/${secret}`
export const reportsAt = "/reports"
export const reportAt = (id: string) => `${reportsAt}/${id}`
