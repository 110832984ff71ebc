/** Changes in stages: what is safe on the way, and ways on which new keys sign before they matter. */
export { checkStage } from './check-stage.js'
export { checkStages } from './check-stages.js'
export { naiveOrders, type NaiveOrder, type NaiveOrderId } from './naive-orders.js'
export type { Limit, StageFault, Throughout } from './stage-fault.js'
export type { NoStages, NoStagesReason, Stage, Stages, StagesRequest } from './stage.js'
export { stagesOf } from './stages-of.js'
