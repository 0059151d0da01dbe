// The shapes of main.bicep's larger parameters.

@export()
@sealed()
@description('When the timers tick: six-field NCRONTAB in UTC.')
type schedulesType = {
  SweepExportsSchedule: string
  ReviewClosedPeriodSchedule: string
  DeleteOldExportsSchedule: string
  PullExportsSchedule: string
  RemindLateUnitsSchedule: string
  CheckBudgetPagesSchedule: string
}

@export()
@sealed()
@description('A network of its own: storage and vault are reached from inside only.')
type networkType = {
  addresses: string

  @description('For the app: at least /27, delegated to it alone.')
  appSubnet: string

  @description('For the private endpoints, one address each.')
  endpointSubnet: string

  @description('Public addresses or ranges that may still reach the storage accounts and the vault, e.g. an office\'s.')
  allowedAddresses: string[]
}

@export()
@sealed()
@description('What a month may cost before somebody is told.')
type budgetType = {
  @description('In the subscription\'s currency.')
  @minValue(1)
  amount: int

  @description('First day of the month of the first deployment; must stay the same ever after.')
  start: string
}
