// Everything the pipeline needs in Azure, in one resource group. Deployed twice: infra/deploy and azure.yaml tell why.

import { budgetType, networkType, schedulesType } from 'types.bicep'
import { flat, secretReference, settingsType } from 'settings.bicep'

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

@minLength(3)
@maxLength(24)
param vaultName string = 'kv-${uniqueString(resourceGroup().id, name)}'

@description('Name of the function app, and of its address.')
param appName string = '${name}-${uniqueString(resourceGroup().id)}'

@description('Copies of the data account. Geo-redundant ones copy personal data into yet another country.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param dataStorageSku string

@description('For so long nobody can overwrite or delete a journal entry; 0 = no policy, so that a group can be deleted.')
@minValue(0)
@maxValue(36500)
param journalImmutableDays int

@description('A deleted vault cannot be purged for 90 days, by anyone. Cannot be taken back.')
param purgeProtection bool

@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances kept warm for pages and uploads over HTTP, each about 21 USD a month.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int = 0

@minValue(30)
@maxValue(730)
param logRetentionDays int

@description('Telemetry beyond so much a day is dropped: a bug must not cost more than the pipeline.')
@minValue(1)
@maxValue(100)
param dailyLogCapGB int

param schedules schedulesType = {
  SweepExportsSchedule: '0 */15 * * * *'
  ReviewClosedPeriodSchedule: '0 0 * * * *'
  DeleteOldExportsSchedule: '0 0 19 * * *'
  PullExportsSchedule: '0 0 11 * * *' // 18:00 in Vietnam
  RemindLateUnitsSchedule: '0 0 2 * * *' // 09:00 in Vietnam; working days are sorted out in code
  CheckBudgetPagesSchedule: '0 0 20 * * 0' // Monday 03:00 in Vietnam
}

@description('What the code is configured with: the defaults of settings.bicep, and what a parameter file changes of them.')
param settings settingsType

@description('Names of pull sources\' keys as sources call them (docs/sources.md), e.g. mot-cua.')
param pullSecrets string[] = []

@secure()
@description('Setting → value, for secrets to be put into the vault now: { Mail__Password: \'…\', Pull__Secrets__mot_cua: \'…\' }.')
param secretValues object = {}

@description('Who is told by alerts: mail addresses.')
param alertReceivers string[] = []

@description('So many units may be late before somebody is told.')
@minValue(0)
param lateUnits int = 0

@description('Null = no budget.')
param budget budgetType?

@description('Null = no network of its own: storage answers everywhere, to those who sign in.')
param network networkType?

@description('True from the second deployment on: blob events reach the functions. Until then the sweep finds uploads.')
param subscribeToExports bool = false

var names = {
  logs: '${name}-logs'
  insights: '${name}-insights'
  appIdentity: '${name}-app-id'
  eventsIdentity: '${name}-events-id'
  plan: '${name}-plan'
  topic: '${name}-uploads'
  network: '${name}-network'
  deployments: 'deployments'
  deadLetters: 'event-dead-letters'
}

// A mail server that wants no user wants no password. A reference to a secret that isn't there would be taken for one.
var hasMailPassword = !empty(settings.Mail.User)

@description('Settings whose values lie in the vault.')
var secretSettings = concat(
  hasMailPassword ? ['Mail__Password'] : [],
  map(pullSecrets, secret => 'Pull__Secrets__${replace(secret, '-', '_')}')
)

var fromVault = toObject(
  secretSettings,
  setting => setting,
  setting => secretReference(vaultName, environment().suffixes.keyvaultDns, setting)
)

module monitoring 'modules/monitoring.bicep' = {
  params: {
    workspaceName: names.logs
    applicationInsightsName: names.insights
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGB: dailyLogCapGB
  }
}

module hostStorage 'modules/storage-host.bicep' = {
  params: {
    accountName: hostStorageName
    location: location
    tags: tags
    network: network
    deploymentContainer: names.deployments
    deadLetterContainer: names.deadLetters
  }
}

module dataStorage 'modules/storage-data.bicep' = {
  params: {
    accountName: dataStorageName
    location: location
    tags: tags
    sku: dataStorageSku
    network: network
    journalImmutableDays: journalImmutableDays
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    vaultName: vaultName
    location: location
    tags: tags
    network: network
    purgeProtection: purgeProtection
    secretSettings: secretSettings
    secretValues: secretValues
  }
}

module identity 'modules/identity.bicep' = {
  params: {
    appIdentityName: names.appIdentity
    eventsIdentityName: names.eventsIdentity
    location: location
    tags: tags
  }
}

module roles 'modules/roles.bicep' = {
  params: {
    appIdentityName: names.appIdentity
    eventsIdentityName: names.eventsIdentity
    hostStorageName: hostStorageName
    deadLetterContainer: names.deadLetters
    dataStorageName: dataStorageName
    vaultName: vaultName
    applicationInsightsName: names.insights
  }
  dependsOn: [identity, hostStorage, dataStorage, vault, monitoring]
}

module ownNetwork 'modules/network.bicep' = if (network != null) {
  params: {
    networkName: names.network
    location: location
    tags: tags
    network: network!
    hostStorageName: hostStorageName
    dataStorageName: dataStorageName
    vaultName: vaultName
  }
  dependsOn: [hostStorage, dataStorage, vault]
}

module app 'modules/app.bicep' = {
  params: {
    planName: names.plan
    appName: appName
    location: location
    tags: tags
    serviceName: 'app'
    identityName: names.appIdentity
    hostStorageName: hostStorageName
    deploymentContainer: names.deployments
    dataStorageName: dataStorageName
    applicationInsightsName: names.insights
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    subnetId: network == null ? null : resourceId('Microsoft.Network/virtualNetworks/subnets', names.network, 'app')
    settings: union(flat(settings), hasMailPassword ? {} : { Mail__Password: '' }, fromVault, schedules)
  }
  dependsOn: [roles, ownNetwork]
}

module events 'modules/events.bicep' = {
  params: {
    topicName: names.topic
    location: location
    tags: tags
    identityName: names.eventsIdentity
    dataStorageName: dataStorageName
  }
  dependsOn: [identity, dataStorage]
}

module subscriptions 'modules/subscriptions.bicep' = if (subscribeToExports) {
  params: {
    topicName: names.topic
    appName: appName
    identityName: names.eventsIdentity
    hostStorageName: hostStorageName
    deadLetterContainer: names.deadLetters
  }
  dependsOn: [app, events, roles]
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    workspaceName: names.logs
    topicName: names.topic
    receivers: alertReceivers
    lateUnits: lateUnits
  }
  dependsOn: [monitoring, events]
}

module workbook 'modules/workbook.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    workspaceName: names.logs
  }
  dependsOn: [monitoring]
}

module monthlyBudget 'modules/budget.bicep' = if (budget != null) {
  params: {
    name: name
    budget: budget!
    staffId: alerts.outputs.staffId
  }
}

output appName string = appName
output appHost string = app.outputs.host
output dataStorageName string = dataStorageName
output vaultName string = vaultName
