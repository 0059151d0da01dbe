// Everything the pipeline needs in Azure, in one resource group.
// First deployment: az deployment group create -g <group> -f infra/main.bicep -p infra/main.bicepparam
// After the app's first start, once more with subscribeToExports=true: only then the webhook's key exists.

targetScope = 'resourceGroup'

@description('Prefix of every resource name: lower-case letters, digits and hyphens.')
@minLength(3)
@maxLength(20)
param name string

param location string = resourceGroup().location

param tags object = {}

@description('Host state: keys, leases, the deployed package. Renaming it re-delivers every blob.')
@minLength(3)
@maxLength(24)
param hostStorageName string = 'host${uniqueString(resourceGroup().id, name)}'

@description('Exports, journal, tables, notices.')
@minLength(3)
@maxLength(24)
param dataStorageName string = 'data${uniqueString(resourceGroup().id, name)}'

@description('Name of the function app, and of its address.')
param appName string = '${name}-${uniqueString(resourceGroup().id)}'

@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('When the timers tick: six-field NCRONTAB in UTC.')
param schedules schedulesType = {
  SweepExportsSchedule: '0 */15 * * * *'
  ReviewClosedPeriodSchedule: '0 0 * * * *'
  DeleteOldExportsSchedule: '0 0 19 * * *'
  PullExportsSchedule: '0 0 11 * * *' // 18:00 in Vietnam
  RemindLateUnitsSchedule: '0 0 2 * * *' // 09:00 in Vietnam; working days are sorted out in code
  CheckBudgetPagesSchedule: '0 0 20 * * 0' // Monday 03:00 in Vietnam
}

@description('Further app settings, e.g. Review__FirstPeriod.')
param settings object = {}

@description('True from the second deployment on: blob events reach TakeInExport. Until then the sweep finds uploads.')
param subscribeToExports bool = false

type schedulesType = {
  SweepExportsSchedule: string
  ReviewClosedPeriodSchedule: string
  DeleteOldExportsSchedule: string
  PullExportsSchedule: string
  RemindLateUnitsSchedule: string
  CheckBudgetPagesSchedule: string
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    retentionDays: logRetentionDays
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    hostStorageName: hostStorageName
    dataStorageName: dataStorageName
    location: location
    tags: tags
  }
}

module identity 'modules/identity.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    storageNames: [storage.outputs.hostName, storage.outputs.dataName]
    applicationInsightsName: monitoring.outputs.applicationInsightsName
  }
}

module app 'modules/app.bicep' = {
  params: {
    name: name
    appName: appName
    location: location
    tags: tags
    identityName: identity.outputs.name
    hostStorageName: storage.outputs.hostName
    dataStorageName: storage.outputs.dataName
    deploymentContainer: storage.outputs.deploymentContainer
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    settings: union(settings, schedules)
  }
}

module events 'modules/events.bicep' = if (subscribeToExports) {
  params: {
    name: name
    location: location
    tags: tags
    appName: app.outputs.name
    identityName: identity.outputs.name
    hostStorageName: storage.outputs.hostName
    dataStorageName: storage.outputs.dataName
    deadLetterContainer: storage.outputs.deadLetterContainer
  }
}

output appName string = app.outputs.name
output appHost string = app.outputs.host
output dataStorageName string = storage.outputs.dataName
