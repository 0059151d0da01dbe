// Two accounts: host state apart from data, so that neither's load nor loss is the other's.

param hostStorageName string
param dataStorageName string
param location string
param tags object

@description('What the pipeline keeps as blobs.')
var containers = [
  'exports'
  'journal'
  'ledger'
  'receipts'
  'checklists'
  'notices'
  'reports'
  'settings'
]

var tables = [
  'Exports'
  'KpiDaily'
  'Kpi'
  'Targets'
  'Units'
  'Offices'
  'Checklists'
  'Reviews'
  'FollowUps'
  'Outbox'
  'AccessKeys'
]

@description('The blob trigger puts its poison queue into the account of the triggering blob.')
var queues = [
  'notices'
  'notices-poison'
  'outbox'
  'outbox-poison'
  'webjobs-blobtrigger-poison'
]

@description('Exports hold personal data. DeleteOldExports removes them after 30 days; this rule is the backstop.')
var exportsLeaveAfterDays = 60

@description('An erased export can be brought back for so long, and no longer: it counts as personal data kept.')
var undeleteDays = 7

var properties = {
  accessTier: 'Hot'
  allowSharedKeyAccess: false
  allowBlobPublicAccess: false
  allowCrossTenantReplication: false
  defaultToOAuthAuthentication: true
  minimumTlsVersion: 'TLS1_2'
  supportsHttpsTrafficOnly: true
  publicNetworkAccess: 'Enabled' // Event Grid and Flex Consumption without a network of their own need it.
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: hostStorageName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: properties

  resource blobs 'blobServices' = {
    name: 'default'

    resource deployments 'containers' = { name: 'deployments' }
    resource deadLetters 'containers' = { name: 'event-dead-letters' }
  }
}

resource dataStorage 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: dataStorageName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: properties
}

resource dataBlobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: dataStorage
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: undeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: undeleteDays }
  }
}

resource dataContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for container in containers: {
    parent: dataBlobs
    name: container
  }
]

resource dataTableService 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: dataStorage
  name: 'default'
}

resource dataTables 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [
  for table in tables: {
    parent: dataTableService
    name: table
  }
]

resource dataQueueService 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: dataStorage
  name: 'default'
}

resource dataQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [
  for queue in queues: {
    parent: dataQueueService
    name: queue
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: dataStorage
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'personal-data-leaves'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['exports/'] }
            actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: exportsLeaveAfterDays } } }
          }
        }
      ]
    }
  }
  dependsOn: [dataContainers]
}

output hostName string = hostStorage.name
output dataName string = dataStorage.name
output deploymentContainer string = hostStorage::blobs::deployments.name
output deadLetterContainer string = hostStorage::blobs::deadLetters.name
