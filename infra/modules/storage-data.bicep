// What the pipeline keeps: the names of docs/architecture.md, and those of CCHC.Pipeline.Storage.StoredNames.

import { networkType } from '../types.bicep'
import { accountProperties } from 'storage-account.bicep'

param accountName string
param location string
param tags object
param sku string
param network networkType?

@description('''
The journal is the truth that everything else is derived from; the code adds to it, with If-None-Match, and never
overwrites or deletes. The policy forbids both to everybody else too. It starts unlocked and can be taken back;
locking it is a deliberate step by hand (az storage container immutability-policy lock), for after that neither
policy, container, account nor group can be deleted until the last entry's days are over. Once locked, set this to 0:
no deployment may write a locked policy, and none takes it away.
''')
param journalImmutableDays int

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
  'Fingerprints'
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

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: accountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: accountProperties(network)
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: undeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: undeleteDays }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for container in containers: {
    parent: blobs
    name: container
  }
]

resource journal 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = {
  parent: blobs
  name: 'journal'
}

resource journalStays 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = if (journalImmutableDays > 0) {
  parent: journal
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: journalImmutableDays
    allowProtectedAppendWrites: false
  }
  dependsOn: [blobContainers]
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource storedTables 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [
  for table in tables: {
    parent: tableService
    name: table
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource storedQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [
  for queue in queues: {
    parent: queueService
    name: queue
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
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
  dependsOn: [blobContainers]
}
