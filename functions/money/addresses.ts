export const moneyAt = (organisation: string) => `/organisations/${organisation}/money`
const inPhase = (organisation: string, phase: string) => `${moneyAt(organisation)}/${phase}`
export const offerAt = (organisation: string, phase: string) => `${inPhase(organisation, phase)}/offer`
export const setUpAt = (organisation: string, phase: string) => `${inPhase(organisation, phase)}/set-up`
export const taskAt = (organisation: string, phase: string, task: string) =>
  `${setUpAt(organisation, phase)}/${task}`
export const leaveAt = (organisation: string, phase: string) => `${inPhase(organisation, phase)}/leave`
